using Ivr.Data.Connections;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Puts messages to owners into the outbox, in the transaction that gives cause for them.</summary>
public sealed class Notices(TurnScope turn)
{
    private const string Put = """
        insert into notifications (id, dedupe_key, to_e164, language, template, state, created_at, call_sid)
        select @id, @dedupeKey, p.e164, c.language, @template, 'QUEUED', @now, @callSid
        from wallets w
        join customers c on c.id = w.customer_id
        join phone_bindings p on p.customer_id = c.id
        where w.id = @walletId and p.is_primary = 1
          and not exists (select 1 from notifications where dedupe_key = @dedupeKey)
        """;

    private const string FindTo = """
        select template, language, created_at as at
        from notifications
        where to_e164 = @e164
        order by created_at desc {limit 50}
        """;

    public sealed class Row
    {
        public required string Template { get; init; }
        public required string Language { get; init; }
        public DateTimeOffset At { get; init; }
    }

    /// <summary>Once in a call.</summary>
    public Task PutAsync(Call call, long walletId, Notice notice, CancellationToken cancellationToken) =>
        turn.ExecuteAsync(
            Put,
            new
            {
                id = Guid.CreateVersion7().ToString(),
                dedupeKey = $"{Codes.Of(notice)}:{walletId}:{call.Sid}",
                template = Codes.Of(notice),
                now = call.Now,
                callSid = call.Sid,
                walletId,
            },
            cancellationToken
        );

    /// <summary>The newest first, fifty at most.</summary>
    public Task<IReadOnlyList<Row>> FindToAsync(string e164, CancellationToken cancellationToken) =>
        turn.ListAsync<Row>(FindTo, new { e164 }, cancellationToken);
}
