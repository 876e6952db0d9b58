using System.Collections.Concurrent;
using System.Numerics;

namespace Ivr.Flows.Understanding;

/// <summary>
/// How likely each group of phrases is for what was said: a softmax regression over its features, fitted to all phrases of a language when it is
/// made. Every sound of an utterance speaks for some groups and against others, so that no single word decides. A question compares the groups
/// that it understands.
/// </summary>
internal sealed class PhraseModel
{
    private const int Rounds = 8;
    private const float Step = 0.5f;
    private const float Shrinking = 1e-4f;

    /// <summary>How much of an utterance each feature is that no phrase has; it makes the others say less.</summary>
    private const float OfUnknown = 0.25f;

    /// <summary>Sentences of a group that compete with the few words of small choices.</summary>
    private const int MostOfEach = 150;

    private static readonly int Lanes = Vector<float>.Count;
    private static readonly ConcurrentDictionary<string, Lazy<PhraseModel>> Made = new(StringComparer.Ordinal);

    private readonly Features features;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <summary>The groups, filled up to whole vectors.</summary>
    private readonly int width;
    private readonly float[] bias;
    private readonly float[] weights;

    private PhraseModel(PhraseBook book, Language language, IEnumerable<string> groups, int most)
    {
        features = new Features(language, book);
        var examples = new List<(int Group, int[] Features)>();
        foreach (var group in groups)
        {
            var place = places[group] = places.Count;
            examples.AddRange(
                book.All(language, group)
                    .Take(most)
                    .SelectMany(features.Learn)
                    .Where(found => found.Length > 0)
                    .Select(found => (place, found))
            );
        }

        width = (places.Count + Lanes - 1) / Lanes * Lanes;
        bias = new float[width];
        weights = new float[features.Count * width];
        Fit(examples);
    }

    /// <summary>
    /// The model in which some groups compete: where all of them have sentences, only such do; a few phrases more would blur what sentences tell.
    /// Books with the same words share their models.
    /// </summary>
    public static PhraseModel Of(PhraseBook book, Language language, IEnumerable<string> groups)
    {
        var isOfSentences = groups.All(group => book.HasSentences(language, group));
        var meant = book.Meanings(language).Where(group => !isOfSentences || book.HasSentences(language, group));
        return Made.GetOrAdd(
            $"{book.Fingerprint(language)} {isOfSentences}",
            _ => new Lazy<PhraseModel>(() => new PhraseModel(book, language, meant, isOfSentences ? int.MaxValue : MostOfEach))
        ).Value;
    }

    /// <summary>The likelihood of each of some groups; together they are 1, or 0 where nothing of what was said is known.</summary>
    /// <param name="share">How much of what was said is known from phrases, from 0 to 1.</param>
    public float[] Weigh(string said, IReadOnlyList<string> groups, out double share)
    {
        var (known, unknown) = features.Hear(said);
        var likely = new float[groups.Count];
        if (known.Count == 0)
        {
            share = 0;
            return likely; // Nothing was said that anybody wrote down: how often each is meant in general tells nothing.
        }

        share = (double)known.Count / (known.Count + unknown);
        var all = new float[width];
        Score(known, 1 / MathF.Sqrt(MathF.Max(1, known.Count + (unknown * OfUnknown))), all);
        for (var at = 0; at < likely.Length; at++)
        {
            likely[at] = places.TryGetValue(groups[at], out var place) ? all[place] : float.NegativeInfinity;
        }

        Softmax(likely);
        return likely;
    }

    private void Score(IEnumerable<int> found, float scale, Span<float> likely)
    {
        likely.Clear();
        foreach (var feature in found)
        {
            var row = weights.AsSpan(feature * width, width);
            for (var at = 0; at < width; at += Lanes)
            {
                (new Vector<float>(likely[at..]) + new Vector<float>(row[at..])).CopyTo(likely[at..]);
            }
        }

        for (var at = 0; at < width; at += Lanes)
        {
            ((new Vector<float>(likely[at..]) * scale) + new Vector<float>(bias, at)).CopyTo(likely[at..]);
        }
    }

    private static void Softmax(Span<float> likely)
    {
        var largest = float.NegativeInfinity;
        foreach (var one in likely)
        {
            largest = MathF.Max(largest, one);
        }

        var sum = 0f;
        for (var at = 0; at < likely.Length; at++)
        {
            likely[at] = MathF.Exp(likely[at] - largest);
            sum += likely[at];
        }

        for (var at = 0; at < likely.Length; at++)
        {
            likely[at] /= sum;
        }
    }

    /// <summary>Gradient descent with a step for each weight (AdaGrad); the order is mixed by a fixed seed, so that every node has the same weights.</summary>
    private void Fit(List<(int Group, int[] Features)> examples)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        new Random(1).Shuffle(order);
        var balance = Balance(examples);
        var squares = new float[weights.Length];
        var squaresOfBias = new float[width];
        var error = new float[width];
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var at in order)
            {
                var (meant, found) = examples[at];
                var scale = 1 / MathF.Sqrt(found.Length);
                Score(found, scale, error);
                Softmax(error.AsSpan(0, places.Count));
                error.AsSpan(places.Count).Clear();
                error[meant] -= 1;
                for (var lane = 0; lane < width; lane += Lanes)
                {
                    (new Vector<float>(error, lane) * balance[meant]).CopyTo(error, lane);
                }

                Move(bias, squaresOfBias, error, 1, 0);
                foreach (var feature in found)
                {
                    var row = feature * width;
                    Move(weights.AsSpan(row, width), squares.AsSpan(row, width), error, scale, Shrinking);
                }
            }
        }
    }

    private static void Move(Span<float> row, Span<float> squares, ReadOnlySpan<float> error, float scale, float shrinking)
    {
        var tiny = new Vector<float>(1e-6f);
        for (var lane = 0; lane < row.Length; lane += Lanes)
        {
            var weight = new Vector<float>(row[lane..]);
            var slope = (new Vector<float>(error[lane..]) * scale) + (weight * shrinking);
            var square = new Vector<float>(squares[lane..]) + (slope * slope);
            square.CopyTo(squares[lane..]);
            (weight - (slope * Step / Vector.SquareRoot(square + tiny))).CopyTo(row[lane..]);
        }
    }

    /// <summary>How much each example of a group counts: some hundred sentences that mean nothing must not outweigh seven that mean something.</summary>
    private float[] Balance(List<(int Group, int[] Features)> examples)
    {
        var counts = new float[places.Count];
        examples.ForEach(example => counts[example.Group]++);
        var usual = (float)examples.Count / places.Count;
        return [.. counts.Select(count => Math.Clamp(MathF.Sqrt(usual / MathF.Max(1, count)), 0.3f, 3f))];
    }
}
