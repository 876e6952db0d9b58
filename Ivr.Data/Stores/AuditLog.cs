using Ivr.Data.Audit;
using Ivr.Data.Connections;

namespace Ivr.Data.Stores;

/// <summary>
/// Writes down who did what to which row, in the transaction that does it, as its last statements: the chain's head is held for as short as can
/// be, and always after everything else. If it cannot be written, the transaction is not committed.
/// </summary>
public sealed class AuditLog(TurnScope turn, AuditChain chain, AuditAnchors anchors)
{
    /// <summary>The hotline itself, on a caller's word.</summary>
    public const string Caller = "caller";

    /// <summary>The hotline itself, on nobody's word.</summary>
    public static readonly string Hotline = "hotline";

    /// <summary>A person at a command.</summary>
    public static readonly string Operator = "operator";

    private const string FindHead = """
        select seq, hash
        from audit_head {for update}
        where id = 1
        """;

    private const string Append = """
        insert into audit_log (seq, at, actor, action, object, call_sid, hash)
        values (@Seq, @At, @Actor, @Action, @Subject, @CallSid, @Hash)
        """;

    private const string Advance = """
        update audit_head
        set seq = @Seq, hash = @Hash
        where id = 1 and seq = @Seq - 1
        """;

    /// <summary>Both in one round trip.</summary>
    private static readonly string AppendAndAdvance = $"{Append};\n{Advance}";

    private readonly List<AuditEntry> entries = [];

    /// <param name="action">What was done, as <c>lock released</c>.</param>
    /// <param name="subject">The row it was done to, as <c>wallet:17</c>.</param>
    public Task WriteAsync(
        string? callSid,
        string actor,
        string action,
        string subject,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        if (!turn.HasLastWords)
        {
            // What a transaction that is done again had to say, it says again.
            entries.Clear();
            turn.BeforeCommit(ChainAsync);
        }

        entries.Add(
            new AuditEntry
            {
                At = at,
                Actor = actor,
                Action = action,
                Subject = subject,
                CallSid = callSid,
            }
        );
        return Task.CompletedTask;
    }

    private async Task ChainAsync(CancellationToken cancellationToken)
    {
        var head =
            await turn.FindAsync<AuditHead>(FindHead, new { }, cancellationToken)
            ?? throw new InvalidOperationException("The audit has lost its head: nothing is done that must be audited.");
        foreach (var entry in entries)
        {
            var row = chain.Link(head, entry);
            if (await turn.ExecuteAsync(AppendAndAdvance, row, cancellationToken) != 2)
            {
                throw new InvalidOperationException($"The audit could not be continued at row {row.Seq}.");
            }

            head = new AuditHead { Seq = row.Seq, Hash = row.Hash };
        }

        entries.Clear();
        turn.AfterCommit(() => anchors.Note(head));
    }
}
