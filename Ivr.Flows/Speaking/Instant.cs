namespace Ivr.Flows.Speaking;

/// <summary>A moment that becomes local when it is spoken: said as day and time.</summary>
public sealed record Instant(DateTimeOffset At) : Value;

/// <summary>A moment that becomes local when it is spoken: said as the day alone.</summary>
public sealed record InstantDay(DateTimeOffset At) : Value;
