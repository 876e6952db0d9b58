namespace Ivr.Flows.Understanding;

/// <summary>Finds which group of phrases a caller's words belong to, by all that was said and how it sounds.</summary>
public sealed class PhraseMatcher(PhraseBook book)
{
    /// <summary>Nobody needs more words to choose from a menu; the rest of a longer text is not looked at.</summary>
    private const int Longest = 200;

    /// <summary>Less likely than this is not understood.</summary>
    private const double Enough = 0.5;

    /// <summary>The same at a question with two answers: something may be done on a yes, and asking again costs little.</summary>
    private const double EnoughOfTwo = 0.8;

    private const double FamiliarOfTwo = 0.6;

    /// <summary>Of what was said so much must be known from phrases, or it is about something else.</summary>
    private const double Familiar = 0.25;

    /// <summary>A second group that is so likely beside the first is asked about.</summary>
    private const double Near = 0.3;

    /// <summary>A model for each question's groups, made when it is first asked; whoever makes one twice at once makes the same.</summary>
    private Dictionary<string, PhraseModel> models = new(StringComparer.Ordinal);

    /// <summary>The phrases, by name, of the groups that have no sentences.</summary>
    private readonly Dictionary<(Language, string Group), IReadOnlyList<string>> alone = Enum.GetValues<Language>()
        .SelectMany(language =>
            book.Groups(language).Where(group => !book.HasSentences(language, group)).Select(group => (language, group))
        )
        .ToDictionary(key => key, key => Features.NamesOf(book.In(key.language, key.group), key.language));

    /// <summary>
    /// What a caller may mean: nothing that is known, one group, or two that come near to each other, the likelier first. What the question offers
    /// wins over what is understood everywhere.
    /// </summary>
    /// <param name="offered">The groups of what the question offers.</param>
    /// <param name="everywhere">The groups understood everywhere.</param>
    public IReadOnlyList<string> Guess(string text, Language language, IEnumerable<string> offered, IEnumerable<string> everywhere)
    {
        var first = offered.Where(group => group.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var groups = first.Union(everywhere, StringComparer.Ordinal).ToList();
        if (Either(text, language, groups) is { Count: 2 } either)
        {
            return [.. groups.Where(either.Contains)];
        }

        var found = Guess(text, language, groups, out var share, isStrict: first.Count <= 2);
        return found switch
        {
            [] => Inside(text, language, first),
            [var likelier, var other] when !first.Contains(likelier) && first.Contains(other) && share < 1 => found,
            _ when found.Where(first.Contains).ToList() is { Count: > 0 } own => own,
            { Count: <= 2 } => found,
            _ => [],
        };
    }

    /// <summary>The same among groups of one rank, where they are at least half of what was said: in a sentence a word means less.</summary>
    public string? MatchMostly(string text, Language language, IEnumerable<string> groups) =>
        Guess(text, language, [.. groups.Where(group => group.Length > 0).Distinct(StringComparer.Ordinal)], out var share) is [var only]
        && share >= 0.5
            ? only
            : null;

    /// <summary>What stands on both sides of an "or", where that is two things.</summary>
    private HashSet<string> Either(string text, Language language, IReadOnlyList<string> groups)
    {
        var words = language == Language.English ? $" {text} " : text;
        foreach (var or in book.In(language, PhraseBook.Or).Select(or => language == Language.English ? $" {or} " : or))
        {
            if (words.Split(or, 2, StringSplitOptions.None) is [var left, var right])
            {
                return [.. Guess(left, language, groups, out _), .. Guess(right, language, groups, out _)];
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

    private IReadOnlyList<string> Guess(
        string text,
        Language language,
        IReadOnlyList<string> groups,
        out double share,
        bool isStrict = false
    )
    {
        var said = Characters.Fold(Shorten(text));
        var model = ModelOf(language, groups);
        if (model.Exactly(said) is { Count: > 0 } whole)
        {
            share = 1;
            return [.. whole.Where(group => group < groups.Count).Select(group => groups[group])];
        }

        if (language == Language.Mandarin && Script.Of(said) != Language.Mandarin)
        {
            share = 0;
            return []; // Single letters and figures are no Chinese sentence.
        }

        var likelihoods = model.Weigh(said, out share);
        return Likeliest.Of(likelihoods, isStrict ? EnoughOfTwo : Enough, Near) switch
        {
            _ when share < (isStrict ? FamiliarOfTwo : Familiar) => [],
            [var best, ..] when best == groups.Count => [],
            [var best, var second] when second == groups.Count => [groups[best]],
            var found => [.. found.Select(group => groups[group])],
        };
    }

    /// <summary>Behind the groups comes what callers say that means none of them.</summary>
    private PhraseModel ModelOf(Language language, IReadOnlyList<string> groups)
    {
        var name = $"{language} {string.Join(' ', groups)}";
        if (models.GetValueOrDefault(name) is { } known)
        {
            return known;
        }

        var model = new PhraseModel(
            language,
            [.. groups.Append(PhraseBook.NoneOfThese).Select(group => book.All(language, group))],
            book.In(language, PhraseBook.Fillers)
        );
        models = new Dictionary<string, PhraseModel>(models, StringComparer.Ordinal) { [name] = model };
        return model;
    }
}
