using Ivr.Flows.Calls;

namespace Ivr.Flows.Understanding;

/// <summary>Finds which groups of phrases a caller's words belong to, by sound.</summary>
public sealed class PhraseMatcher(PhraseBook book)
{
    /// <summary>Nobody needs more words to choose from a menu; the rest of a longer text is not looked at.</summary>
    private const int Longest = 200;

    private readonly Dictionary<Language, PhraseIndex> indexes = Enum.GetValues<Language>()
        .ToDictionary(
            language => language,
            language => new PhraseIndex(
                language,
                book.Groups(language)
                    .Where(group => group is not (Phrases.Fillers or Phrases.Denials))
                    .Select(group => (group, book.In(language, group))),
                book.In(language, Phrases.Fillers),
                book.In(language, Phrases.Denials)
            )
        );

    /// <summary>
    /// What a caller means: nothing that was understood, one group, or the two between which the caller is to be asked, the likelier first. What the
    /// question offers wins over what is understood everywhere.
    /// </summary>
    public IReadOnlyList<string> Guess(string text, Language language, IEnumerable<string> offered, IEnumerable<string> everywhere)
    {
        List<string> wanted = [.. offered.Where(group => group.Length > 0).Distinct()];
        var asked = wanted.Count;
        wanted.AddRange(everywhere.Except(wanted));
        return Certainty.Choose(indexes[language].Rank(text, wanted, asked));
    }

    /// <summary>The group that is meant; null where none is, or where it may be one of two.</summary>
    public string? Match(string text, Language language, IEnumerable<string> offered, IEnumerable<string> everywhere) =>
        Guess(text, language, offered, everywhere) is [var only] ? only : null;

    /// <summary>The same among groups of one rank, where the phrases are at least half of what was said: in a sentence a word means less.</summary>
    public string? MatchMostly(string text, Language language, IEnumerable<string> groups)
    {
        var ranked = indexes[language].Rank(text, [.. groups.Where(group => group.Length > 0).Distinct()], int.MaxValue);
        return ranked is [{ Share: >= 0.5f }, ..] && Certainty.Choose(ranked) is [var only] ? only : null;
    }

    /// <summary>As much of a text as is looked at.</summary>
    public static string Shorten(string text) => text.Length > Longest ? text[..Longest] : text;
}
