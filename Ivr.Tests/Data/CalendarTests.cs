using System.Globalization;
using Ivr.Flows.Calendars;

namespace Ivr.Tests.Data;

/// <summary>Working days as the market has them.</summary>
public sealed class CalendarTests
{
    private static readonly MarketCalendar China = new(CalendarYear.ReadAll(Path.Combine(AppContext.BaseDirectory, "Calendars"), "CN"));

    [Theory]
    [InlineData("2026-09-30", true)]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-10", true)] // A Saturday that is worked for National Day.
    [InlineData("2026-10-11", false)]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-20", false)]
    public void Holidays_are_free_and_make_up_days_are_worked(string day, bool isWorkday) =>
        Assert.Equal(isWorkday, China.IsWorkday(Day(day)));

    [Theory]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-09-30", 3, "2026-10-10")]
    [InlineData("2026-10-08", 3, "2026-10-12")]
    [InlineData("2026-02-13", 1, "2026-02-14")]
    [InlineData("2026-11-25", 3, "2026-11-30")]
    [InlineData("2026-11-25", 0, "2026-11-25")]
    public void Working_days_are_counted_over_them(string from, int count, string to) => Assert.Equal(Day(to), China.Add(Day(from), count));

    [Fact]
    public void A_year_that_is_not_announced_is_counted_rather_too_late_than_too_early()
    {
        Assert.Equal(Day("2027-01-11"), China.Add(Day("2026-12-31"), 1));
        Assert.Equal(Day("2027-03-02"), China.Add(Day("2027-03-01"), 1));
    }

    [Fact]
    public void Where_the_calendar_ends_nothing_is_promised()
    {
        Assert.Null(China.Add(Day("2027-12-31"), 1));
        Assert.Null(China.IsWorkday(Day("2031-05-05")));
    }

    [Fact]
    public void A_holiday_has_a_name_in_both_languages() =>
        Assert.Equal(new Holiday("国庆节", "National Day"), China.HolidayOn(Day("2026-10-03")));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
