using System.Text;

namespace Ivr.Flows.Understanding;

/// <summary>Finds which group of phrases a caller's words belong to.</summary>
public sealed class PhraseMatcher(PhraseBook book)
{
    /// <summary>Nobody needs more words to choose from a menu; the rest of a longer text is not looked at.</summary>
    private const int Longest = 200;

    /// <summary>
    /// The group with the longest phrase that occurs in the text; null where none does, or two groups tie. What the question offers wins over
    /// what is understood everywhere.
    /// </summary>
    public string? Match(string text, Language language, IEnumerable<string> offered, IEnumerable<string> everywhere)
    {
        var said = Normalise(text, language);
        var (group, length) = Best(said, offered, language);
        var (other, otherLength) = Best(said, everywhere, language);
        return otherLength > length ? other : group;
    }

    /// <summary>The same among groups of one rank, where the phrase is at least half of what was said: in a sentence a word means less.</summary>
    public string? MatchMostly(string text, Language language, IEnumerable<string> groups)
    {
        var said = Normalise(text, language);
        var (group, length) = Best(said, groups, language);
        return length * 2 >= said.Length ? group : null;
    }

    /// <summary>As much of a text as is looked at.</summary>
    public static string Shorten(string text) => text.Length > Longest ? text[..Longest] : text;

    private (string? Group, int Length) Best(string said, IEnumerable<string> groups, Language language)
    {
        var found = groups
            .Distinct(StringComparer.Ordinal)
            .Select(group => (Group: group, Length: LongestIn(said, group, language)))
            .ToList();
        var longest = found.Select(hit => hit.Length).DefaultIfEmpty(0).Max();
        return found.Where(hit => hit.Length == longest && longest > 0).ToList() switch
        {
            [] => (null, 0),
            [var only] => only,
            _ => (null, longest),
        };
    }

    private int LongestIn(string said, string group, Language language) =>
        book.In(language, group)
            .Select(phrase => Normalise(phrase, language))
            .Where(phrase => phrase.Trim().Length > 0 && said.Contains(phrase, StringComparison.Ordinal))
            .Select(phrase => phrase.Length)
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>Lower case without punctuation; words stand between single spaces in English, nothing stands between Han characters.</summary>
    internal static string Normalise(string text, Language language)
    {
        var clean = new StringBuilder(" ");
        var folded = Characters.Fold(Shorten(text));
        foreach (var rune in folded.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                clean.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (language == Language.English && clean[^1] != ' ' && rune.Value != '\'')
            {
                clean.Append(' ');
            }
        }

        return language == Language.English ? clean.ToString().TrimEnd() + " " : clean.ToString().Trim();
    }
}
