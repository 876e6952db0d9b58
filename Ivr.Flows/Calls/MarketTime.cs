namespace Ivr.Flows.Calls;

/// <summary>The market's clock: turns moments into the days and hours callers live by.</summary>
public sealed class MarketTime(TimeZoneInfo zone)
{
    public TimeZoneInfo Zone => zone;

    public DateTime LocalOf(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).DateTime;

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(LocalOf(at));
}
