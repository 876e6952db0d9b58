using Ivr.Flows.Speaking;

namespace Ivr.Flows.Understanding.Values;

/// <summary>A length of time: 三个工作日, 半小时, 两个星期, an hour and a half.</summary>
public static class SpokenSpan
{
    private static readonly (string Name, int Count, SpanUnit Unit)[] Mandarin =
    [
        ("个工作日", 1, SpanUnit.WorkingDay),
        ("工作日", 1, SpanUnit.WorkingDay),
        ("分钟", 1, SpanUnit.Minute),
        ("刻钟", 15, SpanUnit.Minute),
        ("个小时", 1, SpanUnit.Hour),
        ("小时", 1, SpanUnit.Hour),
        ("个钟头", 1, SpanUnit.Hour),
        ("个星期", 7, SpanUnit.Day),
        ("个礼拜", 7, SpanUnit.Day),
        ("星期", 7, SpanUnit.Day),
        ("周", 7, SpanUnit.Day),
        ("个月", 1, SpanUnit.Month),
        ("天", 1, SpanUnit.Day),
    ];

    /// <returns>Null where the words are no length of time. Weeks are days.</returns>
    public static Span? Read(string words, Language language) =>
        language switch
        {
            Language.Mandarin => InMandarin(Utterance.Mandarin(words)),
            Language.English => InEnglish(Utterance.English(words)),
        };

    private static Span? InMandarin(string signs)
    {
        if (signs is "半小时" or "半个小时" or "半个钟头")
        {
            return new Span(30, SpanUnit.Minute);
        }

        if (signs.EndsWith("个半小时", StringComparison.Ordinal))
        {
            return Of(MandarinFigures.Whole(signs[..^4]) * 60 + 30, 1, SpanUnit.Minute);
        }

        var unit = Mandarin.FirstOrDefault(unit => signs.EndsWith(unit.Name, StringComparison.Ordinal));
        return unit.Name is null ? null : Of(MandarinFigures.Whole(signs[..^unit.Name.Length]), unit.Count, unit.Unit);
    }

    private static Span? InEnglish(List<string> words) =>
        words switch
        {
            ["half", "an", "hour"] or ["half", "hour"] or ["a", "half", "hour"] => new Span(30, SpanUnit.Minute),
            ["an" or "one", "hour", "and", "a", "half"] => new Span(90, SpanUnit.Minute),
            [.. var number, "and", "a", "half", "hours"] => Of(Count(number) * 60 + 30, 1, SpanUnit.Minute),
            [.. var number, "working" or "business", "day" or "days"] => Of(Count(number), 1, SpanUnit.WorkingDay),
            [.. var number, "minute" or "minutes"] => Of(Count(number), 1, SpanUnit.Minute),
            [.. var number, "hour" or "hours"] => Of(Count(number), 1, SpanUnit.Hour),
            [.. var number, "day" or "days"] => Of(Count(number), 1, SpanUnit.Day),
            [.. var number, "week" or "weeks"] => Of(Count(number), 7, SpanUnit.Day),
            [.. var number, "month" or "months"] => Of(Count(number), 1, SpanUnit.Month),
            _ => null,
        };

    private static long? Count(List<string> words) => words is ["a" or "an"] ? 1 : EnglishFigures.Whole(words);

    private static Span? Of(long? count, int times, SpanUnit unit) => count is >= 0 and <= 100_000 ? new Span((int)count * times, unit) : null;
}
