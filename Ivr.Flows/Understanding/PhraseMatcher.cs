using Ivr.Flows.Calls;

namespace Ivr.Flows.Understanding;

/// <summary>Finds which group of phrases a caller's words belong to, by all that was said and how it sounds.</summary>
public sealed class PhraseMatcher(PhraseBook book)
{
    /// <summary>Nobody needs more words to choose from a menu; the rest of a longer text is not looked at.</summary>
    private const int Longest = 200;

    /// <summary>Less likely than this is not understood; and of what was said so much must be known from phrases, or it is about something else.</summary>
    private static readonly Bar Usual = new(0.5, 0.25);

    /// <summary>The same at a question with two answers: something may be done on a yes, and asking again costs little.</summary>
    private static readonly Bar OfTwo = new(0.7, 0.5);

    /// <summary>The same where the caller may say anything: in a sentence a word means less.</summary>
    private static readonly Bar InSentence = new(0.9, 0.5);

    /// <summary>A second group that is so likely beside the first is asked about.</summary>
    private const double Near = 0.3;

    /// <summary>The phrases, by name, of the groups that have no sentences.</summary>
    private readonly Dictionary<(Language, string Group), IReadOnlyList<string>> alone = Enum.GetValues<Language>()
        .SelectMany(language =>
            book.Groups(language).Where(group => !book.HasSentences(language, group)).Select(group => (language, group))
        )
        .ToDictionary(key => key, key => Features.NamesOf(book.In(key.language, key.group), key.language));

    /// <summary>Makes beforehand what is made once and takes some hundred milliseconds, so that no caller waits for it.</summary>
    public void WarmUp() =>
        Parallel.ForEach(
            Enum.GetValues<Language>(),
            language =>
            {
                PhraseCover.Of(book, language);
                PhraseModel.Of(book, language, [PhraseBook.NoneOfThese]);
                PhraseModel.Of(book, language, book.Meanings(language));
            }
        );

    /// <summary>
    /// What a caller may mean: nothing that is known, one group, or two that come near to each other, the likelier first. What the question offers
    /// wins over what is understood everywhere.
    /// </summary>
    /// <param name="offered">The groups of what the question offers.</param>
    /// <param name="everywhere">The groups understood everywhere.</param>
    public IReadOnlyList<string> Guess(string text, Language language, IEnumerable<string> offered, IEnumerable<string> everywhere)
    {
        var first = offered.Where(group => group.Length > 0).Distinct(StringComparer.Ordinal).ToList();

        // Where a no is an answer, to be told that it was misheard is one.
        var others = everywhere.Where(group => group != Phrases.Correction || !first.Contains(Phrases.No));
        var groups = first.Union(others, StringComparer.Ordinal).ToList();
        if (Either(text, language, groups) is { Count: 2 } either)
        {
            return [.. groups.Where(either.Contains)];
        }

        var found = Guess(text, language, groups, out var share, first.Count <= 2 ? OfTwo : Usual);
        return found switch
        {
            [] => Inside(text, language, first),
            [var likelier, var other] when !first.Contains(likelier) && first.Contains(other) && share < 1 => found,
            _ when found.Where(first.Contains).ToList() is { Count: > 0 } own => own,
            { Count: <= 2 } => found,
            _ => [],
        };
    }

    /// <summary>
    /// The one of some groups that is plainly meant where callers may say anything, among all that they want elsewhere.
    /// </summary>
    public string? MatchMostly(string text, Language language, IEnumerable<string> groups)
    {
        var own = groups.Where(group => group.Length > 0).ToList();
        var rivals = book.Meanings(language)
            .Where(group => group is not (PhraseBook.NoneOfThese or Phrases.Yes or Phrases.No) && book.HasSentences(language, group));
        return Guess(text, language, [.. own.Union(rivals, StringComparer.Ordinal)], out _, InSentence) is [var only] && own.Contains(only)
            ? only
            : null;
    }

    /// <summary>What stands on both sides of an "or", where that is two things.</summary>
    private HashSet<string> Either(string text, Language language, IReadOnlyList<string> groups)
    {
        var words = language == Language.English ? $" {text} " : text;
        foreach (var or in book.In(language, PhraseBook.Or).Select(or => language == Language.English ? $" {or} " : or))
        {
            if (words.Split(or, 2, StringSplitOptions.None) is [var left, var right])
            {
                return [.. Guess(left, language, groups, out _, Usual), .. Guess(right, language, groups, out _, Usual)];
            }
        }

        return [];
    }

    /// <summary>
    /// The group with the longest phrase inside of what was said, among those that have phrases and no sentences: of the small choices that a
    /// question in the middle of a call offers, one word tells.
    /// </summary>
    private IReadOnlyList<string> Inside(string text, Language language, List<string> groups)
    {
        var said = Features.NameOf(Characters.Fold(Shorten(text)), language);
        var hits = groups
            .Where(group => alone.ContainsKey((language, group)))
            .Select(group =>
                (
                    group,
                    length: alone[(language, group)]
                        .Where(phrase => Features.IsInside(phrase, said))
                        .Select(phrase => phrase.Length)
                        .DefaultIfEmpty(0)
                        .Max()
                )
            )
            .Where(hit => hit.length > 0)
            .OrderByDescending(hit => hit.length)
            .ToList();
        return hits is [var best, ..] && hits.Count(hit => hit.length == best.length) == 1 ? [best.group] : [];
    }

    /// <summary>As much of a text as is looked at.</summary>
    public static string Shorten(string text) => text.Length > Longest ? text[..Longest] : text;

    private IReadOnlyList<string> Guess(string text, Language language, IReadOnlyList<string> groups, out double share, Bar bar)
    {
        var said = Characters.Fold(Shorten(text));
        IReadOnlyList<string> all = [.. groups, PhraseBook.NoneOfThese];
        if (PhraseCover.Of(book, language).Find(said, all) is { Count: > 0 } whole)
        {
            share = 1;
            return [.. whole.Where(group => group != PhraseBook.NoneOfThese)];
        }

        if (language == Language.Mandarin && Script.Of(said) != Language.Mandarin)
        {
            share = 0;
            return []; // Single letters and figures are no Chinese sentence.
        }

        var likelihoods = PhraseModel.Of(book, language, all).Weigh(said, all, out share);
        return Likeliest.Of(likelihoods, bar.Likely, Near) switch
        {
            _ when share < bar.Known => [],
            [var best, ..] when best == groups.Count => [],
            [var best, var second] when second == groups.Count => [groups[best]],
            var found => [.. found.Select(group => groups[group])],
        };
    }

    /// <param name="Likely">From 0 to 1.</param>
    /// <param name="Known">The share of what was said, from 0 to 1.</param>
    private sealed record Bar(double Likely, double Known);
}
