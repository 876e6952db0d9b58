using System.Diagnostics.Metrics;

namespace Ivr.Web.Voice;

/// <summary>What the hotline counts. Never a number, a word or a name of a caller.</summary>
public sealed class Metrics
{
    public const string MeterName = "Ivr";

    private readonly Counter<long> turns;
    private readonly Counter<long> ended;
    private readonly Counter<long> broken;
    private readonly Counter<long> promises;
    private readonly Histogram<double> seconds;

    public Metrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        turns = meter.CreateCounter<long>("ivr_turns", description: "Turns taken, by flow and kind of input.");
        ended = meter.CreateCounter<long>("ivr_calls_ended", description: "Calls ended, by their last status.");
        broken = meter.CreateCounter<long>("ivr_turns_broken", description: "Turns that broke and were answered with an apology.");
        promises = meter.CreateCounter<long>("ivr_promises_due", description: "Promises that fell due, kept or broken.");
        seconds = meter.CreateHistogram<double>("ivr_turn_seconds", "s", "Time a turn took, by flow.");
    }

    public void TurnTaken(string flow, string input, TimeSpan took)
    {
        turns.Add(1, new("flow", flow), new("input", input));
        seconds.Record(took.TotalSeconds, new KeyValuePair<string, object?>("flow", flow));
    }

    public void CallEnded(string status) => ended.Add(1, new KeyValuePair<string, object?>("status", status));

    public void PromiseDue(bool kept) => promises.Add(1, new KeyValuePair<string, object?>("kept", kept ? "yes" : "no"));

    public void TurnBroke() => broken.Add(1);
}
