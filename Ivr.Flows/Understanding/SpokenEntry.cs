using System.Globalization;
using Ivr.Flows.Calls;
using Ivr.Flows.Flows;
using Ivr.Flows.Understanding.Values;

namespace Ivr.Flows.Understanding;

/// <summary>Turns what is said at an entry into the keys that give the same value.</summary>
public static class SpokenEntry
{
    private const decimal Most = 999_999_999.99m;

    /// <returns>Null where the words are no such value.</returns>
    public static string? Keys(string said, Answer.Digits entry, Language language, DateOnly today) =>
        SpokenKey.Read(said) is { } key && entry.Alone.Contains(key, StringComparison.Ordinal) ? key.ToString()
        : entry.IsAmount ? Amount(SpokenAmount.Read(said, language))
        : entry.IsDay && SpokenDay.Read(said, language, today) is { } day ? Day(day, today)
        : SpokenDigits.Read(said, language)?.Replace('X', '*');

    private static string? Amount(decimal? amount) =>
        amount is > 0 and <= Most and var sum ? sum.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', '*') : null;

    /// <summary>Keys have no year: a day they would not lead back to cannot be given by them.</summary>
    private static string? Day(DateOnly day, DateOnly today)
    {
        var keys = day.ToString("MMdd", CultureInfo.InvariantCulture);
        return DateKeys.Read(keys, today) == day ? keys : null;
    }
}
