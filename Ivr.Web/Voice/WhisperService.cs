using Ivr.Data.Connections;
using Ivr.Data.Stores;
using Ivr.Flows.Engine;

namespace Ivr.Web.Voice;

/// <summary>Tells the person who takes over what the call is about, and hears whether they take it. The address says nothing of the caller.</summary>
public sealed class WhisperService(TurnScope scope, Handovers handovers, CallStore calls, WhisperRenderer twiml, TimeProvider clock)
{
    private const string Yes = "1";

    public async Task<string> AskAsync(VoiceWebhook webhook, string id, CancellationToken cancellationToken) =>
        await FindAsync(webhook, id, cancellationToken) is { } kept
            ? twiml.Ask(id, kept.Handover with { Words = await FindWordsAsync(kept.CallSid, cancellationToken) })
            : TwimlRenderer.Inert();

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

    /// <summary>What the caller said stands in the session alone, and is gone with it.</summary>
    private async Task<string?> FindWordsAsync(string callSid, CancellationToken cancellationToken) =>
        await calls.FindAsync(callSid, cancellationToken) is { } call
            ? Session.TryRead(call.Session, call.SessionVersion)?.Call.Words
            : null;

    /// <summary>Null where it is over, or the agent's leg does not belong to that caller's call.</summary>
    private async Task<KeptHandover?> FindAsync(VoiceWebhook webhook, string id, CancellationToken cancellationToken) =>
        await handovers.FindOpenAsync(id, cancellationToken) is { } kept
        && (webhook.ParentCallSid.Length == 0 || webhook.ParentCallSid == kept.CallSid)
            ? kept
            : null;
}
