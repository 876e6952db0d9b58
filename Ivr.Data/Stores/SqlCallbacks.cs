using Ivr.Data.Connections;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Keeps promised calls in <c>callbacks</c>: at most one open for a number.</summary>
public sealed class SqlCallbacks(TurnScope turn, CallbackPolicy policy, QueueEntries queue, AuditLog audit) : ICallbacks
{
    /// <summary>Only to somebody so sure to be the owner is the registered telephone spoken of.</summary>
    private const Level SureOfOwner = Level.L2;

    private const string FindRegistered = """
        select p.e164
        from wallets w
        join phone_bindings p on p.customer_id = w.customer_id
        where w.id = @walletId and p.is_primary = 1
        """;

    private const string Arrange = """
        insert into callbacks (id, call_sid, e164, wallet_id, language, case_no, urgent, state, attempts, queued_at, requested_at, next_at)
        select @id, @callSid, @e164, @walletId, @language, @caseNo, @urgent, @state, @attempts, @queuedAt, @now, @nextAt
        where not exists (select 1 from callbacks where e164 = @e164 and ended_at is null)
        """;

    private const string FindDue = """
        select id, call_sid, e164, language, case_no, state, attempts, next_at
        from callbacks
        where state = 'WAITING' and next_at <= @now
        order by urgent desc, queued_at {limit 20}
        """;

    private const string Move = """
        update callbacks
        set state = @state, attempts = @attempts, next_at = @nextAt, ended_at = @endedAt
        where id = @id and state = @from and attempts = @seen
        """;

    private sealed class Row
    {
        public required string Id { get; init; }
        public required string CallSid { get; init; }
        public required string E164 { get; init; }
        public required string Language { get; init; }
        public string? CaseNo { get; init; }
        public required string State { get; init; }
        public int Attempts { get; init; }
        public DateTimeOffset? NextAt { get; init; }
    }

    public async Task<IReadOnlyList<CallbackNumber>> FindNumbersAsync(Call call, CancellationToken cancellationToken)
    {
        var numbers = new List<CallbackNumber>();
        if (call.CallerNumber is { } calling)
        {
            numbers.Add(new CallbackNumber(calling, IsRegistered: false));
        }

        if (
            call.Identity is { WalletId: { } walletId, Level: >= SureOfOwner }
            && await turn.FindAsync<string>(FindRegistered, new { walletId }, cancellationToken) is { } registered
            && registered != call.CallerNumber
        )
        {
            numbers.Add(new CallbackNumber(registered, IsRegistered: true));
        }

        return [.. numbers.Where(number => policy.Allows(number.E164))];
    }

    public async Task ArrangeAsync(Call call, CallbackNumber number, bool isUrgent, CancellationToken cancellationToken)
    {
        var waited = await queue.FindLastAsync(call.Sid, cancellationToken);
        var promised = Callback.Promised(call.Now);
        var row = new
        {
            id = Guid.CreateVersion7().ToString(),
            callSid = call.Sid,
            e164 = number.E164,
            walletId = call.Identity.WalletId,
            language = call.Language.Tag(),
            caseNo = call.CaseNo,
            urgent = isUrgent,
            state = Codes.Of(promised.State),
            attempts = promised.Attempts,
            queuedAt = waited?.EnteredAt ?? call.Now,
            now = call.Now,
            nextAt = promised.NextAt,
        };
        if (await turn.ExecuteAsync(Arrange, row, cancellationToken) == 1)
        {
            await audit.WriteAsync(call.Sid, AuditLog.Caller, "callback arranged", $"callback:{row.id}", call.Now, cancellationToken);
        }
    }

    /// <summary>Those that may be placed now: the urgent ones first, then by their places in the queue; twenty at most.</summary>
    public async Task<IReadOnlyList<DueCallback>> FindDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        [
            .. (await turn.ListAsync<Row>(FindDue, new { now }, cancellationToken)).Select(row => new DueCallback(
                row.Id,
                row.E164,
                Languages.TryParse(row.Language, out var language) ? language : Language.Mandarin,
                new Callback(Codes.Parse<CallbackState>(row.State), row.Attempts, row.NextAt)
            )),
        ];

    /// <summary>Moves one on; false where somebody else did so before.</summary>
    public async Task<bool> MoveAsync(string id, Callback from, Callback to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moved = await turn.ExecuteAsync(
            Move,
            new
            {
                id,
                from = Codes.Of(from.State),
                seen = from.Attempts,
                state = Codes.Of(to.State),
                attempts = to.Attempts,
                nextAt = to.NextAt,
                endedAt = to.NextAt is null ? now : (DateTimeOffset?)null,
            },
            cancellationToken
        );
        if (moved == 1)
        {
            await audit.WriteAsync(null, "hotline", $"callback {Codes.Of(to.State)}", $"callback:{id}", now, cancellationToken);
        }

        return moved == 1;
    }
}

/// <summary>A promised call that may be placed now.</summary>
public sealed record DueCallback(string Id, string E164, Language Language, Callback Callback);
