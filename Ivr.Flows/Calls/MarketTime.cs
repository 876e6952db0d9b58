using Ivr.Flows.Calendars;

namespace Ivr.Flows.Calls;

/// <summary>The market's clock and calendar: turns moments into the days and hours callers live by.</summary>
/// <param name="calendar">The market whose working days count, as <c>CN</c>.</param>
public sealed class MarketTime(TimeZoneInfo zone, string calendar, MarketCalendar workdays)
{
    public TimeZoneInfo Zone => zone;

    public string Calendar => calendar;

    public MarketCalendar Workdays => workdays;

    public DateTime LocalOf(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).DateTime;

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(LocalOf(at));

    /// <summary>A minute of a day, counted from midnight.</summary>
    public DateTimeOffset At(DateOnly day, int minute)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The midnight with which a day begins.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The last moment of a day: what is promised for a day is due then.</summary>
    public DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1)).AddSeconds(-1);

    /// <summary>Whether the day of a moment is over: what was promised for a day is not late before.</summary>
    public bool IsDayOver(DateTimeOffset at, DateTimeOffset now) => EndOf(DayOf(at)) < now;

    /// <summary>The end of the day so many working days from now; null where the calendar does not reach so far.</summary>
    public DateTimeOffset? AfterWorkdays(DateTimeOffset now, int count) => workdays.Add(DayOf(now), count) is { } day ? EndOf(day) : null;
}
