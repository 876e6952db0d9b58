namespace Ivr.Data.Secrets;

/// <summary>A keyed number, read both ways: as a wallet number and as a registered phone.</summary>
/// <param name="WalletNo">The digits as they are.</param>
/// <param name="E164">As a phone: eleven digits that begin with 1 are a mobile of +86; else the country code is taken to be there.</param>
internal sealed record KeyedNumber(string WalletNo, string E164)
{
    private const int MobileLength = 11;

    public static KeyedNumber From(string keys)
    {
        var digits = string.Concat(keys.Where(char.IsAsciiDigit));
        var phone = digits switch
        {
            { Length: MobileLength } when digits[0] == '1' => $"+86{digits}",
            _ when digits.StartsWith("00", StringComparison.Ordinal) => $"+{digits[2..]}",
            _ => $"+{digits}",
        };
        return new KeyedNumber(digits, phone);
    }
}
