namespace Ivr.Data.Audit;

/// <summary>The first place where the audit is not what was written.</summary>
/// <param name="Seq">The first row that is wrong or missing; where only a later anchored head tells, the first that can be.</param>
/// <param name="What">What is wrong there, as a sentence.</param>
public sealed record AuditFinding(long Seq, string What);

/// <summary>Walks the audit row by row, against itself and against heads that were kept elsewhere.</summary>
/// <param name="anchors">In any order.</param>
public sealed class AuditVerifier(AuditChain chain, IEnumerable<AuditHead> anchors)
{
    private readonly List<AuditHead> anchored = [.. anchors.Where(anchor => anchor.Seq > 0).OrderBy(anchor => anchor.Seq)];
    private AuditHead reached = AuditHead.Start;
    private long agreed;
    private int nextAnchor;

    public AuditHead Reached => reached;

    /// <param name="row">Rows in the order of their places, none left out.</param>
    /// <returns>Null while everything holds.</returns>
    public AuditFinding? Read(AuditEntry row)
    {
        if (!chain.Holds(reached, row))
        {
            var place = reached.Seq + 1;
            return row.Seq > place ? new AuditFinding(place, $"Row {place} is missing: after {reached.Seq} comes {row.Seq}.")
                : row.Seq < place ? new AuditFinding(row.Seq, $"Row {row.Seq} does not belong to the audit.")
                : new AuditFinding(place, $"Row {place} is not as it was written, or not where it was written.");
        }

        reached = new AuditHead { Seq = row.Seq, Hash = row.Hash };
        return CheckAnchors();
    }

    /// <summary>After the last row.</summary>
    /// <param name="head">As the database keeps it; null where it is gone.</param>
    public AuditFinding? Finish(AuditHead? head)
    {
        if (nextAnchor < anchored.Count)
        {
            return new AuditFinding(
                reached.Seq + 1,
                $"Rows {reached.Seq + 1} to {anchored[^1].Seq} are missing: the anchored heads go on to {anchored[^1].Seq}, the audit ends at {reached.Seq}."
            );
        }

        return head == reached
            ? null
            : new AuditFinding(
                reached.Seq + 1,
                $"The audit ends at row {reached.Seq}, and its head says {(head is null ? "nothing" : $"{head.Seq}")}: the end was cut off or put on."
            );
    }

    /// <summary>Who has the key can write a chain that holds, but not the heads that were anchored before.</summary>
    private AuditFinding? CheckAnchors()
    {
        for (; nextAnchor < anchored.Count && anchored[nextAnchor].Seq == reached.Seq; nextAnchor++)
        {
            if (anchored[nextAnchor].Hash != reached.Hash)
            {
                return new AuditFinding(
                    agreed + 1,
                    $"Rows {agreed + 1} to {reached.Seq} were written anew: row {reached.Seq} is not the one whose head was anchored."
                );
            }
        }

        agreed = nextAnchor > 0 && anchored[nextAnchor - 1].Seq == reached.Seq ? reached.Seq : agreed;
        return null;
    }
}
