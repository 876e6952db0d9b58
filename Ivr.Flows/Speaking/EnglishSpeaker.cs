namespace Ivr.Flows.Speaking;

/// <summary>Says values in American English.</summary>
internal sealed class EnglishSpeaker : ISpeaker
{
    private const string SomebodyElse = "the other party";

    public string Say(Value value, DateOnly today) =>
        value switch
        {
            Amount amount => EnglishMoney.Say(amount),
            Day day => EnglishCalendar.Day(day.Date, today),
            Moment moment => EnglishCalendar.Moment(moment.Local, today),
            Span span => $"{Signed(span.Count)} {Unit(span.Unit)}{(span.Count == 1 ? "" : "s")}",
            CardTail tail => Signs(Groups.OfCardTail(tail.Digits)),
            Reference reference => Signs(Groups.OfReference(reference.Number)),
            Phone phone => Signs(Groups.OfPhone(phone.Number)),
            Count count => Signed(count.Number),
            Key key => KeyName(key.Symbol),
            Name name => PlainText.Clean(name.Text, digit => $" {EnglishNumbers.Digit(digit)} ") is { Length: > 0 } clean
                ? clean
                : SomebodyElse,
            Written written => written.Text,
            Wording wording => wording.English,
            OpeningHours hours => string.Join("; ", hours.Spans.Select(EnglishCalendar.Hours)),
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "There are no English words for such a value."),
        };

    private static string Signed(long number) => (number < 0 ? "minus " : "") + EnglishNumbers.Cardinal(Figure.Magnitude(number));

    private static string Unit(SpanUnit unit) =>
        unit switch
        {
            SpanUnit.Minute => "minute",
            SpanUnit.Hour => "hour",
            SpanUnit.Day => "day",
            SpanUnit.WorkingDay => "working day",
            SpanUnit.Month => "month",
        };

    private static string Signs(IEnumerable<string> groups) =>
        string.Join(", ", groups.Select(group => string.Join(' ', group.Select(Sign))));

    private static string Sign(char sign) =>
        sign is '+' ? "plus"
        : char.IsAsciiDigit(sign) ? EnglishNumbers.Digit(sign - '0')
        : sign.ToString();

    private static string KeyName(char symbol) =>
        symbol switch
        {
            '*' => "star",
            '#' => "pound",
            >= '0' and <= '9' => EnglishNumbers.Digit(symbol - '0'),
            _ => throw new ArgumentOutOfRangeException(nameof(symbol), symbol, "A telephone has no such key."),
        };
}
