namespace Ivr.Flows.Understanding.Values;

/// <summary>Reads Chinese days: 前天, 上周五, 三号, 十月一号, 国庆那天; the time of day is passed over.</summary>
internal static class MandarinDays
{
    private static readonly (string Name, int Days)[] Near =
    [
        ("大大前天", -4),
        ("大前天", -3),
        ("大后天", 3),
        .. "前天 前日 前晚 前儿".Split(' ').Select(name => (name, -2)),
        .. "昨天 昨日 昨晚 昨夜 昨儿 昨早".Split(' ').Select(name => (name, -1)),
        .. "今天 今日 今早 今晚 今儿 刚才 刚刚".Split(' ').Select(name => (name, 0)),
        .. "明天 明日 明早 明晚".Split(' ').Select(name => (name, 1)),
        ("后天", 2),
    ];

    private static readonly (string Name, int Months)[] Months =
    [
        ("上上个月", -2),
        ("上个月", -1),
        ("上月", -1),
        ("这个月", 0),
        ("本月", 0),
        ("下个月", 1),
    ];

    private static readonly (string Name, int Years)[] Years = [("大前年", -3), ("前年", -2), ("去年", -1), ("今年", 0), ("明年", 1)];

    private static readonly (string Name, int Weeks)[] Weeks = [("上上", -2), ("上", -1), ("这", 0), ("本", 0), ("下", 1)];

    private static readonly string[] WeekNames = ["个星期", "个礼拜", "星期", "礼拜", "个周", "周"];

    private static readonly string[] TimesOfDay = [.. "早上 晚上 上午 下午 中午 凌晨 以上 半夜 傍晚 左右".Split(' ')];

    private static readonly (string Name, int Days)[] Ago =
    [
        .. "天前 天以前 天之前 日前".Split(' ').Select(name => (name, 1)),
        .. "周前 周以前 周之前 个星期前 个星期以前 个星期之前 星期前 个礼拜前 个礼拜以前 个礼拜之前 礼拜前"
            .Split(' ')
            .Select(name => (name, 7)),
    ];

    /// <summary>The words of a day, to be found by their sound.</summary>
    private static readonly SoundAlikes Alike = new(
        Near.Select(near => near.Name)
            .Concat(Months.Select(month => month.Name))
            .Concat(Years.Select(year => year.Name))
            .Concat(Weeks.SelectMany(week => WeekNames.Select(name => week.Name + name)))
            .Concat(WeekNames.Where(name => name.Length > 1))
            .Concat(Festival.All.SelectMany(festival => festival.Mandarin.Split('|')))
            .Concat(Ago.Select(ago => ago.Name))
            .Concat("零一二三四五六七八九十号月年日天".Select(sign => sign.ToString()))
    );

    public static DateOnly? Read(string signs, DateOnly today) =>
        ReadAsWritten(signs, today) ?? (Alike.Mend(signs, out var mended) is var meant && mended > 0 ? ReadAsWritten(meant, today) : null);

    private static DateOnly? ReadAsWritten(string signs, DateOnly today)
    {
        if (signs.Length == 4 && MandarinDigits.Read(signs) is { Length: 4 } figures)
        {
            signs = $"{figures[..2].TrimStart('0')}月{figures[2..].TrimStart('0')}日";
        }

        // 上个月的今天, 上礼拜的今天: the same day of another month or week.
        if (signs.Length > 2 && signs.EndsWith("今天", StringComparison.Ordinal))
        {
            signs = signs[..^2];
            return Back(signs, today);
        }

        var clues = new DayClues(today);
        for (var at = 0; at < signs.Length; )
        {
            var rest = signs[at..];
            var length = ReadName(rest, clues, today) ?? ReadWeekday(rest, clues) ?? 0;
            length =
                length > 0 ? length
                : MandarinFigures.IsNumeral(rest[0]) ? ReadNumber(rest, clues)
                : 1;
            if (length == 0 || rest[0] is '初' || rest[0] is '几')
            {
                return null;
            }

            at += length;
        }

        return clues.Resolve();
    }

    private static DateOnly? Back(string signs, DateOnly today) =>
        Months.FirstOrDefault(month => month.Name == signs) is { Name: not null } month ? today.AddMonths(month.Months)
        : WeekNames.Any(name => signs == $"上{name}") ? today.AddDays(-7)
        : WeekNames.Any(name => signs == $"上上{name}") ? today.AddDays(-14)
        : ReadAsWritten(signs, today);

    private static int? ReadName(string rest, DayClues clues, DateOnly today)
    {
        foreach (var time in TimesOfDay.Where(time => Begins(rest, time)))
        {
            return time.Length;
        }

        foreach (var (name, days) in Near.Where(near => Begins(rest, near.Name)))
        {
            clues.InDays(days);
            return name.Length;
        }

        foreach (var (name, months) in Months.Where(month => Begins(rest, month.Name)))
        {
            clues.MonthFromNow(months);
            return name.Length;
        }

        foreach (var (name, years) in Years.Where(year => Begins(rest, year.Name)))
        {
            clues.Year = today.Year + years;
            return name.Length;
        }

        if (Begins(rest, "最后一天") && clues.Month is { } month)
        {
            clues.Day = DateTime.DaysInMonth(clues.Year ?? today.Year, month);
            return 4;
        }

        foreach (var festival in Festival.All)
        {
            foreach (var name in festival.Mandarin.Split('|').Where(name => Begins(rest, name)))
            {
                clues.Festival(festival);
                return name.Length;
            }
        }

        return null;
    }

    private static int? ReadWeekday(string rest, DayClues clues)
    {
        var (prefix, weeks) = Weeks.FirstOrDefault(week => Begins(rest, week.Name));
        var start = prefix?.Length ?? 0;
        var name = WeekNames.FirstOrDefault(name => Begins(rest[start..], name));
        if (name is null || (prefix is null && name[0] is '个'))
        {
            return null;
        }

        var end = start + name.Length;
        clues.Week = prefix is null ? clues.Week : weeks;
        var day = end < rest.Length ? "天一二三四五六".IndexOf(rest[end], StringComparison.Ordinal) : -1;
        day =
            day >= 0 || end >= rest.Length ? day
            : rest[end] is '日' or '7' ? 0
            : "0123456".IndexOf(rest[end], StringComparison.Ordinal);
        if (day < 0)
        {
            return prefix is null ? null : end;
        }

        clues.Weekday = (DayOfWeek)day;
        return end + 1;
    }

    /// <returns>0 where the number says nothing of a day.</returns>
    private static int ReadNumber(string rest, DayClues clues)
    {
        var length = rest.TakeWhile(sign => MandarinFigures.IsNumeral(sign) || sign is '-' or '/' or '.').Count();
        var parts = rest[..length].Split('-', '/', '.');
        if (parts.Length > 1)
        {
            return ReadWritten(parts, clues) ? length : 0;
        }

        var after = rest[length..];
        if (MandarinFigures.Whole(rest[..length]) is not { } number)
        {
            return 0;
        }

        if (Ago.FirstOrDefault(ago => Begins(after, ago.Name)) is { Name: { } name, Days: var days })
        {
            clues.InDays(-number * days);
            return length + name.Length;
        }

        switch (after)
        {
            case ['年', ..] when number is >= 0 and < 100:
                clues.Year = 2000 + (int)number;
                break;
            case ['年', ..] when number is > 1900 and < 2200:
                clues.Year = (int)number;
                break;
            case ['月', ..] when number is >= 1 and <= 12 && clues.Month is null:
                clues.Month = (int)number;
                return length + (Begins(after, "月份") ? 2 : 1);
            case ['号' or '日', ..] when number is >= 1 and <= 31 && clues.Day is null:
                clues.Day = (int)number;
                break;
            case ['点' or '时' or '分' or '元' or '块' or '毛' or '笔' or '次' or '刻', ..]:
                break;
            default:
                if (number is < 1 or > 31 || clues.Month is null || clues.Day is not null)
                {
                    return 0;
                }

                clues.Day = (int)number;
                return length;
        }

        return length + 1;
    }

    /// <summary>2026-11-23, or month and day.</summary>
    private static bool ReadWritten(string[] parts, DayClues clues)
    {
        var numbers = parts.Select(part => part.All(char.IsAsciiDigit) ? MandarinFigures.Whole(part) : null).ToList();
        if (numbers is [var year, _, _])
        {
            clues.Year = (int?)year;
            numbers.RemoveAt(0);
        }

        (clues.Month, clues.Day) = numbers is [{ } month and <= 12, { } day and <= 31] ? ((int)month, (int)day) : (0, 0);
        return clues.Month > 0;
    }

    private static bool Begins(string text, string word) => text.StartsWith(word, StringComparison.Ordinal);
}
