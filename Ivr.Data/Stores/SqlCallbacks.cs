using Ivr.Data.Connections;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Keeps promised calls in <c>callbacks</c>: at most one open for a number.</summary>
public sealed class SqlCallbacks(TurnScope turn, CallbackPolicy policy, QueueEntries queue, CallbackLedger ledger, AuditLog audit)
    : ICallbacks
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
        insert into callbacks (id, call_sid, e164, hotline, wallet_id, language, case_no, topic, topic_state, detail, trouble, for_family, urgent,
                               state, attempts, queued_at, requested_at, next_at)
        select @id, @callSid, @e164, @hotline, @walletId, @language, @caseNo, @topic, @topicState, @detail, @trouble, @forFamily, @urgent,
               @state, @attempts, @queuedAt, @now, @nextAt
        where not exists (select 1 from callbacks where e164 = @e164 and ended_at is null)
        """;

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
            hotline = call.To,
            topic = call.Handover?.Topic,
            topicState = call.Handover?.State,
            detail = call.Handover?.Detail,
            trouble = call.Handover?.Trouble is { } trouble ? Codes.Of(trouble) : null,
            forFamily = call.IsForFamily,
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

    public async Task DeclineAsync(Call call, CancellationToken cancellationToken)
    {
        if (call.Promised is { } promised)
        {
            await ledger.CloseAsync(promised.Id, CallbackState.Declined, call.Now, cancellationToken);
        }
    }
}
