namespace Ivr.Flows.Understanding;

/// <summary>
/// How likely each group of phrases is for what was said: a softmax regression over its features, fitted to the phrases when it is made. Every
/// sound of an utterance speaks for some groups and against others, so that no single word decides.
/// </summary>
internal sealed class PhraseModel
{
    private const int Rounds = 15;
    private const float Step = 0.5f;
    private const float Shrinking = 1e-4f;

    /// <summary>How much of an utterance each feature is that no phrase has; it makes the others say less.</summary>
    private const float OfUnknown = 0.25f;

    private readonly Features features;
    private readonly int groups;
    private readonly float[] bias;
    private readonly float[] weights;

    /// <summary>The groups that have a phrase, by its name.</summary>
    private readonly Dictionary<string, List<int>> whole = new(StringComparer.Ordinal);

    /// <param name="phrases">Those of each group.</param>
    public PhraseModel(Language language, IReadOnlyList<IReadOnlyList<string>> phrases, IReadOnlyList<string> fillers)
    {
        groups = phrases.Count;
        features = new Features(language, fillers);
        bias = new float[groups];
        var examples = new List<(int Group, int[] Features)>();
        for (var group = 0; group < groups; group++)
        {
            foreach (var phrase in phrases[group])
            {
                examples.AddRange(features.Learn(phrase).Where(found => found.Length > 0).Select(found => (group, found)));
                var name = features.NameOf(phrase);
                whole[name] = [.. whole.GetValueOrDefault(name) ?? [], group];
            }
        }

        weights = new float[features.Count * groups];
        Fit(examples);
    }

    /// <summary>The likelihood of each group; together they are 1, or 0 where nothing of what was said is known.</summary>
    /// <param name="share">How much of what was said is known from phrases, from 0 to 1.</param>
    public float[] Weigh(string said, out double share)
    {
        var (known, unknown) = features.Hear(said);
        if (known.Count == 0)
        {
            share = 0;
            return new float[groups]; // Nothing was said that anybody wrote down: how often each is meant in general tells nothing.
        }

        share = (double)known.Count / (known.Count + unknown);
        return Weigh(known, 1 / MathF.Sqrt(MathF.Max(1, known.Count + (unknown * OfUnknown))));
    }

    /// <summary>The groups with a phrase that is all that was said.</summary>
    public IReadOnlyList<int> Exactly(string said) => [.. (whole.GetValueOrDefault(features.NameOf(said)) ?? []).Distinct()];

    private float[] Weigh(IEnumerable<int> found, float scale)
    {
        var likely = bias.AsSpan().ToArray();
        foreach (var feature in found)
        {
            var row = weights.AsSpan(feature * groups, groups);
            for (var group = 0; group < groups; group++)
            {
                likely[group] += row[group] * scale;
            }
        }

        var largest = likely.Max();
        var sum = 0f;
        for (var group = 0; group < groups; group++)
        {
            likely[group] = MathF.Exp(likely[group] - largest);
            sum += likely[group];
        }

        for (var group = 0; group < groups; group++)
        {
            likely[group] /= sum;
        }

        return likely;
    }

    /// <summary>Gradient descent with a step for each weight (AdaGrad); the order is mixed by a fixed seed, so that every node has the same weights.</summary>
    private void Fit(List<(int Group, int[] Features)> examples)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        new Random(1).Shuffle(order);
        var balance = Balance(examples);
        var squares = new float[weights.Length];
        var squaresOfBias = new float[groups];
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var at in order)
            {
                var (meant, found) = examples[at];
                var scale = 1 / MathF.Sqrt(found.Length);
                var error = Weigh(found, scale);
                error[meant] -= 1;
                for (var group = 0; group < groups; group++)
                {
                    error[group] *= balance[meant];
                }

                for (var group = 0; group < groups; group++)
                {
                    bias[group] -= Move(error[group], ref squaresOfBias[group]);
                }

                foreach (var feature in found)
                {
                    for (var (group, weight) = (0, feature * groups); group < groups; group++, weight++)
                    {
                        weights[weight] -= Move((error[group] * scale) + (Shrinking * weights[weight]), ref squares[weight]);
                    }
                }
            }
        }
    }

    /// <summary>How much each example of a group counts: some hundred sentences that mean nothing must not outweigh seven that mean something.</summary>
    private float[] Balance(List<(int Group, int[] Features)> examples)
    {
        var counts = new float[groups];
        examples.ForEach(example => counts[example.Group]++);
        var usual = (float)examples.Count / groups;
        return [.. counts.Select(count => Math.Clamp(MathF.Sqrt(usual / MathF.Max(1, count)), 0.3f, 3f))];
    }

    private static float Move(float slope, ref float squares)
    {
        squares += slope * slope;
        return Step * slope / MathF.Sqrt(squares + 1e-6f);
    }
}
