using System.Collections.Concurrent;

namespace Ivr.Flows.Understanding;

/// <summary>
/// Finds the groups of which a phrase, or several one behind the other, is all that was said: of a short answer every word has to be known, and
/// there may be fillers between them.
/// </summary>
internal sealed class PhraseCover
{
    /// <summary>A filler costs less than a phrase, so that a phrase that begins like one is not torn apart.</summary>
    private const int OfFiller = 1;
    private const int OfPhrase = 1_000;
    private const int Never = int.MaxValue;

    /// <summary>Who strings phrases together strings short ones.</summary>
    private const int LongestPiece = 8;

    private static readonly ConcurrentDictionary<string, Lazy<PhraseCover>> Made = new(StringComparer.Ordinal);

    private readonly Features features;
    private readonly Dictionary<string, List<string>> groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> fillers;

    private PhraseCover(PhraseBook book, Language language)
    {
        features = new Features(language, book);

        // English fillers are no part of a name.
        fillers = language == Language.English ? [] : [.. Features.NamesOf(book.In(language, PhraseBook.Fillers), language)];
        foreach (var group in book.Meanings(language))
        {
            foreach (var name in book.All(language, group).Select(features.NameOf).Where(name => name.Length > 0).Distinct())
            {
                (groups.TryGetValue(name, out var others) ? others : groups[name] = []).Add(group);
            }
        }
    }

    /// <summary>The one of a language; books with the same words share it.</summary>
    public static PhraseCover Of(PhraseBook book, Language language) =>
        Made.GetOrAdd(book.Fingerprint(language), _ => new Lazy<PhraseCover>(() => new PhraseCover(book, language))).Value;

    /// <summary>Those among some groups; of several the ones that need fewest phrases.</summary>
    public IReadOnlyList<string> Find(string said, IReadOnlyCollection<string> among)
    {
        var name = features.NameOf(said);
        if (groups.TryGetValue(name, out var whole) && whole.Where(among.Contains).ToList() is { Count: > 0 } found)
        {
            return found;
        }

        if (name.Length == 0 || Pieces(name) is not { } pieces)
        {
            return [];
        }

        var costs = among.Select(group => (group, cost: Cost(pieces, group))).Where(one => one.cost is >= OfPhrase and < Never).ToList();
        var least = costs.Count == 0 ? 0 : costs.Min(one => one.cost / OfPhrase);
        return [.. costs.Where(one => one.cost / OfPhrase == least).Select(one => one.group)];
    }

    /// <summary>The phrases and fillers that begin at each sound; null where they cannot be all of it.</summary>
    private List<(int Length, List<string>? Groups)>[]? Pieces(string name)
    {
        var bounds = Bounds(name);
        var pieces = new List<(int, List<string>?)>[bounds.Count - 1];
        var known = groups.GetAlternateLookup<ReadOnlySpan<char>>();
        var idle = fillers.GetAlternateLookup<ReadOnlySpan<char>>();
        var reached = 0;
        for (var at = 0; at < pieces.Length; at++)
        {
            pieces[at] = [];
            for (var length = 1; at <= reached && length <= Math.Min(LongestPiece, pieces.Length - at); length++)
            {
                var piece = name.AsSpan(bounds[at], bounds[at + length] - bounds[at] - 1);
                if (known.TryGetValue(piece, out var found))
                {
                    pieces[at].Add((length, found));
                    reached = Math.Max(reached, at + length);
                }

                if (idle.Contains(piece))
                {
                    pieces[at].Add((length, null));
                    reached = Math.Max(reached, at + length);
                }
            }
        }

        return reached == pieces.Length ? pieces : null;
    }

    /// <summary>Where each sound begins, and where one behind the last would.</summary>
    private static List<int> Bounds(string name)
    {
        List<int> bounds = [0];
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] == ' ')
            {
                bounds.Add(at + 1);
            }
        }

        bounds.Add(name.Length + 1);
        return bounds;
    }

    private static int Cost(List<(int Length, List<string>? Groups)>[] pieces, string group)
    {
        var costs = new int[pieces.Length + 1];
        costs.AsSpan(1).Fill(Never);
        for (var at = 0; at < pieces.Length; at++)
        {
            foreach (var (length, groups) in costs[at] == Never ? [] : pieces[at])
            {
                if (groups is null || groups.Contains(group))
                {
                    var cost = costs[at] + (groups is null ? OfFiller : OfPhrase);
                    costs[at + length] = Math.Min(costs[at + length], cost);
                }
            }
        }

        return costs[^1];
    }
}
