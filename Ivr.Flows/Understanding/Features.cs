using Ivr.Flows.Understanding.Sounds;

namespace Ivr.Flows.Understanding;

/// <summary>
/// Takes what was said apart into what can be weighed: its sounds and runs of up to three of them, folded as callers and recognisers confuse them,
/// and as they were written.
/// </summary>
internal sealed class Features(Language language, PhraseBook book)
{
    private const int LongestRun = 3;

    /// <summary>Words that say enough for one of them to be missing.</summary>
    private const int FewestToDrop = 4;

    /// <summary>The kinds of features differ even where their sounds are the same.</summary>
    private const string Written = "=";
    private const string Piece = "~";

    /// <summary>English words that mean little in a sentence; they count where there are no others.</summary>
    private readonly HashSet<string> fillers = [.. book.In(language, PhraseBook.Fillers)];
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);

    /// <summary>How many there are so far.</summary>
    public int Count => ids.Count;

    /// <summary>
    /// Those of a phrase; new ones are taken in. A phrase is heard in several ways: as written, by its sounds alone, and as lines drop a word or cut
    /// the end off, where enough is left of it.
    /// </summary>
    public IEnumerable<int[]> Learn(string phrase)
    {
        if (language == Language.English)
        {
            var said = Meaning(EnglishSounds.Words(phrase));
            yield return [.. Named(OfEnglish(said))];
            if (said.Count >= FewestToDrop)
            {
                yield return [.. Named(OfEnglish(said[..^1]))];
                yield return [.. Named(OfEnglish([.. said.Where((_, at) => at != said.Count / 2)]))];
            }

            yield break;
        }

        yield return [.. Named(OfMandarin(phrase).Concat(Runs(Characters(phrase), Written, LongestRun - 1)))];
        yield return [.. Named(OfMandarin(phrase))];
    }

    /// <summary>Those of what was said that some phrase has, and how many it has that none does.</summary>
    public (List<int> Known, int Unknown) Hear(string said)
    {
        var all =
            language == Language.English
                ? OfEnglish(HeardInEnglish(said))
                : OfMandarin(said).Concat(Runs(Characters(said), Written, LongestRun - 1));
        var known = new List<int>();
        var unknown = 0;
        foreach (var feature in all)
        {
            if (!ids.TryGetValue(feature, out var id))
            {
                unknown++;
            }
            else if (!known.Contains(id))
            {
                known.Add(id);
            }
        }

        return (known, unknown);
    }

    /// <summary>What a phrase is called that is all that was said.</summary>
    public string NameOf(string text) =>
        string.Join(' ', language == Language.English ? HeardInEnglish(text) : Heard(text).Select(readings => readings[0].Folded));

    /// <summary>All sounds of a text, with a space between them.</summary>
    public static string NameOf(string text, Language language) =>
        string.Join(' ', language == Language.English ? EnglishSounds.Words(text) : Heard(text).Select(readings => readings[0].Folded));

    /// <summary>The names of phrases that have any sound.</summary>
    public static IReadOnlyList<string> NamesOf(IEnumerable<string> phrases, Language language) =>
        [.. phrases.Select(phrase => NameOf(phrase, language)).Where(name => name.Length > 0)];

    /// <summary>Whether all sounds of a phrase stand together in what was said; both by their names.</summary>
    public static bool IsInside(string phrase, string said) => $" {said} ".Contains($" {phrase} ", StringComparison.Ordinal);

    private IEnumerable<int> Named(IEnumerable<string> features)
    {
        foreach (var feature in features.Distinct(StringComparer.Ordinal))
        {
            if (!ids.TryGetValue(feature, out var id))
            {
                ids[feature] = id = ids.Count;
            }

            yield return id;
        }
    }

    private static IEnumerable<string> OfMandarin(string text)
    {
        var heard = Heard(text);
        var usual = heard.ConvertAll(readings => readings[0].Folded);
        foreach (var run in Runs(usual, "", LongestRun))
        {
            yield return run;
        }

        // A character that is read in two ways may have been written for the other.
        for (var at = 0; at < heard.Count; at++)
        {
            foreach (var other in heard[at].Skip(1).Select(reading => reading.Folded))
            {
                List<string> around = [.. usual[Math.Max(0, at - 1)..at], other, .. usual[(at + 1)..Math.Min(usual.Count, at + 2)]];
                foreach (var run in Runs(around, "", LongestRun - 1))
                {
                    yield return run;
                }
            }
        }
    }

    private static IEnumerable<string> OfEnglish(List<string> said)
    {
        foreach (var run in Runs(said, "", LongestRun))
        {
            yield return run;
        }

        foreach (var sound in said.Select(EnglishSounds.KeyOfWord).Where(key => key.Length > 1).Select(key => $"^{key}$"))
        {
            for (var at = 0; at + LongestRun <= sound.Length; at++)
            {
                yield return string.Concat(Piece, sound.AsSpan(at, LongestRun));
            }
        }
    }

    private static IEnumerable<string> Runs(List<string> sounds, string kind, int longest)
    {
        for (var length = 1; length <= longest; length++)
        {
            for (var at = 0; at + length <= sounds.Count; at++)
            {
                yield return kind + string.Join(' ', sounds.GetRange(at, length));
            }
        }
    }

    /// <summary>Syllable by syllable; what is said twice in a row, as a stutter or a doubled word, is heard once.</summary>
    private static List<IReadOnlyList<Syllable>> Heard(string text)
    {
        var heard = new List<IReadOnlyList<Syllable>>();
        foreach (var readings in Syllables.Of(text))
        {
            if (heard.Count == 0 || heard[^1][0].Folded != readings[0].Folded)
            {
                heard.Add(readings);
            }
        }

        return heard;
    }

    private static List<string> Characters(string text) => [.. text.Where(char.IsLetterOrDigit).Select(character => character.ToString())];

    private List<string> HeardInEnglish(string text) => Meaning(book.EnglishWords.Mend([.. EnglishSounds.Words(text)]));

    private List<string> Meaning(IEnumerable<string> all)
    {
        var said = all.ToList();
        var meaning = said.Where(word => !fillers.Contains(word)).Select(EnglishStem.Of).ToList();
        return Once(meaning.Count > 0 ? meaning : said.ConvertAll(EnglishStem.Of));
    }

    /// <summary>What is said twice in a row is heard once.</summary>
    private static List<string> Once(List<string> said) => [.. said.Where((word, at) => at == 0 || word != said[at - 1])];
}
