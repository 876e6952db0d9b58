using System.Globalization;
using System.Text.RegularExpressions;

namespace Ivr.Flows.Calendars;

/// <summary>Reads opening hours as they are configured: <c>Mon-Fri 09:00-18:00; Sat 10:00-16:00</c>, or <c>Workdays 09:00-21:00</c>.</summary>
public static partial class HoursText
{
    private const string Good =
        "write it as 'Mon-Fri 09:00-18:00; Sat 10:00-16:00', 'Workdays 09:00-21:00', 'Daily 08:00-24:00' or 'Always'";

    private static readonly string[] DayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    /// <summary>The spans; none means always.</summary>
    /// <exception cref="FormatException">A part is no span of hours; the message names it and shows a good one.</exception>
    public static IReadOnlyList<HoursSpan> Read(string text)
    {
        if (text.Trim() is "" or "Always")
        {
            return [];
        }

        return [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ReadSpan)];
    }

    /// <summary>Days as <c>2026-12-31, 2027-01-04</c>.</summary>
    /// <exception cref="FormatException">One is no day; the message names it.</exception>
    public static IReadOnlyList<DateOnly> ReadDays(string text) =>
        [
            .. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(day =>
                    DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
                        ? read
                        : throw new FormatException($"'{day}' is no day: write it as 2026-12-31, several with commas between them")
                ),
        ];

    private static HoursSpan ReadSpan(string part)
    {
        if (Span().Match(part) is not { Success: true } match)
        {
            throw new FormatException($"'{part}' says no days and hours: {Good}");
        }

        var (from, to) = (Minutes(match, "from"), Minutes(match, "to"));
        if (from >= to || to > 24 * 60)
        {
            throw new FormatException(
                $"'{part}' ends before it begins: hours over midnight are two parts, 'Fri 18:00-24:00; Sat 00:00-02:00'"
            );
        }

        return match.Groups["days"].Value switch
        {
            "Daily" => new HoursSpan(OpenDays.EveryDay, default, default, from, to),
            "Workdays" => new HoursSpan(OpenDays.Workdays, default, default, from, to),
            var days => new HoursSpan(OpenDays.Weekdays, Day(days[..3]), Day(days[^3..]), from, to),
        };
    }

    private static DayOfWeek Day(string name) => (DayOfWeek)Array.IndexOf(DayNames, name);

    private static int Minutes(Match match, string which) =>
        int.Parse(match.Groups[which + "h"].Value, CultureInfo.InvariantCulture) * 60
        + int.Parse(match.Groups[which + "m"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "^(?<days>Daily|Workdays|(Sun|Mon|Tue|Wed|Thu|Fri|Sat)(-(Sun|Mon|Tue|Wed|Thu|Fri|Sat))?) +(?<fromh>[0-2][0-9]):(?<fromm>[0-5][0-9]) ?- ?(?<toh>[0-2][0-9]):(?<tom>[0-5][0-9])$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Span();
}
