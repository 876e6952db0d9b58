using Ivr.Data.Connections;

namespace Ivr.Data.Stores;

/// <summary>Puts messages where the wallet's app reads them, <c>inbox_messages</c>.</summary>
public sealed class AppInbox(TurnScope turn)
{
    private const string Put = """
        insert into inbox_messages (id, wallet_id, template, language, body, created_at, expires_at)
        select @id, @walletId, @template, @language, @text, @createdAt, @expiresAt
        where not exists (select 1 from inbox_messages where id = @id)
        """;

    /// <summary>Once, however often it is asked. Only what is secret goes away again, when it is of no use any more.</summary>
    public Task PutAsync(ClaimedMessage message, long walletId, string text, CancellationToken cancellationToken) =>
        turn.ExecuteAsync(
            Put,
            new
            {
                id = message.Id,
                walletId,
                template = message.Template,
                language = message.Language,
                text,
                createdAt = message.CreatedAt,
                expiresAt = message.IsSecret ? message.ExpiresAt : null,
            },
            cancellationToken
        );
}
