using Ivr.Data.Stores;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Ivr.Web.Hosting;
using Ivr.Web.Voice;
using Microsoft.Extensions.Options;

namespace Ivr.Web.Callbacks;

/// <summary>Tells the calls that the hotline placed itself, by the name of the attempt, and hears of their ends.</summary>
public sealed class CallbackCalls(
    CallbackLedger ledger,
    CallbackAttempts attempts,
    IOptions<HotlineOptions> options,
    ILogger<CallbackCalls> log
)
{
    private const string Person = "human";
    private const string Outgoing = "outbound-api";

    private readonly TimeSpan longest = TimeSpan.FromSeconds(options.Value.Callbacks.TimeLimitSeconds) + Callback.Unheard;

    /// <summary>A call that goes out was answered.</summary>
    /// <param name="call">As it begins.</param>
    /// <returns>The call with what it was promised for; null where nobody promised it, it is over already, or a machine answered.</returns>
    public async Task<Call?> AnswerAsync(VoiceWebhook webhook, Call call, CancellationToken cancellationToken)
    {
        if (
            await FindAsync(webhook, cancellationToken) is not { } kept
            || webhook.Direction != Outgoing
            || kept.E164 != webhook.To
            || kept.Callback.Answer(call.Now, longest) is not { } goesOn
        )
        {
            log.NotPromised(webhook.CallSid);
            return null;
        }

        await ledger.NameCallAsync(kept.Token!, webhook.CallSid, cancellationToken);
        if (IsMachine(webhook.AnsweredBy) || !await ledger.MoveAsync(kept.Id, kept.Callback, goesOn, call.Now, cancellationToken))
        {
            return null;
        }

        return call with
        {
            Language = kept.Language,
            CaseNo = kept.CaseNo,
            IsForFamily = kept.ForFamily,
            Promised = kept.Promised with { PersonAnswered = webhook.AnsweredBy == Person },
        };
    }

    /// <summary>A call that went out is over: nobody answered, or what there was to say was said. Comes once, twice, late or never.</summary>
    public async Task EndAsync(VoiceWebhook webhook, CancellationToken cancellationToken)
    {
        if (webhook.Reference is not null && await FindAsync(webhook, cancellationToken) is { } kept)
        {
            await ledger.NameCallAsync(kept.Token!, webhook.CallSid, cancellationToken);
            await attempts.MissAsync(kept, cancellationToken);
        }
    }

    /// <summary>The attempt that the webhook names, unless that is another call.</summary>
    private async Task<KeptCallback?> FindAsync(VoiceWebhook webhook, CancellationToken cancellationToken) =>
        webhook.Reference is { } token
        && await ledger.FindAsync(token, cancellationToken) is { } kept
        && (kept.PlacedSid ?? webhook.CallSid) == webhook.CallSid
        && (kept.PlacedSid is null || kept.Callback.State == CallbackState.Calling)
            ? kept
            : null;

    private static bool IsMachine(string answeredBy) => answeredBy.StartsWith("machine", StringComparison.Ordinal) || answeredBy == "fax";
}
