using System.Globalization;

namespace Ivr.Flows.Speaking;

/// <summary>An amount split into its whole units and what is behind the point.</summary>
/// <param name="Code">The currency's letters, in capitals and without anything else.</param>
/// <param name="Decimals">How many digits the currency has behind the point.</param>
internal readonly record struct Figure(bool Negative, ulong Whole, int Fraction, string Code, int Decimals)
{
    public string FractionDigits => Fraction == 0 ? "" : Fraction.ToString($"D{Decimals}", CultureInfo.InvariantCulture);

    public static Figure Of(Amount amount)
    {
        var code = Letters(amount.Currency);
        var decimals = DecimalsOf(code);
        var scale = (ulong)Math.Pow(10, decimals);
        var (whole, fraction) = Math.DivRem(Magnitude(amount.Minor), scale);
        return new Figure(amount.Minor < 0, whole, (int)fraction, code, decimals);
    }

    /// <summary>The number without its sign; <see cref="Math.Abs(long)"/> refuses the smallest one.</summary>
    public static ulong Magnitude(long number) => number < 0 ? (ulong)-(number + 1) + 1 : (ulong)number;

    /// <summary>How many digits a currency has behind the point.</summary>
    public static int DecimalsOf(string currency) =>
        Letters(currency) switch
        {
            "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" => 0,
            "RWF" or "UGX" or "UYI" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
            "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
            _ => 2,
        };

    private static string Letters(string currency) => string.Concat(currency.Where(char.IsAsciiLetter)).ToUpperInvariant();
}
