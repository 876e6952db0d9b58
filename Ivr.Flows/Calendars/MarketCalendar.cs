namespace Ivr.Flows.Calendars;

/// <summary>The working days of a market: weekends, public holidays and make-up working days, year by year as announced.</summary>
public sealed class MarketCalendar(IEnumerable<CalendarYear> years)
{
    /// <summary>While a year's arrangement is not announced, so many days around a holiday may turn out to be free as well.</summary>
    private const int Unsure = 8;

    private readonly Dictionary<int, CalendarYear> byYear = years.ToDictionary(year => year.Year);

    /// <summary>Null where the year is not known at all.</summary>
    public bool? IsWorkday(DateOnly day) =>
        byYear.GetValueOrDefault(day.Year) is { } year ? !year.IsHoliday(day) && (year.IsMadeUp(day) || !IsWeekend(day)) : null;

    /// <summary>The name of the holiday, or null where the day is none.</summary>
    public Holiday? HolidayOn(DateOnly day) => byYear.GetValueOrDefault(day.Year)?.HolidayOn(day);

    /// <summary>
    /// The day that lies so many working days behind another. Where a year is not announced yet it is rather too late than too early; null
    /// where the calendar ends before.
    /// </summary>
    public DateOnly? Add(DateOnly from, int workdays)
    {
        var day = from;
        while (workdays > 0)
        {
            day = day.AddDays(1);
            if (IsWorkday(day) is not { } isWorkday)
            {
                return null;
            }

            workdays -= isWorkday && IsSure(day) ? 1 : 0;
        }

        return day;
    }

    private bool IsSure(DateOnly day) =>
        byYear[day.Year].IsAnnounced || !Enumerable.Range(-Unsure, Unsure * 2 + 1).Any(shift => HolidayOn(day.AddDays(shift)) is not null);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
