namespace Ivr.Flows.Understanding;

/// <summary>A phrase of a group, ready to be looked for.</summary>
/// <param name="Tokens">Numbers in the vocabulary.</param>
internal sealed record Phrase(int[] Tokens, bool[] IsFiller)
{
    private readonly bool isOnlyFillers = Array.TrueForAll(IsFiller, isFiller => isFiller);

    /// <summary>How far what was said may be from the phrase, all tokens together.</summary>
    public float Tolerance =>
        Tokens.Length switch
        {
            1 => 0.4f,
            _ when isOnlyFillers => 0.31f,
            2 => 0.36f,
            3 => 0.5f,
            4 => 0.62f,
            _ => Tokens.Length * 0.16f,
        };

    /// <summary>What it costs that a token was not said.</summary>
    public float Missing(int at) => IsFiller[at] && !isOnlyFillers ? 0.2f : 0.6f;
}

/// <summary>A phrase in what was said, from one place to before another.</summary>
/// <param name="Likeness">1 where it was said exactly, down to a half where it is only just near.</param>
internal readonly record struct Hit(int Group, Phrase Phrase, int From, int To, float Likeness, float Weight)
{
    public bool Overlaps(Hit other) => From < other.To && other.From < To;

    public bool LiesInside(Hit other) => From >= other.From && To <= other.To && To - From < other.To - other.From;
}
