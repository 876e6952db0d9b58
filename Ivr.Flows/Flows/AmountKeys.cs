using System.Globalization;

namespace Ivr.Flows.Flows;

/// <summary>An amount as it is keyed: digits, with a star for the decimal point.</summary>
public static class AmountKeys
{
    /// <summary>No currency has more digits behind the point.</summary>
    private const int MostDecimals = 3;

    /// <summary>The number, of whatever currency; null where the keys are no amount.</summary>
    public static decimal? Read(string keys)
    {
        var parts = keys.Split('*');
        if (
            parts.Length > 2
            || parts[0].Length is 0 or > 9
            || parts.Skip(1).Any(part => part.Length > MostDecimals)
            || !parts.All(IsDigits)
        )
        {
            return null;
        }

        var number = decimal.Parse(string.Join('.', parts).TrimEnd('.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return number > 0 ? number : null;
    }

    private static bool IsDigits(string part) => part.All(char.IsAsciiDigit);
}
