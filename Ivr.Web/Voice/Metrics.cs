using System.Diagnostics.Metrics;
using Ivr.Data.Audit;
using Ivr.Data.Messages;
using Ivr.Data.Stores;
using Ivr.Flows.Wallet;
using Ivr.Web.Hosting;

namespace Ivr.Web.Voice;

/// <summary>What the hotline counts. Never a number, a word or a name of a caller.</summary>
public sealed class Metrics
{
    public const string MeterName = "Ivr";

    private readonly Counter<long> turns;
    private readonly Counter<long> ended;
    private readonly Counter<long> broken;
    private readonly Counter<long> promises;
    private readonly Counter<long> callbacks;
    private readonly Histogram<double> seconds;
    private readonly Counter<long> messagesSent;
    private readonly Counter<long> messagesFailed;
    private readonly Counter<long> budgetsSpent;

    public Metrics(IMeterFactory meters, AuditAnchors anchors, TimeProvider clock)
    {
        var meter = meters.Create(MeterName);
        turns = meter.CreateCounter<long>("ivr_turns", description: "Turns taken, by flow and kind of input.");
        ended = meter.CreateCounter<long>("ivr_calls_ended", description: "Calls ended, by their last status.");
        broken = meter.CreateCounter<long>(
            "ivr_turns_broken",
            description: "Webhooks that were answered otherwise than by their turn, by why."
        );
        promises = meter.CreateCounter<long>("ivr_promises_due", description: "Promises that fell due, kept or broken.");
        callbacks = meter.CreateCounter<long>("ivr_callback_attempts", description: "Attempts of promised calls, by what came next.");
        seconds = meter.CreateHistogram<double>("ivr_turn_seconds", "s", "Time a turn took, by flow.");
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
    }

    /// <summary>How long the oldest message waits that is not sent.</summary>
    public TimeSpan QueueAge { get; set; }

    public void TurnTaken(string flow, string input, TimeSpan took)
    {
        turns.Add(1, new("flow", flow), new("input", input));
        seconds.Record(took.TotalSeconds, new KeyValuePair<string, object?>("flow", flow));
    }

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
