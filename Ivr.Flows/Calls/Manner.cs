namespace Ivr.Flows.Calls;

/// <summary>How the hotline talks to this caller.</summary>
public sealed record Manner
{
    public Pace Pace { get; init; }

    /// <summary>Fewer choices, more time, and a person first.</summary>
    public bool IsElder { get; init; }
}

/// <summary>How fast the hotline speaks.</summary>
public enum Pace
{
    Usual,
    Slower,
    Faster,
}
