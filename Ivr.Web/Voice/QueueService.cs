using Ivr.Data.Connections;
using Ivr.Data.Stores;
using Ivr.Flows;
using Ivr.Flows.Calendars;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Flows.Wallet;
using Ivr.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Ivr.Web.Voice;

/// <summary>
/// Looks after callers who wait in the queue: tells them where they stand, and hears what they choose. A choice is kept in the database; the
/// turn that comes with the end of the wait acts on it.
/// </summary>
public sealed class QueueService(
    TurnScope scope,
    CallStore calls,
    QueueEntries entries,
    IAgents agents,
    ICallbacks callbacks,
    QueueRenderer twiml,
    HotlineLanguages languages,
    IOptions<HotlineOptions> options,
    TimeProvider clock
)
{
    /// <summary>From so long a wait on, calling back is offered.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    /// <summary>The caller waits in the queue for another while.</summary>
    /// <returns>TwiML; null where the call is bound to other parties.</returns>
    public async Task<string?> WaitAsync(VoiceWebhook webhook, int turn, CancellationToken cancellationToken)
    {
        var call = await calls.FindAsync(webhook.CallSid, cancellationToken);
        if (call is not null && !TurnService.IsBoundTo(webhook, call))
        {
            return null;
        }

        if (await IsEnoughAsync(webhook, cancellationToken))
        {
            return TwimlRenderer.LeaveQueue();
        }

        var entry = call is null ? null : await entries.FindLastAsync(call.Sid, cancellationToken);
        return (call, entry) switch
        {
            (null, _) or (_, null) => twiml.MusicOnly(LanguageOf(call)),
            (_, { Choice: not null }) => TwimlRenderer.LeaveQueue(),
            _ => twiml.Wait(turn, LanguageOf(call), await NewsAsync(webhook, call, entry, cancellationToken)),
        };
    }

    /// <summary>The caller pressed a key while waiting.</summary>
    /// <returns>TwiML; null where the call is bound to other parties.</returns>
    public async Task<string?> ChooseAsync(VoiceWebhook webhook, int turn, CancellationToken cancellationToken)
    {
        var call = await calls.FindAsync(webhook.CallSid, cancellationToken);
        if (call is not null && !TurnService.IsBoundTo(webhook, call))
        {
            return null;
        }

        if (call is null || await entries.FindLastAsync(call.Sid, cancellationToken) is not { } entry || entry.Turn != turn)
        {
            return twiml.MusicOnly(LanguageOf(call));
        }

        if (QueueKeys.Choice(webhook.Digits) is { } choice)
        {
            await entries.ChooseAsync(call.Sid, turn, choice, cancellationToken);
            await scope.CommitAsync(cancellationToken);
            return TwimlRenderer.LeaveQueue();
        }

        var news = await NewsAsync(webhook, call, entry, cancellationToken);
        return webhook.Digits is [QueueKeys.Again]
            ? twiml.Wait(turn, LanguageOf(call), news)
            : twiml.WaitAfterWrongKey(turn, LanguageOf(call), news);
    }

    /// <summary>The wait was long enough, or somebody closed by hand. Who came in time is not sent away when the hours end.</summary>
    private async Task<bool> IsEnoughAsync(VoiceWebhook webhook, CancellationToken cancellationToken) =>
        options.Value.Agents.IsWaitedOut(webhook.QueueTime)
        || (await agents.OpeningAsync(clock.GetUtcNow(), cancellationToken)).Closed == ClosedBecause.ByHand;

    private async Task<QueueNews> NewsAsync(VoiceWebhook webhook, StoredCall call, QueueEntry entry, CancellationToken cancellationToken)
    {
        // A key that was pressed may come without the time in the queue.
        var now = clock.GetUtcNow();
        var waited = TimeSpan.FromSeconds(Math.Max(webhook.QueueTime, (now - entry.EnteredAt).TotalSeconds));
        var usual = await entries.RecentWaitAsync(entry.Queue, now, cancellationToken);
        // A wait that is longer than usual already has no estimate that would be true.
        var left = usual > waited ? usual - waited : null;
        var isLong = waited >= Long || left * 1.2 > Long;
        var canBeCalled =
            isLong
            && Session.TryRead(call.Session, call.SessionVersion) is { } session
            && (await callbacks.FindNumbersAsync(session.Call, cancellationToken)).Count > 0;
        return new QueueNews(webhook.QueuePosition, left, canBeCalled, options.Value.Agents.MaxWaitSeconds - (int)waited.TotalSeconds);
    }

    private Language LanguageOf(StoredCall? call) =>
        call is not null && Languages.TryParse(call.Language, out var language) ? language : languages.First;
}
