using Ivr.Data.Connections;
using Ivr.Data.Stores;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Flows.Prompts;
using Ivr.Web.Callbacks;

namespace Ivr.Web.Voice;

/// <summary>
/// Takes the turns of calls, each in one transaction: the session, what the flows changed, and the reply are there together or not at all. A
/// webhook that comes twice gets the bytes of the first time.
/// </summary>
public sealed class TurnService(
    TurnScope scope,
    CallStore calls,
    CallEngine engine,
    HandoverDesk handovers,
    SqlAgents agents,
    MessageService late,
    CallbackCalls callbacks,
    TwimlRenderer twiml,
    HotlineLanguages languages,
    TimeProvider clock,
    Metrics metrics,
    TurnSpan span,
    ILogger<TurnService> log
)
{
    /// <summary>The first turn: the one the greeting answers.</summary>
    private const int First = 0;

    /// <summary>So often a question that breaks is asked again; then a person takes over.</summary>
    private const int MostStumbles = 2;

    /// <summary>A call comes in, or one that we placed was answered.</summary>
    /// <returns>TwiML; null where the call is bound to other parties.</returns>
    public async Task<string?> AnswerAsync(VoiceWebhook webhook, CancellationToken cancellationToken)
    {
        using var ending = span.Begin(webhook.CallSid, First);
        if (await calls.FindAsync(webhook.CallSid, cancellationToken) is { } known)
        {
            return await RepeatAsync(webhook, known, First, cancellationToken);
        }

        if (await FindCallAsync(webhook, cancellationToken) is not { } begun)
        {
            await scope.CommitAsync(cancellationToken);
            span.CameTo("NotPromised");
            return TwimlRenderer.Inert();
        }

        var turn = await engine.BeginAsync(begun, null, cancellationToken);
        var reply = await RenderAsync(turn, First + 1, cancellationToken);
        var call = Store(webhook, turn.Session, First + 1);
        if (!await calls.StartAsync(call, cancellationToken))
        {
            throw new InvalidOperationException($"Call {webhook.CallSid} was started twice at once.");
        }

        await KeepAsync(call, First, null, new CallerInput.Dialled(), turn, reply, cancellationToken);
        metrics.CallStarted();
        return reply;
    }

    /// <summary>The caller did something, or nothing.</summary>
    /// <returns>TwiML; null where the call is bound to other parties.</returns>
    public async Task<string?> TakeAsync(VoiceWebhook webhook, int number, CallerInput input, CancellationToken cancellationToken)
    {
        using var ending = span.Begin(webhook.CallSid, number);
        if (await calls.FindAsync(webhook.CallSid, cancellationToken) is not { } call)
        {
            log.CallUnknown(webhook.CallSid);
            span.CameTo("Unknown");
            return twiml.StartOver();
        }

        if (number != call.Turn || call.EndedAt is not null || !IsBoundTo(webhook, call))
        {
            await KeepLateAsync(webhook, call, number, input, cancellationToken);
            return await RepeatAsync(webhook, call, number, cancellationToken);
        }

        var now = clock.GetUtcNow();
        var session =
            Session.TryRead(call.Session, call.SessionVersion) is { } kept && kept.Call.Sid == call.Sid && engine.CanRead(kept)
                ? kept
                : null;
        var turn = session is not null
            ? await engine.TakeTurnAsync(session with { Call = session.Call with { Now = now } }, input, cancellationToken)
            : await StartOverAsync(webhook, call, now, cancellationToken);
        var reply = await RenderAsync(turn, number + 1, cancellationToken);
        var next = Store(webhook, turn.Session, number + 1) with { StartedAt = call.StartedAt, RowVersion = call.RowVersion };
        if (!await calls.SaveAsync(next, cancellationToken))
        {
            throw new InvalidOperationException($"Turn {number} of call {call.Sid} was taken twice at once.");
        }

        await KeepAsync(next, number, session, input, turn, reply, cancellationToken);
        return reply;
    }

    /// <summary>Twilio could not use our last answer: the call goes on where it stood.</summary>
    public async Task<string?> ResumeAsync(VoiceWebhook webhook, CancellationToken cancellationToken)
    {
        log.CameToFallback(webhook.CallSid, webhook.ErrorCode);
        metrics.CameToFallback(webhook.ErrorCode);
        var call = await calls.FindAsync(webhook.CallSid, cancellationToken);
        if (call is null)
        {
            return await AnswerAsync(webhook, cancellationToken);
        }

        var again = await RepeatAsync(webhook, call, call.Turn - 1, cancellationToken);
        if (again is null || call.EndedAt is not null)
        {
            return again;
        }

        await calls.StumbleAsync(call.Sid, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return call.Stumbles < MostStumbles ? again : twiml.LastResort();
    }

    /// <summary>The call is over. Comes once, twice, late or never.</summary>
    /// <returns>TwiML that says nothing; null where the call is bound to other parties.</returns>
    public async Task<string?> EndAsync(VoiceWebhook webhook, CancellationToken cancellationToken)
    {
        if (!webhook.CallIsOver)
        {
            return TwimlRenderer.Nothing();
        }

        var call = await calls.FindAsync(webhook.CallSid, cancellationToken);
        if (call is not null && !IsBoundTo(webhook, call))
        {
            log.CallIsBoundToOthers(webhook.CallSid);
            return null;
        }

        if (call is not null && await calls.EndAsync(webhook.CallSid, webhook.CallStatus, clock.GetUtcNow(), cancellationToken))
        {
            await agents.EndAsync(webhook.CallSid, clock.GetUtcNow(), cancellationToken);
            metrics.CallEnded(webhook.CallStatus);
            log.CallEnded(webhook.CallSid, webhook.CallStatus);
        }

        await callbacks.EndAsync(webhook, cancellationToken);
        await scope.CommitAsync(cancellationToken);

        return TwimlRenderer.Nothing();
    }

    /// <summary>The call as it begins; null for one that goes out and was not promised.</summary>
    private async Task<Call?> FindCallAsync(VoiceWebhook webhook, CancellationToken cancellationToken)
    {
        var call = NewCall(webhook, clock.GetUtcNow());
        return webhook.GoesOut ? await callbacks.AnswerAsync(webhook, call, cancellationToken) : call;
    }

    private async Task<string> RenderAsync(Turn turn, int next, CancellationToken cancellationToken) =>
        twiml.Render(turn.Reply, next, await handovers.OpenAsync(turn.Session.Call, turn.Reply, next, cancellationToken));

    private async Task KeepLateAsync(
        VoiceWebhook webhook,
        StoredCall call,
        int number,
        CallerInput input,
        CancellationToken cancellationToken
    )
    {
        if (number == call.Turn && IsBoundTo(webhook, call))
        {
            await late.KeepLateAsync(call, input, cancellationToken);
        }
    }

    private async Task<string?> RepeatAsync(VoiceWebhook webhook, StoredCall call, int number, CancellationToken cancellationToken)
    {
        if (!IsBoundTo(webhook, call))
        {
            log.CallIsBoundToOthers(webhook.CallSid);
            span.CameTo("Refused");
            return null;
        }

        if (call.EndedAt is not null)
        {
            span.CameTo("Over");
            return TwimlRenderer.Inert();
        }

        log.TurnRepeated(call.Sid, number);
        metrics.TurnRepeated();
        span.CameTo("Repeated");
        return await calls.FindReplyAsync(call.Sid, Math.Min(number, call.Turn - 1), cancellationToken) ?? twiml.StartOver();
    }

    private async Task<Turn> StartOverAsync(VoiceWebhook webhook, StoredCall call, DateTimeOffset now, CancellationToken cancellationToken)
    {
        log.SessionUnreadable(call.Sid, call.SessionVersion);
        var anew = NewCall(webhook, now) with { StartedAt = call.StartedAt };
        var language = Languages.TryParse(call.Language, out var spoken) ? spoken : languages.First;
        return await engine.BeginAsync(anew with { Language = language }, CommonPrompts.StartOver, cancellationToken);
    }

    private async Task KeepAsync(
        StoredCall call,
        int number,
        Session? before,
        CallerInput input,
        Turn turn,
        string reply,
        CancellationToken cancellationToken
    )
    {
        var taken = new StoredTurn
        {
            CallSid = call.Sid,
            Turn = number,
            At = clock.GetUtcNow(),
            Flow = before?.Now.Flow ?? "",
            State = before?.Now.State ?? "",
            InputKind = input.Kind,
            NextFlow = turn.Session.Now.Flow,
            NextState = turn.Session.Now.State,
            Reply = reply,
        };
        await calls.KeepAsync(taken, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        var outcome = TurnOutcomes.Of(before, input, turn);
        span.Taken(taken, outcome);
        metrics.TurnTaken(taken.Flow.Length > 0 ? taken.Flow : taken.NextFlow, input, outcome, span.Took, span.InDatabase);
        log.TurnTaken(call.Sid, number, input.Kind, taken.Flow, taken.State, taken.NextFlow, taken.NextState);
    }

    private Call NewCall(VoiceWebhook webhook, DateTimeOffset now) =>
        new()
        {
            Sid = webhook.CallSid,
            From = webhook.Party,
            To = webhook.HotlineNumber,
            Attestation = webhook.Attestation,
            StartedAt = now,
            Now = now,
            Language = languages.First,
        };

    private static StoredCall Store(VoiceWebhook webhook, Session session, int nextTurn) =>
        new()
        {
            Sid = webhook.CallSid,
            AccountSid = webhook.AccountSid,
            From = webhook.From,
            To = webhook.To,
            Direction = webhook.Direction,
            Attestation = webhook.Attestation,
            Turn = nextTurn,
            SessionVersion = Session.CurrentVersion,
            Session = session.Write(),
            Flow = session.Now.Flow,
            State = session.Now.State,
            Language = session.Call.Language.Tag(),
            Level = session.Call.Identity.Proven.ToString(),
            StartedAt = session.Call.StartedAt,
        };

    internal static bool IsBoundTo(VoiceWebhook webhook, StoredCall call) =>
        (webhook.AccountSid, webhook.From, webhook.To, webhook.Direction) == (call.AccountSid, call.From, call.To, call.Direction);
}
