using System.Diagnostics;
using Ivr.Data.Connections;
using Ivr.Data.Stores;

namespace Ivr.Web.Voice;

/// <summary>
/// The span of a turn: branch, state, outcome and the time in the database; never what a caller keyed, said or is called by. All turns of a call
/// are one trace, named by the call.
/// </summary>
public sealed class TurnSpan(TurnScope scope)
{
    public const string SourceName = Metrics.MeterName;

    private const int SpanDigits = 16;

    private static readonly ActivitySource Source = new(SourceName);

    private Activity? activity;
    private long began;

    public TimeSpan Took => Stopwatch.GetElapsedTime(began);

    public TimeSpan InDatabase => scope.Spent;

    private int Statements => scope.Statements;

    /// <returns>Ends the span; one that came to nothing broke.</returns>
    public IDisposable Begin(string callSid, int turn)
    {
        began = Stopwatch.GetTimestamp();
        activity = Source.StartActivity("turn", ActivityKind.Server, TraceOf(callSid));
        activity?.SetTag("ivr.turn", turn).SetStatus(ActivityStatusCode.Error).SetTag("ivr.outcome", "Broke");
        return new End(this);
    }

    /// <summary>There was no turn to take, and that is in order.</summary>
    public void CameTo(string outcome) => activity?.SetStatus(ActivityStatusCode.Ok).SetTag("ivr.outcome", outcome);

    public void Taken(StoredTurn taken, TurnOutcome outcome) =>
        activity
            ?.SetStatus(ActivityStatusCode.Ok)
            .SetTag("ivr.outcome", outcome.ToString())
            .SetTag("ivr.input", taken.InputKind)
            .SetTag("ivr.flow", taken.Flow)
            .SetTag("ivr.state", taken.State)
            .SetTag("ivr.next_flow", taken.NextFlow)
            .SetTag("ivr.next_state", taken.NextState);

    /// <summary>Twilio's names of calls have as many random digits as the name of a trace; another name begins a trace of its own.</summary>
    private static ActivityContext TraceOf(string callSid)
    {
        var digits = callSid.Length > 2 ? callSid[2..] : "";
        return digits.Length == 2 * SpanDigits && digits.All(char.IsAsciiHexDigitLower) && digits[..SpanDigits].Any(digit => digit != '0')
            ? new ActivityContext(
                ActivityTraceId.CreateFromString(digits),
                ActivitySpanId.CreateFromString(digits.AsSpan(0, SpanDigits)),
                ActivityTraceFlags.Recorded
            )
            : default;
    }

    private sealed class End(TurnSpan span) : IDisposable
    {
        public void Dispose()
        {
            span.activity?.SetTag("ivr.database.ms", span.InDatabase.TotalMilliseconds)
                .SetTag("ivr.database.statements", span.Statements)
                .Dispose();
            span.activity = null;
        }
    }
}
