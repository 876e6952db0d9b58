using System.Buffers;

namespace Ivr.Flows.Understanding;

/// <summary>What was said, with the distance of each of its tokens from a token of the phrases, worked out when it is first asked for.</summary>
internal sealed class Utterance : IDisposable
{
    /// <summary>Nobody needs more to choose from a menu; the rest is not looked at.</summary>
    private const int Longest = 60;

    private const float Unknown = -1;

    private readonly Ear ear;
    private readonly float[] rows;

    public Utterance(Ear ear, string text, IReadOnlyDictionary<string, int> vocabulary, IReadOnlySet<string> fillers)
    {
        this.ear = ear;
        foreach (var token in ear.Mend([.. ear.Hear(text)], word => vocabulary.ContainsKey(word) || fillers.Contains(word)))
        {
            if (token is null)
            {
                Pauses.Add(Tokens.Count);
            }
            else if (Tokens.Count < Longest)
            {
                IsFiller.Add(fillers.Contains(token.Id));
                Tokens.Add(token);
            }
        }

        rows = ArrayPool<float>.Shared.Rent((vocabulary.Count * (Length + 1)) + 1);
        for (var row = 0; row < vocabulary.Count; row++)
        {
            rows[(row * (Length + 1)) + Length] = Unknown;
        }
    }

    public List<Token> Tokens { get; } = [];

    public List<bool> IsFiller { get; } = [];

    /// <summary>A pause stands before the token at each of these places.</summary>
    public HashSet<int> Pauses { get; } = [];

    public int Length => Tokens.Count;

    /// <summary>The distance of each token from the given one, where a word that means little stands for no other; behind the last stands the least of them.</summary>
    public ReadOnlySpan<float> Row(int id, Token token)
    {
        var row = rows.AsSpan(id * (Length + 1), Length + 1);
        if (row[Length] != Unknown)
        {
            return row;
        }

        var least = 1f;
        for (var at = 0; at < Length; at++)
        {
            row[at] = IsFiller[at] && token.Readings.Length == 0 && token.Id != Tokens[at].Id ? 1 : ear.Distance(token, Tokens[at]);
            least = Math.Min(least, row[at]);
        }

        row[Length] = least;
        return row;
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(rows);

    /// <summary>What it costs to pass over a token inside a phrase: little where it is said twice or means nothing.</summary>
    public float Passing(int at) =>
        at > 0 && Tokens[at].Id == Tokens[at - 1].Id ? 0.15f
        : IsFiller[at] ? 0.25f
        : 0.6f;

    /// <summary>What a token weighs in what was said.</summary>
    public float Weight(int at) => IsFiller[at] ? 0.2f : 1;
}
