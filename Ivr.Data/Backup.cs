using Ivr.Data.Audit;
using Ivr.Data.Connections;
using Ivr.Data.Stores;

namespace Ivr.Data;

/// <summary>What a backup holds.</summary>
/// <param name="AuditRows">So many are as they were written.</param>
/// <param name="Finding">What is wrong with it; null where nothing is.</param>
public sealed record BackupResult(long AuditRows, string? Finding);

/// <summary>Copies the database while it is written to, and proves the copy as it would be restored: its pages, and its audit.</summary>
public sealed class Backup(Dialect dialect, AuditChain chain, AuditAnchors anchors)
{
    /// <param name="file">Must not be there yet.</param>
    /// <exception cref="NotSupportedException">This database has a backup of its own.</exception>
    public async Task<BackupResult> MakeAsync(string file, CancellationToken cancellationToken)
    {
        // Read before the copy is made: what is anchored later is not in it.
        var heads = AuditAnchors.Read(anchors.File);
        var copy = await dialect.CopyAsync(file, cancellationToken);
        if (await copy.FindDamageAsync(cancellationToken) is { } damage)
        {
            return new BackupResult(0, damage);
        }

        var audit = await new AuditWalk(new AuditReader(copy), chain).RunAsync(heads, _ => { }, cancellationToken);
        return new BackupResult(audit.Rows, audit.Finding?.What);
    }
}
