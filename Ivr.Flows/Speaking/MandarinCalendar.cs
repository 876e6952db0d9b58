using System.Globalization;
using Ivr.Flows.Calendars;

namespace Ivr.Flows.Speaking;

/// <summary>Days and times of day in Chinese.</summary>
internal static class MandarinCalendar
{
    private const int EndOfDay = 24 * 60;

    public static string Day(DateOnly date, DateOnly today)
    {
        var words = Date(date, today) + "，" + Weekday(date.DayOfWeek);
        return Relative(date, today) is { } near ? near + "，" + words : words;
    }

    public static string Moment(DateTime local, DateOnly today)
    {
        var date = DateOnly.FromDateTime(local);
        return (Relative(date, today) ?? Date(date, today)) + Time(local.Hour, local.Minute);
    }

    /// <summary>The end of a day is its <c>十二点</c>, said as midnight, not the small hours' <c>零点</c>.</summary>
    public static string Hours(HoursSpan span)
    {
        var days = span.Days switch
        {
            OpenDays.EveryDay => "每天",
            OpenDays.Workdays => "工作日",
            OpenDays.Weekdays => span.First == span.Last ? Weekday(span.First) : $"{Weekday(span.First)}到{Weekday(span.Last)}",
        };
        var end = span.To == EndOfDay ? "晚上十二点" : Time(span.To / 60, span.To % 60);
        return (span.From, span.To) == (0, EndOfDay) ? $"{days}全天" : $"{days}，{Time(span.From / 60, span.From % 60)}到{end}";
    }

    private static string? Relative(DateOnly date, DateOnly today) =>
        (date.DayNumber - today.DayNumber) switch
        {
            -1 => "昨天",
            0 => "今天",
            1 => "明天",
            _ => null,
        };

    private static string Date(DateOnly date, DateOnly today)
    {
        var year = date.Year == today.Year ? "" : Year(date.Year);
        return year + MandarinNumbers.Cardinal((ulong)date.Month) + "月" + MandarinNumbers.Cardinal((ulong)date.Day) + "号";
    }

    private static string Year(int year) =>
        string.Concat(year.ToString(CultureInfo.InvariantCulture).Select(digit => MandarinNumbers.Digit(digit - '0'))) + "年";

    private static string Weekday(DayOfWeek day) => "周" + "日一二三四五六"[(int)day];

    /// <summary>Midnight begins the day, so it is the small hours' <c>零点</c>, never last night's <c>十二点</c>.</summary>
    private static string Time(int hour, int minute)
    {
        var onTheDial = hour > 12 ? hour - 12 : hour;
        var gap = minute < 10 ? "零" : "";
        var minutes = minute == 0 ? "" : gap + MandarinNumbers.Cardinal((ulong)minute) + "分";
        return PartOfDay(hour) + MandarinNumbers.Measured((ulong)onTheDial) + "点" + minutes;
    }

    private static string PartOfDay(int hour) =>
        hour switch
        {
            < 5 => "凌晨",
            < 8 => "早上",
            < 12 => "上午",
            12 => "中午",
            < 18 => "下午",
            _ => "晚上",
        };
}
