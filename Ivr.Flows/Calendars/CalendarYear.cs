using System.Globalization;
using System.Text.Json;

namespace Ivr.Flows.Calendars;

/// <summary>One year of a market's calendar, as its file tells it: <c>CN.2026.json</c>.</summary>
public sealed record CalendarYear
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private readonly Dictionary<DateOnly, Holiday> holidays;
    private readonly HashSet<DateOnly> makeUpWorkdays;

    private CalendarYear(int year, Text text)
    {
        Year = year;
        IsAnnounced = text.Announced;
        holidays = text.Holidays.SelectMany(span => Days(span).Select(day => (day, new Holiday(span.Zh, span.En)))).ToDictionary();
        makeUpWorkdays = [.. text.MakeUpWorkdays];
    }

    public int Year { get; }

    /// <summary>False where only what the law says is known, and not yet how it is arranged.</summary>
    public bool IsAnnounced { get; }

    /// <summary>All years of a market that have a file in the folder.</summary>
    /// <exception cref="InvalidDataException">A file cannot be read; the message names it.</exception>
    public static IEnumerable<CalendarYear> ReadAll(string folder, string market) =>
        Directory.EnumerateFiles(folder, $"{market}.*.json").Select(Read);

    public bool IsHoliday(DateOnly day) => holidays.ContainsKey(day);

    public bool IsMadeUp(DateOnly day) => makeUpWorkdays.Contains(day);

    public Holiday? HolidayOn(DateOnly day) => holidays.GetValueOrDefault(day);

    private static CalendarYear Read(string file)
    {
        try
        {
            var year = int.Parse(Path.GetFileNameWithoutExtension(file).Split('.')[1], CultureInfo.InvariantCulture);
            return new CalendarYear(year, JsonSerializer.Deserialize<Text>(File.ReadAllText(file), Strict)!);
        }
        catch (Exception cause) when (cause is JsonException or FormatException or IndexOutOfRangeException or ArgumentException)
        {
            throw new InvalidDataException($"The calendar file {file} cannot be read: {cause.Message}", cause);
        }
    }

    private static IEnumerable<DateOnly> Days(HolidaySpan span) =>
        Enumerable.Range(0, span.To.DayNumber - span.From.DayNumber + 1).Select(span.From.AddDays);

    private sealed record Text(string Source, bool Announced, IReadOnlyList<HolidaySpan> Holidays, IReadOnlyList<DateOnly> MakeUpWorkdays);

    private sealed record HolidaySpan(DateOnly From, DateOnly To, string Zh, string En);
}

/// <summary>What a day off is called.</summary>
public sealed record Holiday(string Zh, string En);
