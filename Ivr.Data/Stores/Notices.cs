using System.Text.Json;
using Ivr.Data.Connections;
using Ivr.Data.Messages;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Puts messages to owners into the outbox, in the transaction that gives cause for them.</summary>
public sealed class Notices(TurnScope turn, MessageBell bell) : INotices
{
    private const string Put = """
        insert into notifications (id, dedupe_key, to_e164, language, template, body, state, created_at, call_sid, wallet_id, secret, due_at,
                                   expires_at)
        select @id, @dedupeKey, p.e164, c.language, @template, @body, 'QUEUED', @now, @callSid, w.id, @secret, @now, @expiresAt
        from wallets w
        join customers c on c.id = w.customer_id
        join phone_bindings p on p.customer_id = c.id
        where w.id = @walletId and p.is_primary = 1
          and not exists (select 1 from notifications where dedupe_key = @dedupeKey)
        """;

    private const string FindTo = """
        select body, language, state, created_at as at
        from notifications
        where to_e164 = @e164
        order by created_at desc, id desc {limit 50}
        """;

    private static readonly Lock Ids = new();
    private static long latest;

    public sealed class Row
    {
        /// <summary>The notice as JSON; empty where it was secret and is done.</summary>
        public required string Body { get; init; }
        public required string Language { get; init; }
        public required string State { get; init; }
        public DateTimeOffset At { get; init; }
    }

    public Task PutAsync(Call call, long walletId, Notice notice, string subject, CancellationToken cancellationToken)
    {
        var template = notice.GetType().Name;
        turn.AfterCommit(bell.Ring);
        var row = new
        {
            id = NextId(),
            dedupeKey = $"{template}:{walletId}:{call.Sid}:{subject}",
            template,
            body = JsonSerializer.Serialize(notice),
            secret = Convert.ToInt32(notice.IsSecret),
            now = call.Now,
            expiresAt = call.Now + notice.GoodFor,
            callSid = call.Sid,
            walletId,
        };
        return turn.ExecuteAsync(Put, row, cancellationToken);
    }

    /// <summary>Grows with each notice, so that those of one turn keep their order.</summary>
    private static string NextId()
    {
        lock (Ids)
        {
            latest = Math.Max(latest + 1, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
            return Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(latest)).ToString();
        }
    }

    /// <summary>The newest first, fifty at most.</summary>
    public Task<IReadOnlyList<Row>> FindToAsync(string e164, CancellationToken cancellationToken) =>
        turn.ListAsync<Row>(FindTo, new { e164 }, cancellationToken);
}
