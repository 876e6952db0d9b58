namespace Ivr.Flows.Calendars;

/// <summary>Which days a span of opening hours stands for.</summary>
public enum OpenDays
{
    EveryDay,

    /// <summary>The market's working days: make-up days among them, holidays not.</summary>
    Workdays,

    /// <summary>From one day of the week to another.</summary>
    Weekdays,
}

/// <summary>Hours of the same days, as <c>Mon-Fri 09:00-18:00</c>.</summary>
/// <param name="First">The first day of the week; means something only for <see cref="OpenDays.Weekdays"/>.</param>
/// <param name="From">Minutes after midnight.</param>
/// <param name="To">Minutes after midnight, up to 1440; the first minute that is closed.</param>
public sealed record HoursSpan(OpenDays Days, DayOfWeek First, DayOfWeek Last, int From, int To)
{
    public bool IsOn(DateOnly day, MarketCalendar calendar) =>
        Days switch
        {
            OpenDays.EveryDay => true,
            OpenDays.Workdays => calendar.IsWorkday(day) ?? day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
            OpenDays.Weekdays => (day.DayOfWeek - First + 7) % 7 <= (Last - First + 7) % 7,
        };
}
