using System.Globalization;

namespace Ivr.Flows.Understanding.Values;

/// <summary>Reads English days: the day before yesterday, last Friday, the third of November; the time of day is passed over.</summary>
internal static class EnglishDays
{
    private static readonly string[] Ordinals =
    [
        .. "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth".Split(
            ' '
        ),
        .. "sixteenth seventeenth eighteenth nineteenth twentieth".Split(' '),
    ];

    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    /// <summary>What "this" may stand before and still mean a time.</summary>
    public static bool IsAfterThis(string word) =>
        WeekdayOf(word) is not null || word is "week" or "month" or "morning" or "afternoon" or "evening" or "year";

    public static DateOnly? Read(List<string> words, DateOnly today)
    {
        var clues = new DayClues(today);
        for (var at = 0; at < words.Count; )
        {
            var rest = words[at..];
            var length = ReadFestival(rest, clues) ?? ReadNear(rest, clues, today) ?? ReadDate(rest, clues);
            if (length == 0)
            {
                return null;
            }

            at += length;
        }

        return clues.Resolve();
    }

    private static int? ReadFestival(List<string> rest, DayClues clues)
    {
        var found = Festival
            .All.SelectMany(festival => festival.English.Split('|'), (festival, name) => (festival, Words: name.Split(' ')))
            .Where(pair => rest.Take(pair.Words.Length).SequenceEqual(pair.Words, StringComparer.Ordinal))
            .OrderByDescending(pair => pair.Words.Length)
            .FirstOrDefault();
        if (found.festival is null)
        {
            return null;
        }

        clues.Festival(found.festival);
        return found.Words.Length;
    }

    private static int? ReadNear(List<string> rest, DayClues clues, DateOnly today)
    {
        switch (rest)
        {
            case ["day", "before", "yesterday", ..]:
                clues.InDays(-2);
                return 3;
            case ["day", "after", "tomorrow", ..]:
                clues.InDays(2);
                return 3;
            case ["yesterday", ..]:
                clues.InDays(-1);
                return 1;
            case ["last", "night", ..]:
                clues.InDays(-1);
                return 2;
            case ["today" or "tonight", ..]:
                clues.InDays(0);
                return 1;
            case ["this", "morning" or "afternoon" or "evening", ..]:
                clues.InDays(0);
                return 2;
            case ["tomorrow", ..]:
                clues.InDays(1);
                return 1;
            case ["last" or "past", var day, ..] when WeekdayOf(day) is { } weekday:
                clues.Weekday = weekday;
                // Of yesterday nobody says "last Tuesday".
                clues.InDays(-2 - (((int)today.DayOfWeek - (int)weekday + 5) % 7));
                return 2;
            case ["this" or "next", var day, ..] when WeekdayOf(day) is { } weekday:
                (clues.Weekday, clues.Week) = (weekday, rest[0] is "next" ? 1 : 0);
                return 2;
            case ["last" or "this" or "next", "week", ..]:
                clues.Week = Steps(rest[0]);
                return 2;
            case ["last" or "this" or "next", "month", ..]:
                clues.MonthFromNow(Steps(rest[0]));
                return 2;
            case ["last" or "this" or "next", "year", ..]:
                clues.Year = today.Year + Steps(rest[0]);
                return 2;
            case [var day, ..] when WeekdayOf(day) is { } weekday:
                clues.Weekday = weekday;
                return 1;
            case [var name, "before", "last", ..] when WeekdayOf(name) is { } weekday:
                clues.Weekday = weekday;
                clues.InDays(-9 - (((int)today.DayOfWeek - (int)weekday + 5) % 7));
                return 3;
            case ["day", "before", .. var festival]:
                var eve = new DayClues(today);
                if (ReadFestival(festival, eve) is { } length && eve.Resolve() is { } feast)
                {
                    clues.Name(feast.AddDays(-1));
                    return 2 + length;
                }

                break;
            case ["last", "day", "of", "last", "month", ..]:
                clues.Name(today.AddDays(-today.Day));
                return 5;
            case ["at" or "around" or "about", ..]:
                return TimeOfDay(rest);
        }

        return ReadAgo(rest, clues);
    }

    private static int Steps(string word) =>
        word switch
        {
            "last" => -1,
            "next" => 1,
            _ => 0,
        };

    private static int? ReadAgo(List<string> rest, DayClues clues)
    {
        var ago = rest.IndexOf("ago");
        if (ago is < 2 or > 4 || rest[ago - 1] is not ("day" or "days" or "week" or "weeks"))
        {
            return null;
        }

        var count = rest[..(ago - 1)] is ["a" or "an"] ? 1 : EnglishFigures.Whole(rest[..(ago - 1)]);
        if (count is null)
        {
            return null;
        }

        clues.InDays(-count.Value * (rest[ago - 1] is "week" or "weeks" ? 7 : 1));
        return ago + 1;
    }

    /// <returns>0 where a number says nothing of a day.</returns>
    private static int ReadDate(List<string> rest, DayClues clues)
    {
        if (MonthOf(rest[0]) is { } month)
        {
            clues.Month = month;
            var (day, length) = clues.Day is null ? DayNumber(rest[1..]) : (0, 0);
            clues.Day = length > 0 ? day : clues.Day;
            return 1 + length;
        }

        if (Ordinal(rest) is (> 0 and var ordinal, var size) && clues.Day is null)
        {
            clues.Day = ordinal;
            return size;
        }

        if (
            rest[0].Split('/') is [var first, var second]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
        )
        {
            clues.Month = m;
            clues.Day = int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var d) ? d : 0;
            return 1;
        }

        var years = clues.Month is null || clues.Year is not null ? 0 : Year(rest, clues);
        return years > 0 ? years
            : EnglishFigures.IsNumeral(rest[0]) && rest[0] is not ("a" or "an" or "and" or "half") ? 0
            : 1;
    }

    private static int Year(List<string> rest, DayClues clues)
    {
        var length = rest.TakeWhile(EnglishFigures.IsNumeral).Count();
        var digits = rest[..length] is ["two", "thousand", ..]
            ? EnglishFigures.Whole(rest[..length])?.ToString(CultureInfo.InvariantCulture)
            : EnglishDigits.Read(rest[..length]);
        if (digits is not { Length: 4 } || digits[0] is not ('1' or '2'))
        {
            return 0;
        }

        clues.Year = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return length;
    }

    private static (int Day, int Length) DayNumber(List<string> rest)
    {
        if (Ordinal(rest) is (> 0, _) ordinal)
        {
            return ordinal;
        }

        for (var length = Math.Min(2, rest.Count); length > 0; length--)
        {
            if (EnglishFigures.Whole(rest[..length]) is >= 1 and <= 31 and var day)
            {
                return ((int)day, length);
            }
        }

        return (0, 0);
    }

    private static (int Day, int Length) Ordinal(List<string> rest)
    {
        if (rest is ["twenty" or "thirty", var ones, ..] && Array.IndexOf(Ordinals, ones) is >= 1 and <= 9 and var one)
        {
            return ((rest[0] is "twenty" ? 20 : 30) + one, 2);
        }

        if (rest is ["thirtieth", ..])
        {
            return (30, 1);
        }

        if (
            rest is [[.. var number, _, _] word, ..]
            && number.Length is 1 or 2
            && number.All(char.IsAsciiDigit)
            && word[^2..] is "st" or "nd" or "rd" or "th"
        )
        {
            return (int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture), 1);
        }

        return rest is [var name, ..] && Array.IndexOf(Ordinals, name) is > 0 and var place ? (place, 1) : (0, 0);
    }

    /// <summary>"At two oh five p.m.": as far as it goes.</summary>
    private static int TimeOfDay(List<string> rest)
    {
        var length =
            1 + rest.Skip(1).TakeWhile(word => EnglishFigures.IsNumeral(word) || word.Contains(':', StringComparison.Ordinal)).Count();
        return length + rest.Skip(length).TakeWhile(word => word is "a" or "p" or "m" or "am" or "pm" or "oclock" or "noon").Count();
    }

    private static int? MonthOf(string word)
    {
        var place = Array.FindIndex(
            Months,
            month => month.Length > 0 && (Same(month, word) || (word.Length == 3 && Same(month[..3], word)))
        );
        return place >= 0 ? place + 1
            : word is "sept" ? 9
            : null;
    }

    private static DayOfWeek? WeekdayOf(string word)
    {
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            if (Same(day.ToString(), word) || (word.Length is 3 && word is not ("sat" or "sun") && Same(day.ToString()[..3], word)))
            {
                return day;
            }
        }

        return null;
    }

    private static bool Same(string name, string word) => name.Equals(word, StringComparison.OrdinalIgnoreCase);
}
