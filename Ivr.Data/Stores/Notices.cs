using System.Text.Json;
using Ivr.Data.Connections;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Puts messages to owners into the outbox, in the transaction that gives cause for them.</summary>
public sealed class Notices(TurnScope turn) : INotices
{
    private const string Put = """
        insert into notifications (id, dedupe_key, to_e164, language, template, body, state, created_at, call_sid)
        select @id, @dedupeKey, p.e164, c.language, @template, @body, 'QUEUED', @now, @callSid
        from wallets w
        join customers c on c.id = w.customer_id
        join phone_bindings p on p.customer_id = c.id
        where w.id = @walletId and p.is_primary = 1
          and not exists (select 1 from notifications where dedupe_key = @dedupeKey)
        """;

    private const string FindTo = """
        select body, language, created_at as at
        from notifications
        where to_e164 = @e164
        order by created_at desc {limit 50}
        """;

    public sealed class Row
    {
        /// <summary>The notice as JSON.</summary>
        public required string Body { get; init; }
        public required string Language { get; init; }
        public DateTimeOffset At { get; init; }
    }

    public Task PutAsync(Call call, long walletId, Notice notice, string subject, CancellationToken cancellationToken)
    {
        var template = notice.GetType().Name;
        var row = new
        {
            id = Guid.CreateVersion7().ToString(),
            dedupeKey = $"{template}:{walletId}:{call.Sid}:{subject}",
            template,
            body = JsonSerializer.Serialize(notice),
            now = call.Now,
            callSid = call.Sid,
            walletId,
        };
        return turn.ExecuteAsync(Put, row, cancellationToken);
    }

    /// <summary>The newest first, fifty at most.</summary>
    public Task<IReadOnlyList<Row>> FindToAsync(string e164, CancellationToken cancellationToken) =>
        turn.ListAsync<Row>(FindTo, new { e164 }, cancellationToken);
}
