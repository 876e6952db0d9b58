using System.Globalization;

namespace Ivr.Flows.Understanding.Values;

/// <summary>A day that people name instead of its date. The lunar ones are reckoned, not looked up: they are sure for every year.</summary>
/// <param name="In">Its day in a year.</param>
internal sealed record Festival(string Mandarin, string English, Func<int, DateOnly> In)
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>Longer names first where one begins with another.</summary>
    public static IReadOnlyList<Festival> All { get; } =
    [
        Solar("元旦", "new years day|new year", 1, 1),
        Solar("情人节", "valentines day", 2, 14),
        Solar("三八妇女节|三八节|妇女节", "womens day", 3, 8),
        new("清明", "tomb sweeping day|qingming", Clear),
        Solar("五一|劳动节", "labor day|labour day|may day", 5, 1),
        Solar("儿童节|六一", "childrens day", 6, 1),
        Solar("国庆", "national day", 10, 1),
        Solar("双十一|双11|光棍节", "singles day|double eleven", 11, 11),
        Solar("双十二", "double twelve", 12, 12),
        Solar("平安夜", "christmas eve", 12, 24),
        Solar("圣诞", "christmas", 12, 25),
        new("除夕|大年三十|年三十", "chinese new years eve|lunar new years eve", year => Moon(year, 1, 1).AddDays(-1)),
        new("春节|大年初一|正月初一", "spring festival|chinese new years day|chinese new year|lunar new year", year => Moon(year, 1, 1)),
        new("元宵", "lantern festival", year => Moon(year, 1, 15)),
        new("端午", "dragon boat festival|dragon boat day", year => Moon(year, 5, 5)),
        new("七夕", "qixi", year => Moon(year, 7, 7)),
        new("中秋", "mid autumn festival|mid autumn day|mid autumn|moon festival", year => Moon(year, 8, 15)),
        new("重阳", "double ninth", year => Moon(year, 9, 9)),
    ];

    private static Festival Solar(string mandarin, string english, int month, int day) =>
        new(mandarin, english, year => new DateOnly(year, month, day));

    /// <summary>A day of the Chinese calendar; a leap month moves the months behind it by one.</summary>
    private static DateOnly Moon(int year, int month, int day)
    {
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    /// <summary>The solar term of this name; the rule of thumb holds from 2000 to 2099.</summary>
    private static DateOnly Clear(int year) => new(year, 4, (int)(((year % 100) * 0.2422m) + 4.81m) - (year % 100 / 4));
}
