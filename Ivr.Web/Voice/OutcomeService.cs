using Ivr.Data.Stores;

namespace Ivr.Web.Voice;

/// <summary>
/// Tells a caller what became of a turn whose answer did not come in time, or whose commit nobody confirmed. Whoever holds the row of a call knows:
/// nobody else is in the middle of a turn of it.
/// </summary>
public sealed class OutcomeService(CallStore calls, TwimlRenderer twiml)
{
    /// <summary>So often is asked; then a caller is told that it is not known.</summary>
    public const int Rounds = 3;

    /// <returns>TwiML; null where the call is bound to other parties.</returns>
    public async Task<string?> TellAsync(VoiceWebhook webhook, int turn, CancellationToken cancellationToken) =>
        await calls.FindAsync(webhook.CallSid, cancellationToken) switch
        {
            null => twiml.StartOver(),
            var call when !TurnService.IsBoundTo(webhook, call) => null,
            { EndedAt: not null } => TwimlRenderer.Inert(),
            var call => await calls.FindReplyAsync(call.Sid, turn, cancellationToken) ?? twiml.Resume(),
        };
}
