namespace Ivr.Web.Voice;

/// <summary>What the hotline writes down of calls: never what callers keyed or said.</summary>
internal static partial class Log
{
    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Information,
        Message = "Call {CallSid}, turn {Turn}: {Input} took it from {Flow}.{State} to {NextFlow}.{NextState}"
    )]
    public static partial void TurnTaken(
        this ILogger log,
        string callSid,
        int turn,
        string input,
        string flow,
        string state,
        string nextFlow,
        string nextState
    );

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Call {CallSid}: turn {Turn} came again and gets its reply again")]
    public static partial void TurnRepeated(this ILogger log, string callSid, int turn);

    [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "Call {CallSid} ended: {Status}")]
    public static partial void CallEnded(this ILogger log, string callSid, string status);

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "Call {CallSid} is not known here and starts over")]
    public static partial void CallUnknown(this ILogger log, string callSid);

    [LoggerMessage(EventId = 5, Level = LogLevel.Warning, Message = "Call {CallSid} is bound to other parties: refused")]
    public static partial void CallIsBoundToOthers(this ILogger log, string callSid);

    [LoggerMessage(
        EventId = 6,
        Level = LogLevel.Warning,
        Message = "Call {CallSid} has a session of version {Version} that cannot be read: it starts over"
    )]
    public static partial void SessionUnreadable(this ILogger log, string callSid, int version);

    [LoggerMessage(
        EventId = 7,
        Level = LogLevel.Warning,
        Message = "Call {CallSid} came to the fallback address, Twilio's error {ErrorCode}"
    )]
    public static partial void CameToFallback(this ILogger log, string callSid, string errorCode);

    [LoggerMessage(EventId = 9, Level = LogLevel.Warning, Message = "A webhook on {Path} names no call")]
    public static partial void NamesNoCall(this ILogger log, string path);

    [LoggerMessage(EventId = 8, Level = LogLevel.Error, Message = "Call {CallSid}: a turn broke on {Path}, nothing of it was kept")]
    public static partial void TurnBroke(this ILogger log, Exception cause, string callSid, string path);

    [LoggerMessage(
        EventId = 10,
        Level = LogLevel.Warning,
        Message = "Call {CallSid}: {Path} is not answered in time, and what it began goes on without being waited for"
    )]
    public static partial void NotInTime(this ILogger log, string callSid, string path);

    [LoggerMessage(EventId = 11, Level = LogLevel.Warning, Message = "Call {CallSid}: {Path} is not begun, too many wait for the database")]
    public static partial void Crowded(this ILogger log, string callSid, string path);

    [LoggerMessage(
        EventId = 12,
        Level = LogLevel.Error,
        Message = "Call {CallSid}: nobody confirmed a commit on {Path}, and it is read back before anything is said of it"
    )]
    public static partial void CommitInDoubt(this ILogger log, Exception cause, string callSid, string path);

    [LoggerMessage(EventId = 13, Level = LogLevel.Error, Message = "What was not waited for any more broke: nothing of it was kept")]
    public static partial void BrokeUnheard(this ILogger log, Exception cause);

    [LoggerMessage(EventId = 14, Level = LogLevel.Warning, Message = "A webhook's work is done again: {Why}")]
    public static partial void IsDoneAgain(this ILogger log, string why);

    [LoggerMessage(
        EventId = 15,
        Level = LogLevel.Warning,
        Message = "Far more answers are wrong than is usual, by {Whose}: a prefix gets no questions, the whole system demands a code behind them"
    )]
    public static partial void GuessingBegan(this ILogger log, string whose);
}
