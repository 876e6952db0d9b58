using System.Text;

namespace Ivr.Flows.Understanding.Answers;

/// <summary>Turns the bare words of an answer into sounds: a Han character into its syllables, an English word into its key.</summary>
internal static class AnswerSounds
{
    private static readonly HashSet<string> Articles = ["a", "an", "the"];

    /// <summary>For each character or word the ways it is read, the usual one first, without its tone and with the sounds that callers confuse as one.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(string piece)
    {
        var sounds = new List<IReadOnlyList<string>>();
        var words = new List<string>();
        foreach (var word in Words(piece))
        {
            if (word[0] < '\u2E80')
            {
                words.Add(word);
                continue;
            }

            sounds.AddRange(English(words));
            words.Clear();
            sounds.Add([word]);
        }

        sounds.AddRange(English(words));
        return sounds;
    }

    private static IEnumerable<IReadOnlyList<string>> English(List<string> words) =>
        AnswerNumbers.Written(words.Where(word => words.Count == 1 || !Articles.Contains(word))).Select(word => new[] { word });

    /// <summary>English words, and Han characters one by one.</summary>
    private static IEnumerable<string> Words(string piece)
    {
        var word = new StringBuilder();
        foreach (var rune in piece.EnumerateRunes())
        {
            var isHan = rune.Value >= 0x2E80;
            if (word.Length > 0 && (isHan || rune.Value == ' '))
            {
                yield return word.ToString();
                word.Clear();
            }

            if (isHan)
            {
                yield return rune.ToString();
            }
            else if (rune.Value != ' ')
            {
                word.Append(rune.ToString());
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
