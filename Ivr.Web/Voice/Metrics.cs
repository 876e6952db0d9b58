using System.Diagnostics.Metrics;
using Ivr.Data.Audit;
using Ivr.Data.Messages;
using Ivr.Data.Stores;
using Ivr.Flows.Engine;
using Ivr.Flows.Wallet;
using Ivr.Web.Hosting;

namespace Ivr.Web.Voice;

/// <summary>What the hotline counts. Never a number, a word or a name of a caller.</summary>
public sealed class Metrics
{
    public const string MeterName = "Ivr";

    /// <summary>Seconds, for every histogram; a webhook is answered within six.</summary>
    public static readonly IReadOnlyList<double> Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 6];

    private readonly Counter<long> started;
    private readonly Counter<long> turns;
    private readonly Counter<long> repeated;
    private readonly Counter<long> noInput;
    private readonly Counter<long> noMatch;
    private readonly Counter<long> verifications;
    private readonly Counter<long> guessing;
    private readonly Counter<long> transfers;
    private readonly Counter<long> transfersEnded;
    private readonly Counter<long> fallbacks;
    private readonly Counter<long> ended;
    private readonly Counter<long> broken;
    private readonly Counter<long> promises;
    private readonly Counter<long> callbacks;
    private readonly Histogram<double> seconds;
    private readonly Histogram<double> databaseSeconds;
    private readonly Histogram<double> webhookSeconds;
    private readonly Counter<long> messagesSent;
    private readonly Counter<long> messagesFailed;
    private readonly Counter<long> budgetsSpent;

    public Metrics(IMeterFactory meters, AuditAnchors anchors, TimeProvider clock)
    {
        var meter = meters.Create(MeterName);
        started = meter.CreateCounter<long>("ivr_calls_started", description: "Calls begun.");
        turns = meter.CreateCounter<long>("ivr_turns", description: "Turns taken, by flow, kind of input and outcome.");
        repeated = meter.CreateCounter<long>("ivr_turns_repeated", description: "Webhooks that came again and got their reply again.");
        noInput = meter.CreateCounter<long>("ivr_no_input", description: "Questions nobody answered, by flow.");
        noMatch = meter.CreateCounter<long>("ivr_no_match", description: "Answers that meant nothing, by flow.");
        verifications = meter.CreateCounter<long>("ivr_verifications", description: "Answers and codes compared, by factor and result.");
        guessing = meter.CreateCounter<long>(
            "ivr_guessing_episodes",
            description: "Times that wrong answers went beyond the usual, by whose: prefix or system."
        );
        transfers = meter.CreateCounter<long>("ivr_transfers", description: "Callers sent to a person, by the flow they came from.");
        transfersEnded = meter.CreateCounter<long>("ivr_transfers_ended", description: "Callers back from a person, by how it ended.");
        fallbacks = meter.CreateCounter<long>("ivr_fallbacks", description: "Calls at the fallback address, by Twilio's error.");
        ended = meter.CreateCounter<long>("ivr_calls_ended", description: "Calls ended, by their last status.");
        broken = meter.CreateCounter<long>(
            "ivr_turns_broken",
            description: "Webhooks that were answered otherwise than by their turn, by why."
        );
        promises = meter.CreateCounter<long>("ivr_promises_due", description: "Promises that fell due, kept or broken.");
        callbacks = meter.CreateCounter<long>("ivr_callback_attempts", description: "Attempts of promised calls, by what came next.");
        seconds = Seconds("ivr_turn_seconds", "Time a turn took, by flow.");
        databaseSeconds = Seconds("ivr_turn_database_seconds", "Time a turn spent in the database.");
        webhookSeconds = Seconds("ivr_webhook_seconds", "Time from a webhook to its answer, by route and status.");
        messagesSent = meter.CreateCounter<long>("ivr_messages_sent", description: "Messages sent, by channel.");
        messagesFailed = meter.CreateCounter<long>(
            "ivr_messages_failed",
            description: "Messages that will not arrive, by the reason's code."
        );
        budgetsSpent = meter.CreateCounter<long>("ivr_messages_budgets_spent", description: "Episodes of a spent budget, by budget.");
        meter.CreateObservableGauge(
            "ivr_messages_queue_age_seconds",
            () => QueueAge.TotalSeconds,
            "s",
            "Age of the oldest message not sent."
        );
        meter.CreateObservableGauge(
            "ivr_audit_anchored_seq",
            () => (double)anchors.Seq,
            description: "The last audit row whose head was anchored."
        );
        meter.CreateObservableGauge(
            "ivr_clock_off_seconds",
            () => clock is SteadyClock steady ? steady.Off.TotalSeconds : 0,
            "s",
            "How far the machine's clock has jumped ahead of the time that the hotline keeps."
        );

        Histogram<double> Seconds(string name, string description) =>
            meter.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Bounds });
    }

    /// <summary>How long the oldest message waits that is not sent.</summary>
    public TimeSpan QueueAge { get; set; }

    public void CallStarted() => started.Add(1);

    /// <param name="asked">The flow that had asked.</param>
    public void TurnTaken(string asked, CallerInput input, TurnOutcome outcome, TimeSpan took, TimeSpan inDatabase)
    {
        KeyValuePair<string, object?> flow = new("flow", asked);
        turns.Add(1, flow, new("input", input.Kind), new("outcome", outcome.ToString()));
        seconds.Record(took.TotalSeconds, flow);
        databaseSeconds.Record(inDatabase.TotalSeconds);
        if (outcome is TurnOutcome.NoInput)
        {
            noInput.Add(1, flow);
        }

        if (outcome is TurnOutcome.NoMatch)
        {
            noMatch.Add(1, flow);
        }

        if (outcome is TurnOutcome.ToPerson)
        {
            transfers.Add(1, flow);
        }

        if (input is CallerInput.Back { Outcome: var end })
        {
            transfersEnded.Add(1, new KeyValuePair<string, object?>("outcome", end.ToString()));
        }
    }

    public void TurnRepeated() => repeated.Add(1);

    public void Verified(string factor, string result) => verifications.Add(1, new("factor", factor), new("result", result));

    public void GuessingBegan(string kind) => guessing.Add(1, new KeyValuePair<string, object?>("whose", kind));

    public void CameToFallback(string code) => fallbacks.Add(1, new KeyValuePair<string, object?>("code", Digits(code)));

    /// <param name="route">The pattern, not the address.</param>
    public void WebhookAnswered(string route, int status, TimeSpan took) =>
        webhookSeconds.Record(took.TotalSeconds, new("route", route), new("status", status));

    public void CallEnded(string status) => ended.Add(1, new KeyValuePair<string, object?>("status", status));

    public void PromiseDue(bool kept) => promises.Add(1, new KeyValuePair<string, object?>("kept", kept ? "yes" : "no"));

    /// <param name="state">Calling where an attempt begins, else what its end without a talk leads to.</param>
    public void CallbackMoved(CallbackState state) => callbacks.Add(1, new KeyValuePair<string, object?>("state", state.ToString()));

    /// <param name="why">One word.</param>
    public void TurnBroke(string why) => broken.Add(1, new KeyValuePair<string, object?>("why", why));

    public void MessageSettled(Settlement how)
    {
        if (how.Channel is { } channel)
        {
            messagesSent.Add(1, new KeyValuePair<string, object?>("channel", channel.ToString()));
        }

        if (how.State == MessageState.Dead)
        {
            messagesFailed.Add(1, new KeyValuePair<string, object?>("code", how.ErrorCode));
        }
    }

    public void MessageReceipt(MessageState state, string? code)
    {
        if (state is MessageState.Undelivered or MessageState.Failed)
        {
            messagesFailed.Add(1, new KeyValuePair<string, object?>("code", Digits(code)));
        }
    }

    public void BudgetSpent(string budget) => budgetsSpent.Add(1, new KeyValuePair<string, object?>("budget", budget));

    /// <summary>What comes from outside becomes a label only where it looks like a code.</summary>
    private static string Digits(string? code) => code is { Length: > 0 and <= 6 } && code.All(char.IsAsciiDigit) ? code : "other";
}
