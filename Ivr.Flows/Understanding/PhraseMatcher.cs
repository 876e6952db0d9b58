using System.Text;

namespace Ivr.Flows.Understanding;

/// <summary>Finds which group of phrases a caller's words belong to.</summary>
public sealed class PhraseMatcher(PhraseBook book)
{
    /// <summary>Nobody needs more words to choose from a menu; the rest of a longer text is not looked at.</summary>
    private const int Longest = 200;

    /// <summary>
    /// The groups with the longest phrase that occurs in the text: none, the one that is meant, or two that come equally near. What the question
    /// offers wins over what is understood everywhere.
    /// </summary>
    public IReadOnlyList<string> Guess(string text, Language language, IEnumerable<string> offered, IEnumerable<string> everywhere)
    {
        var said = Normalise(text, language);
        var (groups, length) = Best(said, offered, language);
        var (others, otherLength) = Best(said, everywhere, language);
        var best = otherLength > length ? others : groups;
        return best.Count <= 2 ? best : [];
    }

    /// <summary>The same among groups of one rank, where one phrase is at least half of what was said: in a sentence a word means less.</summary>
    public string? MatchMostly(string text, Language language, IEnumerable<string> groups)
    {
        var said = Normalise(text, language);
        var (best, length) = Best(said, groups, language);
        return best is [var only] && length * 2 >= said.Length ? only : null;
    }

    /// <summary>As much of a text as is looked at.</summary>
    public static string Shorten(string text) => text.Length > Longest ? text[..Longest] : text;

    private (IReadOnlyList<string> Groups, int Length) Best(string said, IEnumerable<string> groups, Language language)
    {
        var found = groups
            .Distinct(StringComparer.Ordinal)
            .Select(group => (Group: group, Length: LongestIn(said, group, language)))
            .Where(hit => hit.Length > 0)
            .ToList();
        var longest = found.Select(hit => hit.Length).DefaultIfEmpty(0).Max();
        return ([.. found.Where(hit => hit.Length == longest).Select(hit => hit.Group)], longest);
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
