namespace Ivr.Flows.Understanding;

/// <summary>Finds groups of phrases in what was said, by sound and by all that speaks for each of them.</summary>
internal sealed class PhraseIndex
{
    private readonly Ear ear;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<Token> vocabulary = [];
    private readonly List<HashSet<int>> sharers = [];
    private readonly Dictionary<string, int> groupNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Phrase[]> groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> fillers;
    private readonly Phrase[] denials;

    public PhraseIndex(
        Language language,
        IEnumerable<(string Group, IReadOnlyList<string> Phrases)> all,
        IEnumerable<string> fillers,
        IEnumerable<string> denials
    )
    {
        ear = Ear.For(language);
        this.fillers = [.. fillers.SelectMany(Heard).Select(token => token.Id)];
        this.denials = [.. denials.Select(phrase => Prepare("", phrase))];
        foreach (var (group, phrases) in all)
        {
            groupNumbers[group] = groupNumbers.Count;
            groups[group] = [.. phrases.Select(phrase => Prepare(group, phrase)).Where(phrase => phrase.Tokens.Length > 0)];
        }
    }

    /// <summary>The groups for which something speaks, the likeliest first. Where two have the same phrase, the earlier in the list has it.</summary>
    /// <param name="asked">How many groups at the start of the list belong to the question; what lies behind them weighs less in a sentence.</param>
    public IReadOnlyList<Likelihood> Rank(string text, IReadOnlyList<string> wanted, int asked)
    {
        using var said = new Utterance(ear, PhraseMatcher.Shorten(text), numbers, fillers);
        if (said.Length == 0)
        {
            return [];
        }

        var hits = Hits(said, wanted);
        Deny(said, hits);
        hits.RemoveAll(hit => hits.Exists(other => other.Group != hit.Group && IsCovered(hit, other, asked)));
        return Weigh(said, hits, wanted, asked);
    }

    private List<Hit> Hits(Utterance said, IReadOnlyList<string> wanted)
    {
        var hits = new List<Hit>();
        int[] numbersOfWanted = [.. wanted.Select(group => groupNumbers.GetValueOrDefault(group, -1))];
        for (var group = 0; group < wanted.Count; group++)
        {
            foreach (var phrase in groups.GetValueOrDefault(wanted[group]) ?? [])
            {
                if (Find(said, phrase) is var (from, to, likeness))
                {
                    hits.Add(new Hit(group, phrase, from, to, likeness, WeightOf(phrase, numbersOfWanted) * likeness * likeness));
                }
            }
        }

        return hits;
    }

    /// <summary>A denial takes away the first thing that is said after it, where it follows at once. 是不是 denies nothing: it asks.</summary>
    private void Deny(Utterance said, List<Hit> hits)
    {
        foreach (var denial in denials)
        {
            if (Find(said, denial) is not (var from, var to, >= 0.8f) || (from > 0 && said.Tokens[from - 1].Id == said.Tokens[to - 1].Id))
            {
                continue;
            }

            var denied = hits.Where(hit => hit.From > from && hit.From >= to - 1 && hit.From <= to + 2 && !PauseBetween(said, to, hit.From))
                .ToList();
            if (denied.Count > 0)
            {
                var first = denied.MinBy(hit => (hit.From, -hit.To));
                hits.RemoveAll(hit => hit.From > from && hit.Overlaps(first));
            }
        }
    }

    private static bool PauseBetween(Utterance said, int from, int to)
    {
        for (var at = from; at <= to; at++)
        {
            if (said.Pauses.Contains(at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A part of a longer phrase of another group does not count, nor does what the question offers count for what is understood everywhere.</summary>
    private static bool IsCovered(Hit hit, Hit other, int asked) =>
        (hit.LiesInside(other) && other.Weight > hit.Weight)
        || (hit.From == other.From && hit.To == other.To && hit.Group >= asked && other.Group < asked && other.Likeness >= hit.Likeness);

    private static List<Likelihood> Weigh(Utterance said, List<Hit> hits, IReadOnlyList<string> wanted, int asked)
    {
        var whole = 0f;
        for (var at = 0; at < said.Length; at++)
        {
            whole += said.Weight(at);
        }

        var found = new List<Likelihood>();
        Span<float> best = stackalloc float[said.Length];
        Span<float> likest = stackalloc float[said.Length];
        for (var group = 0; group < wanted.Count; group++)
        {
            best.Clear();
            likest.Clear();
            foreach (var hit in hits)
            {
                if (hit.Group == group && !(hit.Phrase.Tokens.Length == 1 && IsLost(said, hit)))
                {
                    var each = hit.Weight / (hit.To - hit.From);
                    for (var at = hit.From; at < hit.To; at++)
                    {
                        best[at] = Math.Max(best[at], each);
                        likest[at] = Math.Max(likest[at], hit.Likeness * said.Weight(at));
                    }
                }
            }

            var score = Sum(best);
            if (score > 0)
            {
                var share = Sum(likest) / whole;
                found.Add(new Likelihood(wanted[group], group >= asked && share < 0.6f && found.Count > 0 ? score * 0.7f : score, share));
            }
        }

        found.Sort((one, other) => other.Score.CompareTo(one.Score));
        return found;
    }

    private static float Sum(ReadOnlySpan<float> weights)
    {
        var sum = 0f;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        return sum;
    }

    /// <summary>One syllable means nothing inside a sentence; a word does.</summary>
    private static bool IsLost(Utterance said, Hit hit) => said.Tokens[hit.From].Readings.Length > 0 && said.Length > 3;

    /// <summary>More for a longer phrase, less for what other groups share.</summary>
    private float WeightOf(Phrase phrase, int[] wanted)
    {
        var weight = 0f;
        for (var at = 0; at < phrase.Tokens.Length; at++)
        {
            weight += phrase.IsFiller[at] ? 0.2f : MathF.Pow(Math.Max(1, Sharing(phrase.Tokens[at], wanted)), -0.35f);
        }

        return weight * (1 + (0.1f * Math.Min(phrase.Tokens.Length - 1, 5)));
    }

    private int Sharing(int token, int[] wanted)
    {
        var count = 0;
        foreach (var group in wanted)
        {
            count += sharers[token].Contains(group) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The place where a phrase fits best; null where none is near enough.</summary>
    private (int From, int To, float Likeness)? Find(Utterance said, Phrase phrase)
    {
        var least = 0f;
        for (var at = 0; at < phrase.Tokens.Length; at++)
        {
            least += Math.Min(Row(said, phrase, at)[said.Length], phrase.Missing(at));
            if (least > phrase.Tolerance)
            {
                return null;
            }
        }

        return Align(said, phrase);
    }

    private ReadOnlySpan<float> Row(Utterance said, Phrase phrase, int at) => said.Row(phrase.Tokens[at], vocabulary[phrase.Tokens[at]]);

    private (int From, int To, float Likeness)? Align(Utterance said, Phrase phrase)
    {
        // Column by column: what the best fit of the first tokens of the phrase costs that ends here, and where it begins.
        var length = said.Length;
        Span<float> cost = stackalloc float[length + 1];
        Span<int> from = stackalloc int[length + 1];
        cost.Clear();
        for (var at = 0; at <= length; at++)
        {
            from[at] = at;
        }

        for (var token = 0; token < phrase.Tokens.Length; token++)
        {
            var row = Row(said, phrase, token);
            var missing = phrase.Missing(token);
            var (before, beforeFrom) = (cost[0], from[0]);
            cost[0] += missing;
            for (var at = 1; at <= length; at++)
            {
                var (same, sameFrom) = (before + row[at - 1], beforeFrom);
                (before, beforeFrom) = (cost[at], from[at]);
                var (left, passed) = (cost[at] + missing, cost[at - 1] + said.Passing(at - 1));
                (cost[at], from[at]) =
                    same <= left && same <= passed ? (same, sameFrom)
                    : left <= passed ? (left, from[at])
                    : (passed, from[at - 1]);
            }
        }

        var end = 0;
        for (var at = 1; at <= length; at++)
        {
            if (cost[at] < cost[end])
            {
                end = at;
            }
        }

        return cost[end] <= phrase.Tolerance && end > from[end] ? (from[end], end, 1 - (0.7f * cost[end] / phrase.Tolerance)) : null;
    }

    private IEnumerable<Token> Heard(string phrase) => ear.Hear(phrase).OfType<Token>();

    private Phrase Prepare(string group, string phrase)
    {
        var tokens = Heard(phrase).ToList();
        return new Phrase([.. tokens.Select(token => Number(token, group))], [.. tokens.Select(token => fillers.Contains(token.Id))]);
    }

    private int Number(Token token, string group)
    {
        if (!numbers.TryGetValue(token.Id, out var number))
        {
            number = numbers[token.Id] = vocabulary.Count;
            vocabulary.Add(token);
            sharers.Add([]);
        }

        sharers[number].Add(groupNumbers.GetValueOrDefault(group, -1));
        return number;
    }
}

/// <summary>How much speaks for a group.</summary>
/// <param name="Share">Of all that was said, how much belongs to it.</param>
internal readonly record struct Likelihood(string Group, float Score, float Share);
