namespace Ivr.Flows.Calendars;

/// <summary>Why nobody is there.</summary>
public enum ClosedBecause
{
    /// <summary>It is too early or too late.</summary>
    OfTheHour,

    Holiday,

    /// <summary>A day that was set as closed beside the holidays.</summary>
    ExtraDay,

    /// <summary>Somebody closed by hand.</summary>
    ByHand,
}

/// <summary>Whether people are there at a moment.</summary>
public sealed record Opening
{
    /// <summary>Null while it is open.</summary>
    public ClosedBecause? Closed { get; init; }

    /// <summary>The holiday, where that is why.</summary>
    public Holiday? Holiday { get; init; }

    /// <summary>When it opens next; null while it is open, and where nobody knows.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>The hours as configured; none means always.</summary>
    public IReadOnlyList<HoursSpan> Hours { get; init; } = [];

    public bool IsOpen => Closed is null;
}
