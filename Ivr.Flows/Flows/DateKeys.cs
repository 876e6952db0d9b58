using System.Globalization;

namespace Ivr.Flows.Flows;

/// <summary>A day as it is keyed: month and day, two digits each.</summary>
public static class DateKeys
{
    /// <summary>The newest such day that is not to come, of this year or the last; null where there is none.</summary>
    public static DateOnly? Read(string keys, DateOnly today) =>
        new[] { today.Year, today.Year - 1 }.Select(year => InYear(keys, year)).FirstOrDefault(day => day <= today);

    private static DateOnly? InYear(string keys, int year) =>
        DateOnly.TryParseExact($"{year:0000}{keys}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
