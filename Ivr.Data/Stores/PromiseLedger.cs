using System.Globalization;
using Ivr.Data.Connections;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>A promise whose time has come.</summary>
public sealed record DuePromise(string Id, string CallSid, Promise Promise);

/// <summary>Holds the promises that are due against what really happened.</summary>
public sealed class PromiseLedger(TurnScope turn)
{
    private const string FindDue = """
        select id, wallet_id, call_sid, subject, [rule], due_at
        from promises
        where kept_at is null and broken_at is null and due_at < @now
        order by due_at {limit 100}
        """;

    private const string MoneyIsBack = """
        select count(*)
        from payments p
        left join reversals r on r.payment_id = p.id
        where p.id = @id and (p.fund_position = 'RETURNED' or r.done_at is not null or p.status = 'SUCCEEDED')
        """;

    private const string PaymentHasSettled = """
        select count(*)
        from payments
        where id = @id and status not in ('CREATED', 'PROCESSING')
        """;

    private const string RefundHasArrived = """
        select count(*)
        from refunds
        where id = @id and state in ('SUCCEEDED', 'REJECTED', 'CANCELED')
        """;

    private const string MerchantHasAnswered = """
        select count(*)
        from refunds
        where id = @id and state <> 'REQUESTED'
        """;

    private const string CaseIsResolved = """
        select count(*)
        from cases
        where case_no = @caseNo and state = 'RESOLVED'
        """;

    private const string Keep = """
        update promises
        set kept_at = @now
        where id = @id and kept_at is null and broken_at is null
        """;

    private const string Break = """
        update promises
        set broken_at = @now
        where id = @id and kept_at is null and broken_at is null
        """;

    private sealed class Row
    {
        public required string Id { get; init; }
        public long WalletId { get; init; }
        public required string CallSid { get; init; }
        public required string Subject { get; init; }
        public required string Rule { get; init; }
        public DateTimeOffset DueAt { get; init; }
    }

    /// <summary>The oldest first, a hundred at most.</summary>
    public async Task<IReadOnlyList<DuePromise>> FindDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        [
            .. (await turn.ListAsync<Row>(FindDue, new { now }, cancellationToken)).Select(row => new DuePromise(
                row.Id,
                row.CallSid,
                new Promise(row.WalletId, row.Subject, Codes.Parse<PromiseRule>(row.Rule), row.DueAt)
            )),
        ];

    public async Task<bool> IsKeptAsync(Promise promise, CancellationToken cancellationToken)
    {
        var key = promise.Subject[(promise.Subject.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var statement = promise.Rule switch
        {
            PromiseRule.MoneyBack => MoneyIsBack,
            PromiseRule.PaymentSettled => PaymentHasSettled,
            PromiseRule.RefundArrived => RefundHasArrived,
            PromiseRule.MerchantAnswered => MerchantHasAnswered,
            PromiseRule.CaseAnswered => CaseIsResolved,
        };
        object parameters =
            promise.Rule == PromiseRule.CaseAnswered ? new { caseNo = key } : new { id = long.Parse(key, CultureInfo.InvariantCulture) };
        return await turn.FindAsync<int>(statement, parameters, cancellationToken) > 0;
    }

    /// <summary>False where it was marked before, perhaps by another node.</summary>
    public async Task<bool> MarkAsync(string id, bool kept, DateTimeOffset now, CancellationToken cancellationToken) =>
        await turn.ExecuteAsync(kept ? Keep : Break, new { id, now }, cancellationToken) == 1;
}
