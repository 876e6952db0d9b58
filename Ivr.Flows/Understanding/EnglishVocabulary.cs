using Ivr.Flows.Understanding.Sounds;

namespace Ivr.Flows.Understanding;

/// <summary>The words of all phrases: what was said and is none of them may be one that was written by its sound, two that ran together, or halves of one.</summary>
internal sealed class EnglishVocabulary
{
    /// <summary>Shorter sounds fit too many words.</summary>
    private const int ShortestSound = 2;

    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    /// <summary>The first word of each sound.</summary>
    private readonly Dictionary<string, string> bySound = new(StringComparer.Ordinal);

    public EnglishVocabulary(PhraseBook book)
    {
        var texts = book.Meanings(Language.English).Append(PhraseBook.Fillers).SelectMany(group => book.All(Language.English, group));
        foreach (var word in texts.SelectMany(EnglishSounds.Words))
        {
            if (words.Add(word) && EnglishSounds.KeyOfWord(word) is { Length: >= ShortestSound } sound)
            {
                bySound.TryAdd(sound, word);
            }
        }
    }

    /// <summary>The words that were meant.</summary>
    public List<string> Mend(List<string> said)
    {
        var mended = new List<string>(said.Count);
        for (var at = 0; at < said.Count; at++)
        {
            var word = said[at];
            if (words.Contains(word))
            {
                mended.Add(word);
            }
            else if (at + 1 < said.Count && words.Contains(word + said[at + 1]))
            {
                mended.Add(word + said[++at]);
            }
            else if (Split(word) is { } halves)
            {
                mended.AddRange(halves);
            }
            else
            {
                mended.Add(bySound.GetValueOrDefault(EnglishSounds.KeyOfWord(word), word));
            }
        }

        return mended;
    }

    /// <summary>Two words, of which one may be as short as "a"; the longest second one is the likeliest.</summary>
    private string[]? Split(string word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            var isLong = at >= 3 || word.Length - at >= 3;
            if (isLong && IsWord(word[..at]) && IsWord(word[at..]))
            {
                return [word[..at], word[at..]];
            }
        }

        return null;
    }

    private bool IsWord(string part) => part.Length > 1 ? words.Contains(part) : part is "a" or "i";
}
