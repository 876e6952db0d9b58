using Ivr.Data.Connections;
using Ivr.Data.Messages;
using Ivr.Data.Stores;
using Ivr.Web.Voice;

namespace Ivr.Web.Messages;

/// <summary>Takes what the carrier tells of a message, in a transaction of its own.</summary>
public sealed class ReceiptDesk(MessageReceipts receipts, TurnScope turn, TimeProvider clock, Metrics metrics)
{
    /// <param name="id">The row, where the receipt names it.</param>
    /// <returns>False where it changed nothing.</returns>
    public async Task<bool> NoteAsync(string sid, string? id, MessageState state, string? code, CancellationToken cancellationToken)
    {
        if (!await receipts.NoteAsync(sid, id, state, code, clock.GetUtcNow(), cancellationToken))
        {
            return false;
        }

        await turn.CommitAsync(cancellationToken);
        metrics.MessageReceipt(state, code);
        return true;
    }
}
