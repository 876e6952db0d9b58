using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ivr.Data.Audit;

/// <summary>
/// Links audit rows: the hash of a row is keyed with what is not in the database, and covers the hash of the row before. Who can write to the
/// database alone can therefore change, insert or move no row; who cuts off the end is found by a head that is kept elsewhere.
/// </summary>
public sealed class AuditChain(byte[] pepper)
{
    private readonly byte[] key = HMACSHA256.HashData(pepper, "audit chain: link"u8);

    /// <summary>The row as both databases give it back: they keep microseconds.</summary>
    public AuditEntry Link(AuditHead before, AuditEntry entry)
    {
        var placed = entry with { Seq = before.Seq + 1, At = entry.At.AddTicks(-(entry.At.Ticks % TimeSpan.TicksPerMicrosecond)) };
        return placed with { Hash = HashOf(before, placed) };
    }

    public bool Holds(AuditHead before, AuditEntry entry) => entry.Seq == before.Seq + 1 && entry.Hash == HashOf(before, entry);

    private string HashOf(AuditHead before, AuditEntry entry)
    {
        var text = new StringBuilder(256).Append(before.Hash).Append(CultureInfo.InvariantCulture, $"\n{entry.Seq}\n{entry.At.UtcTicks}\n");
        foreach (var field in new[] { entry.Actor, entry.Action, entry.Subject, entry.CallSid })
        {
            // With its length, or else what moves from one field to the next would not be seen.
            text.Append(CultureInfo.InvariantCulture, $"{field?.Length ?? -1}:{field}\n");
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text.ToString())));
    }
}
