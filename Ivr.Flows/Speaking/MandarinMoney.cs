namespace Ivr.Flows.Speaking;

/// <summary>Amounts in Chinese, each unit named: <c>十二元八角</c>, never <c>十二块八</c>.</summary>
internal static class MandarinMoney
{
    public static string Say(Amount amount)
    {
        var figure = Figure.Of(amount);
        var words = figure.Code switch
        {
            "CNY" => Jiao(figure),
            "HKD" => "港币" + Jiao(figure),
            "USD" => Cents(figure, "美元", "美分"),
            "EUR" => Cents(figure, "欧元", "欧分"),
            "JPY" => MandarinNumbers.Measured(figure.Whole) + "日元",
            _ => Spelled(figure),
        };
        return figure.Negative ? "负" + words : words;
    }

    private static string Jiao(Figure figure)
    {
        var (jiao, fen) = Math.DivRem(figure.Fraction, 10);
        var words = Whole(figure, "元");
        words += jiao == 0 ? "" : MandarinNumbers.Measured((ulong)jiao) + "角";
        words += fen == 0 ? "" : Gap(words, jiao == 0) + MandarinNumbers.Measured((ulong)fen) + "分";
        return words;
    }

    private static string Cents(Figure figure, string unit, string cent)
    {
        var words = Whole(figure, unit);
        var cents = Gap(words, figure.Fraction < 10) + MandarinNumbers.Measured((ulong)figure.Fraction) + cent;
        return figure.Fraction == 0 ? words : words + cents;
    }

    private static string Whole(Figure figure, string unit) =>
        figure is { Whole: 0, Fraction: > 0 } ? "" : MandarinNumbers.Measured(figure.Whole) + unit;

    private static string Gap(string before, bool skipsAPlace) => before.Length > 0 && skipsAPlace ? "零" : "";

    private static string Spelled(Figure figure)
    {
        var digits = string.Concat(figure.FractionDigits.Select(digit => MandarinNumbers.Digit(digit - '0')));
        var number = MandarinNumbers.Cardinal(figure.Whole) + (digits.Length == 0 ? "" : "点" + digits);
        return string.Join(' ', figure.Code.Select(letter => letter.ToString()).Prepend(number));
    }
}
