namespace Ivr.Tests.Calls;

/// <summary>A clock that a test moves; it begins at the real time, because the demo's stories are of today.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan ahead;

    public void Advance(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
