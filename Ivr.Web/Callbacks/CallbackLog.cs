namespace Ivr.Web.Callbacks;

/// <summary>What is written down of promised calls: never a number.</summary>
internal static partial class CallbackLog
{
    [LoggerMessage(EventId = 50, Level = LogLevel.Information, Message = "Callback {Id}, attempt {Attempt}: call {CallSid} is placed")]
    public static partial void Placed(this ILogger log, string id, int attempt, string callSid);

    [LoggerMessage(EventId = 51, Level = LogLevel.Warning, Message = "Callback {Id} could not be placed ({Code}) and is put back")]
    public static partial void PutBack(this ILogger log, string id, string code);

    [LoggerMessage(
        EventId = 52,
        Level = LogLevel.Error,
        Message = "Callback {Id} was refused by the carrier with {Code}: look the code up"
    )]
    public static partial void Refused(this ILogger log, string id, string code);

    [LoggerMessage(
        EventId = 53,
        Level = LogLevel.Warning,
        Message = "Callback {Id} may have been placed or not ({Code}): the attempt counts, whatever came of it"
    )]
    public static partial void InDoubt(this ILogger log, string id, string code);

    [LoggerMessage(EventId = 54, Level = LogLevel.Warning, Message = "Callback {Id} is given up after {Attempts} attempts")]
    public static partial void GivenUp(this ILogger log, string id, int attempts);

    [LoggerMessage(EventId = 55, Level = LogLevel.Error, Message = "The promised calls could not be looked after; they are in a moment")]
    public static partial void NotLookedAfter(this ILogger log, Exception cause);

    [LoggerMessage(EventId = 56, Level = LogLevel.Warning, Message = "Call {CallSid} goes out and belongs to no promise: refused")]
    public static partial void NotPromised(this ILogger log, string callSid);
}
