using Ivr.Data.Stores;

namespace Ivr.Data.Audit;

/// <summary>What a walk over the audit came to.</summary>
/// <param name="Rows">So many are as they were written.</param>
/// <param name="Finding">Null where all are.</param>
public sealed record AuditResult(long Rows, AuditFinding? Finding);

/// <summary>Walks the audit in the database while it is written to.</summary>
public sealed class AuditWalk(AuditReader reader, AuditChain chain)
{
    /// <param name="anchors">Heads that were kept elsewhere, read before.</param>
    /// <param name="progress">Told each row's place.</param>
    public async Task<AuditResult> RunAsync(IReadOnlyList<AuditHead> anchors, Action<long> progress, CancellationToken cancellationToken)
    {
        var verifier = new AuditVerifier(chain, anchors);
        AuditHead? head;
        long before;
        do
        {
            before = verifier.Reached.Seq;
            await foreach (var row in reader.ReadAsync(before == 0 ? long.MinValue : before, cancellationToken))
            {
                if (verifier.Read(row) is { } finding)
                {
                    return new AuditResult(verifier.Reached.Seq, finding);
                }

                progress(row.Seq);
            }

            head = await reader.FindHeadAsync(cancellationToken);
        } while (head?.Seq > verifier.Reached.Seq && verifier.Reached.Seq > before);

        return new AuditResult(verifier.Reached.Seq, verifier.Finish(head) ?? Unanchored(anchors, verifier.Reached));
    }

    /// <summary>Rows without a head outside: nobody knows what was cut off behind them.</summary>
    private static AuditFinding? Unanchored(IReadOnlyList<AuditHead> anchors, AuditHead reached) =>
        anchors.Count == 0 && reached.Seq > 0
            ? new AuditFinding(reached.Seq + 1, "No head is anchored outside the database: rows may have been cut off the end.")
            : null;
}
