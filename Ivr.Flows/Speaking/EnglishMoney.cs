namespace Ivr.Flows.Speaking;

/// <summary>Amounts in English, each unit named; sums that sound alike are followed by their digits.</summary>
internal static class EnglishMoney
{
    public static string Say(Amount amount)
    {
        var figure = Figure.Of(amount);
        var words = figure.Code switch
        {
            "CNY" => Parts(figure, "", new Unit("yuan", "yuan"), new Unit("fen", "fen")),
            "HKD" => Parts(figure, "Hong Kong ", Dollar, Cent),
            "USD" => Parts(figure, "U.S. ", Dollar, Cent),
            "EUR" when figure.Whole == 0 && figure.Fraction > 0 => Part((ulong)figure.Fraction, "euro ", Cent),
            "EUR" => Parts(figure, "", new Unit("euro", "euros"), Cent),
            "JPY" => Part(figure.Whole, "", new Unit("yen", "yen")),
            _ => Spelled(figure),
        };
        return figure.Negative ? "minus " + words : words;
    }

    private static Unit Dollar { get; } = new("dollar", "dollars");

    private static Unit Cent { get; } = new("cent", "cents");

    /// <summary>The country is said once, with the first unit.</summary>
    private static string Parts(Figure figure, string country, Unit unit, Unit hundredth) =>
        figure switch
        {
            { Fraction: 0 } => Part(figure.Whole, country, unit),
            { Whole: 0 } => Part((ulong)figure.Fraction, country, hundredth),
            _ => $"{Part(figure.Whole, country, unit)} and {Part((ulong)figure.Fraction, "", hundredth)}",
        };

    private static string Part(ulong number, string country, Unit unit) =>
        $"{EnglishNumbers.Distinct(number)} {country}{(number == 1 ? unit.One : unit.Many)}";

    private static string Spelled(Figure figure)
    {
        IEnumerable<string> words = [EnglishNumbers.Distinct(figure.Whole)];
        if (figure.Fraction > 0)
        {
            words = words.Append("point").Concat(figure.FractionDigits.Select(digit => EnglishNumbers.Digit(digit - '0')));
        }

        return string.Join(' ', words.Concat(figure.Code.Select(letter => letter.ToString())));
    }

    private sealed record Unit(string One, string Many);
}
