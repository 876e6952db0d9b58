using System.Globalization;
using System.Text;
using Ivr.Flows.Calls;

namespace Ivr.Flows.Understanding;

/// <summary>Finds which group of phrases a caller's words belong to.</summary>
public sealed class PhraseMatcher(PhraseBook book)
{
    /// <summary>Nobody needs more words to choose from a menu; the rest of a longer text is not looked at.</summary>
    private const int Longest = 200;

    /// <summary>What is said around a yes without changing it.</summary>
    private const string Fillers = "啊呀吧呢嘛哦噢的了那就我你您们";

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

    private int LongestIn(string said, string group, Language language)
    {
        var found = book.In(language, group)
            .Select(phrase => Normalise(phrase, language))
            .Where(phrase => phrase.Trim().Length > 0 && said.Contains(phrase, StringComparison.Ordinal))
            .ToList();
        var longest = found.Select(phrase => phrase.Length).DefaultIfEmpty(0).Max();
        return longest == 1 && group == Phrases.Yes && !IsNothingBut(said, found) ? 0 : longest;
    }

    /// <summary>A yes of one character occurs in many other words, as 要 does in 我要退款: something is done only where hardly more is said.</summary>
    private static bool IsNothingBut(string said, IReadOnlyList<string> phrases) =>
        said.All(letter =>
            Fillers.Contains(letter, StringComparison.Ordinal) || phrases.Contains(letter.ToString(), StringComparer.Ordinal)
        );

    /// <summary>Lower case without punctuation; words stand between single spaces in English, nothing stands between Han characters.</summary>
    internal static string Normalise(string text, Language language)
    {
        var clean = new StringBuilder(" ");
        var folded = Fold(Shorten(text));
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

    // A text cut inside a surrogate pair, and code points that will never be characters, cannot be normalised.
    private static string Fold(string text) => string.Concat(text.EnumerateRunes().Where(IsCharacter)).Normalize(NormalizationForm.FormKC);

    private static bool IsCharacter(Rune rune) =>
        rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) != UnicodeCategory.OtherNotAssigned;
}
