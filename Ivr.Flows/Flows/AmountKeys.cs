using System.Globalization;

namespace Ivr.Flows.Flows;

/// <summary>An amount as it is keyed: digits, with a star for the decimal point.</summary>
public static class AmountKeys
{
    /// <param name="minor">The amount in hundredths.</param>
    public static bool TryRead(string keys, out long minor)
    {
        minor = 0;
        var parts = keys.Split('*');
        if (parts.Length > 2 || parts[0].Length is 0 or > 9 || (parts.Length == 2 && parts[1].Length > 2) || !parts.All(IsDigits))
        {
            return false;
        }

        var hundredths = parts.Length == 2 ? parts[1].PadRight(2, '0') : "00";
        minor = long.Parse(parts[0] + hundredths, NumberStyles.None, CultureInfo.InvariantCulture);
        return minor > 0;
    }

    private static bool IsDigits(string part) => part.All(char.IsAsciiDigit);
}
