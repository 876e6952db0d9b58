using Ivr.Data.Connections;
using Ivr.Data.Stores;

namespace Ivr.Web.Voice;

/// <summary>Tells the person who takes over what the call is about, and hears whether they take it. The address says nothing of the caller.</summary>
public sealed class WhisperService(TurnScope scope, Handovers handovers, WhisperRenderer twiml, TimeProvider clock)
{
    private const string Yes = "1";

    public async Task<string> AskAsync(VoiceWebhook webhook, string id, CancellationToken cancellationToken) =>
        await FindAsync(webhook, id, cancellationToken) is { } kept ? twiml.Ask(id, kept.Handover) : TwimlRenderer.Inert();

    public async Task<string> HearAsync(VoiceWebhook webhook, string id, CancellationToken cancellationToken)
    {
        if (webhook.Digits != Yes || await FindAsync(webhook, id, cancellationToken) is null)
        {
            return TwimlRenderer.Inert();
        }

        await handovers.AcceptAsync(id, clock.GetUtcNow(), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return TwimlRenderer.Nothing();
    }

    /// <summary>Null where it is over, or the agent's leg does not belong to that caller's call.</summary>
    private async Task<KeptHandover?> FindAsync(VoiceWebhook webhook, string id, CancellationToken cancellationToken) =>
        await handovers.FindOpenAsync(id, cancellationToken) is { } kept
        && (webhook.ParentCallSid.Length == 0 || webhook.ParentCallSid == kept.CallSid)
            ? kept
            : null;
}
