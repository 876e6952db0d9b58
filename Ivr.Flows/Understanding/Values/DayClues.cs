namespace Ivr.Flows.Understanding.Values;

/// <summary>What was said of a day. All of it has to fit one day, and where several fit it is the newest that is not to come.</summary>
internal sealed class DayClues(DateOnly today)
{
    private DateOnly? named;
    private bool isContradicted;

    public int? Year { get; set; }

    public int? Month { get; set; }

    public int? Day { get; set; }

    public DayOfWeek? Weekday { get; set; }

    /// <summary>How many weeks from this one, which begins on Monday.</summary>
    public int? Week { get; set; }

    public void Name(DateOnly day)
    {
        isContradicted |= named is { } before && before != day;
        named = day;
    }

    public void InDays(long days)
    {
        if (Math.Abs(days) <= 4_000)
        {
            Name(today.AddDays((int)days));
        }
        else
        {
            isContradicted = true;
        }
    }

    public void MonthFromNow(int months)
    {
        var month = today.AddMonths(months);
        (Year, Month) = (month.Year, month.Month);
    }

    public void Festival(Festival festival)
    {
        var days = new[] { Year ?? today.Year, today.Year - 1 }.Select(festival.In);
        Name(Year is null ? days.First(day => day <= today) : days.First());
    }

    /// <returns>Null where what was said fits no day, or is not enough to tell one.</returns>
    public DateOnly? Resolve()
    {
        var candidates =
            named is { } name ? [name]
            : Day is not null ? Dated().Where(Fits)
            : Month is null && Weekday is not null ? Week is { } week ? [Monday.AddDays((week * 7) + Place)] : NewestWeekday()
            : [];
        return isContradicted ? null
            : candidates.Where(Fits).Select(day => (DateOnly?)day).FirstOrDefault();
    }

    private DateOnly Monday => today.AddDays(-((int)today.DayOfWeek + 6) % 7);

    private int Place => ((int)Weekday!.Value + 6) % 7;

    private IEnumerable<DateOnly> NewestWeekday() => Enumerable.Range(0, 7).Select(back => today.AddDays(-back));

    private IEnumerable<DateOnly> Dated()
    {
        var months = (Year, Month) switch
        {
            ({ } year, { } month) => [(year, month)],
            (null, { } month) => new[] { (today.Year, month), (today.Year - 1, month), (today.Year + 1, month) },
            _ => Enumerable.Range(0, 3).Append(-1).Select(back => today.AddMonths(-back)).Select(month => (month.Year, month.Month)),
        };
        var days = months
            .Where(month => month.Item1 is >= 1900 and <= 2200 && month.Item2 is >= 1 and <= 12)
            .Where(month => Day >= 1 && Day <= DateTime.DaysInMonth(month.Item1, month.Item2))
            .Select(month => new DateOnly(month.Item1, month.Item2, Day!.Value))
            .ToList();
        return days.Where(day => day <= today).Concat(days.Where(day => day > today));
    }

    private bool Fits(DateOnly day) =>
        (Weekday is null || day.DayOfWeek == Weekday)
        && (Day is null || day.Day == Day)
        && (Month is null || day.Month == Month)
        && (Year is null || day.Year == Year)
        && (Week is null || Weekday is not null && day == Monday.AddDays((Week.Value * 7) + Place));
}
