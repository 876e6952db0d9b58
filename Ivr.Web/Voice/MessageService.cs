using Ivr.Data.Connections;
using Ivr.Data.Stores;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;

namespace Ivr.Web.Voice;

/// <summary>
/// Keeps what comes from Twilio after a call is over, or beside it: a message whose caller hung up, and how a talk with a person ended. The end
/// of the call may be told first.
/// </summary>
public sealed class MessageService(TurnScope scope, CallStore calls, SqlAgents agents, SqlVoicemails voicemails, TimeProvider clock)
{
    private const string Completed = "completed";

    /// <summary>A recording is ready, or there is none. Comes once, twice, early, late or never.</summary>
    /// <returns>TwiML that says nothing.</returns>
    public async Task<string> TellAsync(VoiceWebhook webhook, CancellationToken cancellationToken)
    {
        if (
            webhook.RecordingSid is not { } sid
            || await calls.FindAsync(webhook.CallSid, cancellationToken) is not { } call
            || call.AccountSid != webhook.AccountSid
        )
        {
            return TwimlRenderer.Nothing();
        }

        var isReady = webhook.RecordingStatus == Completed;
        if (isReady)
        {
            await KeepAsync(call, new MessageLeft(sid, webhook.RecordingDuration, HungUp: true), cancellationToken);
        }

        await voicemails.TellAsync(call.Sid, sid, isReady ? "READY" : "ABSENT", webhook.RecordingDuration, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return TwimlRenderer.Nothing();
    }

    /// <summary>The turn of a call that had ended before.</summary>
    public async Task KeepLateAsync(StoredCall call, CallerInput input, CancellationToken cancellationToken)
    {
        switch (input)
        {
            case CallerInput.Message message:
                await KeepAsync(call, new MessageLeft(message.RecordingSid, message.Seconds, HungUp: true), cancellationToken);
                break;
            case CallerInput.Back back when Known(call) is { } known:
                await agents.ComeBackAsync(known, new Transferred(back.Outcome, back.WaitedSeconds), cancellationToken);
                break;
            default:
                return;
        }

        await scope.CommitAsync(cancellationToken);
    }

    private async Task KeepAsync(StoredCall call, MessageLeft message, CancellationToken cancellationToken)
    {
        if (!message.IsEmpty && Known(call) is { } known)
        {
            await voicemails.KeepAsync(known, message, cancellationToken);
        }
    }

    private Call? Known(StoredCall call) =>
        Session.TryRead(call.Session, call.SessionVersion) is { } session ? session.Call with { Now = clock.GetUtcNow() } : null;
}
