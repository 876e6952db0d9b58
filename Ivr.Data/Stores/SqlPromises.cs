using Ivr.Data.Connections;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Keeps the ledger in <c>promises</c>.</summary>
public sealed class SqlPromises(TurnScope turn, MarketTime market) : IPromises
{
    private const string Make = """
        insert into promises (id, wallet_id, call_sid, subject, [rule], calendar, made_at, due_at)
        select @id, @walletId, @callSid, @subject, @rule, @calendar, @now, @dueAt
        where not exists (select 1 from promises where subject = @subject and [rule] = @rule and due_at = @dueAt)
        """;

    private const string FindBroken = """
        select p.wallet_id, p.subject, p.[rule], p.due_at,
               (select max(n.due_at) from promises n
                where n.wallet_id = @walletId and n.[rule] = 'CASE_ANSWERED' and n.kept_at is null and n.broken_at is null) as answered_by
        from promises p
        where p.wallet_id = @walletId and p.broken_at is not null and p.apologised_at is null
        order by p.due_at {limit 3}
        """;

    private const string Apologise = """
        update promises
        set apologised_at = @now
        where subject = @subject and [rule] = @rule and due_at = @dueAt and apologised_at is null
        """;

    private sealed class Row
    {
        public long WalletId { get; init; }
        public required string Subject { get; init; }
        public required string Rule { get; init; }
        public DateTimeOffset DueAt { get; init; }
        public DateTimeOffset? AnsweredBy { get; init; }
    }

    public Task MakeAsync(Call call, Promise promise, CancellationToken cancellationToken) =>
        turn.ExecuteAsync(
            Make,
            new
            {
                id = Guid.CreateVersion7().ToString(),
                walletId = promise.WalletId,
                callSid = call.Sid,
                subject = promise.Subject,
                rule = Codes.Of(promise.Rule),
                calendar = market.Calendar,
                now = call.Now,
                dueAt = promise.DueAt,
            },
            cancellationToken
        );

    public async Task<IReadOnlyList<BrokenPromise>> FindBrokenAsync(long walletId, CancellationToken cancellationToken) =>
        [
            .. (await turn.ListAsync<Row>(FindBroken, new { walletId }, cancellationToken)).Select(row => new BrokenPromise(
                new Promise(row.WalletId, row.Subject, Codes.Parse<PromiseRule>(row.Rule), row.DueAt),
                row.AnsweredBy
            )),
        ];

    public Task ApologiseAsync(Call call, Promise promise, CancellationToken cancellationToken) =>
        turn.ExecuteAsync(
            Apologise,
            new
            {
                subject = promise.Subject,
                rule = Codes.Of(promise.Rule),
                dueAt = promise.DueAt,
                now = call.Now,
            },
            cancellationToken
        );
}
