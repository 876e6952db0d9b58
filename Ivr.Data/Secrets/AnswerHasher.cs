using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ivr.Flows.Understanding.Answers;

namespace Ivr.Data.Secrets;

/// <summary>
/// Hashes security answers and certificate tails: peppered, salted, slow. An answer has four digits, or is one of a few thousand names, so
/// without the pepper, which is not in the database, no slowness would help.
/// </summary>
public sealed class AnswerHasher(byte[] pepper, int iterations)
{
    private const string Version = "v1";

    /// <summary>Of answers that are said; the number is that of the rules their sounds were made by.</summary>
    private static readonly string SoundVersion = string.Create(CultureInfo.InvariantCulture, $"s{SpokenAnswer.Version}");

    /// <summary>So many hashes are kept of every answer that is said, whatever it is: their number would tell of its readings.</summary>
    private const int Sounds = 2 * SpokenAnswer.MostKeys;

    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Hashing takes a core: more at once would only make every caller wait.</summary>
    private readonly SemaphoreSlim cores = new(Environment.ProcessorCount);

    private readonly string dummy = $"{Version}.{iterations}.{Text(new byte[SaltBytes])}.{Text(new byte[HashBytes])}";

    private readonly string dummySounds =
        $"{SoundVersion}.{iterations}.{Text(new byte[SaltBytes])}{string.Concat(Enumerable.Repeat($".{Text(new byte[HashBytes])}", Sounds))}";

    /// <returns>Version, iterations, salt and hash, parted by dots.</returns>
    public string Hash(string answer)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return $"{Version}.{iterations}.{Text(salt)}.{Text(Derive(answer, salt, iterations))}";
    }

    /// <summary>Hashes each way an answer may sound, all under one salt and in no order.</summary>
    /// <returns>Version, iterations, salt and eight hashes, parted by dots; those beyond the sounds are of nothing.</returns>
    public string HashSounds(IReadOnlyList<string> sounds)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hashes = sounds
            .Take(Sounds)
            .Select(sound => Derive(sound, salt, iterations))
            .Concat(Enumerable.Range(0, Sounds).Select(_ => RandomNumberGenerator.GetBytes(HashBytes)))
            .Take(Sounds)
            .Select(Text)
            .ToArray();
        RandomNumberGenerator.Shuffle(hashes.AsSpan());
        return $"{SoundVersion}.{iterations}.{Text(salt)}.{string.Join('.', hashes)}";
    }

    /// <summary>Compares in constant time; against nothing it does the same work and is false.</summary>
    public async Task<bool> MatchesAsync(string answer, string? stored, CancellationToken cancellationToken)
    {
        var parts = (stored ?? dummy).Split('.');
        if (parts is not [Version, var times, var salt, var hash])
        {
            throw new InvalidDataException("A stored answer has a form that this version does not know.");
        }

        return await OnACoreAsync(() => Finds(answer, salt, times, [hash]) & stored is not null, cancellationToken);
    }

    /// <summary>
    /// Whether one of the ways in which something said may be heard is one of an answer's, in constant time: as many are hashed and compared
    /// whatever was said, and where nothing is enrolled.
    /// </summary>
    public async Task<bool> MatchesSoundsAsync(IReadOnlyList<string> heard, string? stored, CancellationToken cancellationToken)
    {
        // What was enrolled by other rules cannot be compared any more: it is as nothing, until it is enrolled anew.
        var enrolled = stored?.StartsWith($"{SoundVersion}.", StringComparison.Ordinal) == true ? stored : null;
        if ((enrolled ?? dummySounds).Split('.') is not [_, var times, var salt, .. { Length: Sounds } hashes])
        {
            throw new InvalidDataException("A stored answer has a form that this version does not know.");
        }

        var nothing = Text(RandomNumberGenerator.GetBytes(SaltBytes));
        var sounds = heard.Concat(Enumerable.Repeat(nothing, SpokenAnswer.MostKeys)).Take(SpokenAnswer.MostKeys).ToList();
        return await OnACoreAsync(
            () => sounds.Aggregate(false, (found, sound) => Finds(sound, salt, times, hashes) | found) & enrolled is not null,
            cancellationToken
        );
    }

    private bool Finds(string answer, string salt, string times, string[] hashes)
    {
        var given = Derive(answer, Bytes(salt), int.Parse(times, CultureInfo.InvariantCulture));
        return hashes.Aggregate(false, (found, hash) => CryptographicOperations.FixedTimeEquals(given, Bytes(hash)) | found);
    }

    private async Task<bool> OnACoreAsync(Func<bool> compare, CancellationToken cancellationToken)
    {
        await cores.WaitAsync(cancellationToken);
        try
        {
            return compare();
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
