using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ivr.Data.Secrets;

/// <summary>
/// Draws one-time codes, hashes and seals them, under keys made of the pepper, which is not in the database. The hash is fast: a code lives for
/// minutes and has three tries.
/// </summary>
public sealed class CodeSecrets(byte[] pepper)
{
    private const int Codes = 1_000_000;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] hashKey = HMACSHA256.HashData(pepper, "one-time code: hash"u8);
    private readonly byte[] sealKey = HMACSHA256.HashData(pepper, "one-time code: seal"u8);

    /// <summary>Six digits.</summary>
    public static string Draw() => RandomNumberGenerator.GetInt32(Codes).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>A keyed hash that holds for this challenge, this call and this action only.</summary>
    public string Hash(string challenge, string callSid, string action, string code) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(hashKey, Encoding.UTF8.GetBytes($"{challenge}\n{callSid}\n{action}\n{code}")));

    /// <summary>Compares in constant time.</summary>
    public bool Matches(string challenge, string callSid, string action, string keys, string stored) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Hash(challenge, callSid, action, keys)),
            Encoding.ASCII.GetBytes(stored)
        );

    /// <summary>The code, readable by <see cref="Open"/> alone, and only in the row of this challenge.</summary>
    public string Seal(string challenge, string code)
    {
        var plain = Encoding.ASCII.GetBytes(code);
        var box = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(sealKey, TagBytes);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceBytes, plain.Length), box.AsSpan(NonceBytes + plain.Length), Bound(challenge));
        return Base64Url.EncodeToString(box);
    }

    /// <exception cref="CryptographicException">It was sealed under another pepper, or for another challenge.</exception>
    public string Open(string challenge, string sealedCode)
    {
        var box = Base64Url.DecodeFromChars(sealedCode);
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(sealKey, TagBytes);
        aes.Decrypt(
            box.AsSpan(0, NonceBytes),
            box.AsSpan(NonceBytes, plain.Length),
            box.AsSpan(NonceBytes + plain.Length),
            plain,
            Bound(challenge)
        );
        return Encoding.ASCII.GetString(plain);
    }

    private static byte[] Bound(string challenge) => Encoding.UTF8.GetBytes(challenge);
}
