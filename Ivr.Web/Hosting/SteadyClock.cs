namespace Ivr.Web.Hosting;

/// <summary>
/// The machine's time without its jumps. Locks, pauses and codes last as long as they were meant to, whoever sets the clock: between two looks the
/// time goes on as the monotonic clock does. What the machine is corrected by little by little is followed; a jump is told and not followed until
/// the hotline is started again, for nobody here can know which of the two times is right.
/// </summary>
public sealed partial class SteadyClock(TimeProvider machine, ILogger<SteadyClock> log) : TimeProvider
{
    /// <summary>More is a jump.</summary>
    private static readonly TimeSpan MostCorrection = TimeSpan.FromSeconds(1);

    /// <summary>Corrections are followed by one part in so many: half an hour stays half an hour to the second.</summary>
    private const int Slowness = 2000;

    private readonly Lock gate = new();
    private DateTimeOffset time = machine.GetUtcNow();
    private long lookedAt = machine.GetTimestamp();
    private bool hasJumped;

    /// <summary>How far the machine's clock is ahead of this one.</summary>
    public TimeSpan Off { get; private set; }

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            var now = machine.GetTimestamp();
            var passed = machine.GetElapsedTime(lookedAt, now);
            (time, lookedAt) = (time + passed, now);
            Off = machine.GetUtcNow() - time;
            if (Off.Duration() <= MostCorrection)
            {
                var most = passed / Slowness;
                time += TimeSpan.FromTicks(Math.Clamp(Off.Ticks, -most.Ticks, most.Ticks));
                hasJumped = false;
            }
            else if (!hasJumped)
            {
                hasJumped = true;
                Jumped(log, Off.TotalSeconds);
            }

            return time;
        }
    }

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    [LoggerMessage(
        EventId = 14,
        Level = LogLevel.Error,
        Message = "The machine's clock is {Seconds} seconds from where it was: the hotline keeps its own time until it is started again"
    )]
    private static partial void Jumped(ILogger log, double seconds);
}
