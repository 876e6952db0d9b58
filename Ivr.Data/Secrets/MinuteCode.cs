using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ivr.Data.Secrets;

/// <summary>
/// The four digits that the app's security page and the hotline both know, another each minute. The app's server computes the same:
/// HMAC-SHA256 over <c>walletNo:minute</c> in UTF-8 with the secret's UTF-8 bytes as the key, where the minute is the whole minutes since 1970
/// in UTC; the first four bytes, read as an unsigned big-endian number, modulo 10,000, with leading zeros.
/// </summary>
/// <param name="secret">The <c>Hotline:ProofSecret</c>, shared with the app's server and used for nothing else; null where there is none.</param>
public sealed class MinuteCode(string? secret)
{
    private const int Codes = 10_000;

    public bool IsThere => !string.IsNullOrEmpty(secret);

    /// <exception cref="InvalidOperationException">There is no secret.</exception>
    public string At(string walletNo, DateTimeOffset at)
    {
        var key = IsThere ? Encoding.UTF8.GetBytes(secret!) : throw new InvalidOperationException("Hotline:ProofSecret is not set.");
        var text = string.Create(CultureInfo.InvariantCulture, $"{walletNo}:{at.ToUnixTimeSeconds() / 60}");
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
        return (BinaryPrimitives.ReadUInt32BigEndian(hash) % Codes).ToString("D4", CultureInfo.InvariantCulture);
    }
}
