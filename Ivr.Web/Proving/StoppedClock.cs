namespace Ivr.Web.Proving;

/// <summary>One moment, however long a proof takes.</summary>
public sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
