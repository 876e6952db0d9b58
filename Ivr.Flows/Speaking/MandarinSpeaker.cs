namespace Ivr.Flows.Speaking;

/// <summary>Says values in Chinese: <c>一</c> in quantities and dates, <c>幺</c> in numbers that are read sign by sign.</summary>
internal sealed class MandarinSpeaker : ISpeaker
{
    private const string SomebodyElse = "对方";

    public string Say(Value value, DateOnly today) =>
        value switch
        {
            Amount amount => MandarinMoney.Say(amount),
            Day day => MandarinCalendar.Day(day.Date, today),
            Moment moment => MandarinCalendar.Moment(moment.Local, today),
            Span span => Signed(span.Count, measured: true) + Unit(span.Unit),
            CardTail tail => Signs(Groups.OfCardTail(tail.Digits)),
            Reference reference => Signs(Groups.OfReference(reference.Number)),
            Phone phone => Signs(Groups.OfPhone(phone.Number)),
            Count count => Signed(count.Number, count.Measured),
            Key key => KeyName(key.Symbol),
            Name name => PlainText.Clean(name.Text, MandarinNumbers.Digit) is { Length: > 0 } clean ? clean : SomebodyElse,
            Written written => written.Text,
            Wording wording => wording.Mandarin,
            OpeningHours hours => string.Join("；", hours.Spans.Select(MandarinCalendar.Hours)),
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "There are no Chinese words for such a value."),
        };

    private static string Signed(long number, bool measured)
    {
        var magnitude = Figure.Magnitude(number);
        var words = measured ? MandarinNumbers.Measured(magnitude) : MandarinNumbers.Cardinal(magnitude);
        return number < 0 ? "负" + words : words;
    }

    private static string Unit(SpanUnit unit) =>
        unit switch
        {
            SpanUnit.Minute => "分钟",
            SpanUnit.Hour => "小时",
            SpanUnit.Day => "天",
            SpanUnit.WorkingDay => "个工作日",
            SpanUnit.Month => "个月",
        };

    private static string Signs(IEnumerable<string> groups) => string.Join("，", groups.Select(Signs));

    /// <summary>Letters stand apart, or a voice takes them for a word.</summary>
    private static string Signs(string group)
    {
        var words = group.Select(sign =>
            sign is '+' ? "加"
            : char.IsAsciiDigit(sign) ? MandarinNumbers.CodeDigit(sign - '0')
            : $" {sign} "
        );
        return string.Concat(words).Replace("  ", " ", StringComparison.Ordinal).Trim();
    }

    private static string KeyName(char symbol) =>
        symbol switch
        {
            '*' => "星号键",
            '#' => "井号键",
            >= '0' and <= '9' => MandarinNumbers.Digit(symbol - '0'),
            _ => throw new ArgumentOutOfRangeException(nameof(symbol), symbol, "A telephone has no such key."),
        };
}
