using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ivr.Data.Secrets;

/// <summary>
/// Hashes security answers and certificate tails: peppered, salted, slow. An answer has four digits, so without the pepper, which is not in the
/// database, no slowness would help.
/// </summary>
public sealed class AnswerHasher(byte[] pepper, int iterations)
{
    private const string Version = "v1";
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Hashing takes a core: more at once would only make every caller wait.</summary>
    private readonly SemaphoreSlim cores = new(Environment.ProcessorCount);

    private readonly string dummy = $"{Version}.{iterations}.{Text(new byte[SaltBytes])}.{Text(new byte[HashBytes])}";

    /// <returns>Version, iterations, salt and hash, parted by dots.</returns>
    public string Hash(string answer)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return $"{Version}.{iterations}.{Text(salt)}.{Text(Derive(answer, salt, iterations))}";
    }

    /// <summary>Compares in constant time; against nothing it does the same work and is false.</summary>
    public async Task<bool> MatchesAsync(string answer, string? stored, CancellationToken cancellationToken)
    {
        var parts = (stored ?? dummy).Split('.');
        if (parts is not [Version, var times, var salt, var hash])
        {
            throw new InvalidDataException("A stored answer has a form that this version does not know.");
        }

        await cores.WaitAsync(cancellationToken);
        try
        {
            var given = Derive(answer, Bytes(salt), int.Parse(times, CultureInfo.InvariantCulture));
            return CryptographicOperations.FixedTimeEquals(given, Bytes(hash)) & stored is not null;
        }
        finally
        {
            cores.Release();
        }
    }

    /// <summary>A keyed number that tells nothing of what it was made from.</summary>
    public long Seed(string text) => BitConverter.ToInt64(HMACSHA256.HashData(pepper, Encoding.UTF8.GetBytes($"seed:{text}")));

    private byte[] Derive(string answer, byte[] salt, int times)
    {
        var keyed = HMACSHA256.HashData(pepper, Encoding.UTF8.GetBytes(answer));
        return Rfc2898DeriveBytes.Pbkdf2(keyed, salt, times, HashAlgorithmName.SHA256, HashBytes);
    }

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static byte[] Bytes(string text) => Base64Url.DecodeFromChars(text);
}
