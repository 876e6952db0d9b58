using System.Globalization;
using Ivr.Flows.Calendars;

namespace Ivr.Flows.Speaking;

/// <summary>Days and times of day in English.</summary>
internal static class EnglishCalendar
{
    private const int EndOfDay = 24 * 60;

    public static string Day(DateOnly date, DateOnly today)
    {
        var year = date.Year == today.Year ? "" : ", " + Year(date.Year);
        var words = $"{date.DayOfWeek}, {MonthAndDay(date)}{year}";
        return Relative(date, today) is { } near ? $"{near}, {words}" : words;
    }

    public static string Moment(DateTime local, DateOnly today)
    {
        var date = DateOnly.FromDateTime(local);
        var year = date.Year == today.Year ? "" : $", {Year(date.Year)},";
        var day = Relative(date, today) ?? MonthAndDay(date) + year;
        return $"{day} at {Time(local.Hour, local.Minute)}";
    }

    public static string Hours(HoursSpan span)
    {
        var days = span.Days switch
        {
            OpenDays.EveryDay => "every day",
            OpenDays.Workdays => "on working days",
            OpenDays.Weekdays => span.First == span.Last ? $"{span.First}" : $"{span.First} to {span.Last}",
        };
        var end = span.To == EndOfDay ? "midnight" : Time(span.To / 60, span.To % 60);
        return (span.From, span.To) == (0, EndOfDay) ? $"{days}, all day" : $"{days}, {Time(span.From / 60, span.From % 60)} to {end}";
    }

    private static string? Relative(DateOnly date, DateOnly today) =>
        (date.DayNumber - today.DayNumber) switch
        {
            -1 => "yesterday",
            0 => "today",
            1 => "tomorrow",
            _ => null,
        };

    private static string MonthAndDay(DateOnly date) =>
        $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month)} {EnglishNumbers.Ordinal(date.Day)}";

    private static string Year(int year)
    {
        var (century, rest) = Math.DivRem((ulong)year, 100);
        return (century, rest) switch
        {
            (< 10, _) => EnglishNumbers.Cardinal((ulong)year),
            _ when year % 1_000 < 10 => EnglishNumbers.Cardinal((ulong)year),
            (_, 0) => EnglishNumbers.Cardinal(century) + " hundred",
            (_, < 10) => $"{EnglishNumbers.Cardinal(century)} oh {EnglishNumbers.Cardinal(rest)}",
            _ => $"{EnglishNumbers.Cardinal(century)} {EnglishNumbers.Cardinal(rest)}",
        };
    }

    /// <summary>"Midnight" could end the day as well as begin it, so it is twelve a.m.; noon is noon.</summary>
    private static string Time(int hour, int minute)
    {
        if ((hour, minute) is (12, 0))
        {
            return "noon";
        }

        var onTheDial = EnglishNumbers.Cardinal((ulong)(hour % 12 == 0 ? 12 : hour % 12));
        var minutes = minute switch
        {
            0 => "",
            < 10 => " oh " + EnglishNumbers.Digit(minute),
            _ => " " + EnglishNumbers.Cardinal((ulong)minute),
        };
        return onTheDial + minutes + (hour < 12 ? " a.m." : " p.m.");
    }
}
