using Ivr.Data.Messages;
using Ivr.Web.Voice;

namespace Ivr.Web.Messages;

/// <summary>Where the carrier tells how far a message has come.</summary>
public static class MessageEndpoints
{
    public const string Receipts = "/voice/messages/status";

    private const int LongestField = 128;

    /// <param name="voice">The group of webhooks, for its rules: signed, of our account, no field twice.</param>
    public static void MapReceipts(this RouteGroupBuilder voice) => voice.MapPost("/messages/status", NoteAsync);

    /// <summary>200 whatever it tells: one that comes late, twice or from elsewhere changes nothing.</summary>
    private static async Task<IResult> NoteAsync(HttpRequest request, WebhookDesk desk)
    {
        var form = await request.ReadFormAsync();
        var sid = form["MessageSid"].ToString();
        if (sid.Length is > 0 and <= LongestField && StateOf(form["MessageStatus"].ToString()) is { } state)
        {
            var code = form["ErrorCode"].ToString() is { Length: > 0 and <= LongestField } given ? given : null;
            var id = request.Query[Address.Row].ToString() is { Length: > 0 and <= LongestField } row ? row : null;
            await desk.RunAsync<ReceiptDesk, bool>((receipts, token) => receipts.NoteAsync(sid, id, state, code, token));
        }

        return new TwimlResult(TwimlRenderer.Nothing());
    }

    /// <summary>Null for what says nothing of a message we sent.</summary>
    private static MessageState? StateOf(string status) =>
        status switch
        {
            "accepted" or "scheduled" or "queued" or "sending" or "sent" => MessageState.Sent,
            "delivered" or "read" or "partially_delivered" => MessageState.Delivered,
            "undelivered" => MessageState.Undelivered,
            "failed" or "canceled" => MessageState.Failed,
            _ => null,
        };
}
