using Ivr.Data.Connections;
using Ivr.Data.Messages;

namespace Ivr.Data.Stores;

/// <summary>Notes what the carrier tells of messages: in any order, several times, or of messages that are not ours.</summary>
public sealed class MessageReceipts(TurnScope turn)
{
    /// <summary>A final state stays, and nothing goes back to being sent.</summary>
    private const string NoteBySid = """
        update notifications
        set state = @state, due_at = null, error_code = @errorCode, sent_at = coalesce(sent_at, @now),
            body = case when secret = 1 then '' else body end
        where message_sid = @messageSid
          and (state in ('QUEUED', 'SENDING', 'UNKNOWN') or (state = 'SENT' and @state <> 'SENT'))
        """;

    /// <summary>The answer that should have told the message's name never came.</summary>
    private const string NoteById = """
        update notifications
        set state = @state, due_at = null, error_code = @errorCode, sent_at = coalesce(sent_at, @now), message_sid = @messageSid,
            body = case when secret = 1 then '' else body end
        where id = @id and message_sid is null and state in ('QUEUED', 'SENDING', 'UNKNOWN')
        """;

    /// <param name="id">The row, where the receipt names it.</param>
    /// <returns>False where it changed nothing: it came before, came late, or the message is not known.</returns>
    public async Task<bool> NoteAsync(
        string messageSid,
        string? id,
        MessageState state,
        string? errorCode,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var receipt = new
        {
            messageSid,
            id,
            state = Codes.Of(state),
            errorCode,
            now,
        };
        return await turn.ExecuteAsync(NoteBySid, receipt, cancellationToken) > 0
            || id is not null && await turn.ExecuteAsync(NoteById, receipt, cancellationToken) > 0;
    }
}
