namespace Ivr.Web.Messages;

/// <summary>What is written down of messages: never a text, and never a number.</summary>
internal static partial class MessageLog
{
    [LoggerMessage(EventId = 40, Level = LogLevel.Error, Message = "Message {Id} is dead: {Code}")]
    public static partial void Dead(this ILogger log, string id, string code);

    [LoggerMessage(
        EventId = 41,
        Level = LogLevel.Error,
        Message = "Message {Id} was refused by the carrier with {Code}: look the code up, and look after the account or the number"
    )]
    public static partial void Refused(this ILogger log, string id, string code);

    [LoggerMessage(EventId = 42, Level = LogLevel.Warning, Message = "The carrier is away ({Code}): message {Id} goes on trying")]
    public static partial void CarrierAway(this ILogger log, string id, string code);

    [LoggerMessage(EventId = 43, Level = LogLevel.Information, Message = "Message {Id} was in doubt, and had been sent")]
    public static partial void Found(this ILogger log, string id);

    [LoggerMessage(EventId = 44, Level = LogLevel.Warning, Message = "Message {Id} was in doubt, is not at the carrier, and is sent again")]
    public static partial void SentAgain(this ILogger log, string id);

    [LoggerMessage(
        EventId = 45,
        Level = LogLevel.Error,
        Message = "The budget of short messages is spent ({Budget}): further ones go to the app only, until the hour is over"
    )]
    public static partial void BudgetSpent(this ILogger log, string budget);

    [LoggerMessage(EventId = 46, Level = LogLevel.Error, Message = "Message {Id} of kind {Template} cannot be written: {Problem}")]
    public static partial void Unreadable(this ILogger log, string id, string template, string problem);

    [LoggerMessage(EventId = 47, Level = LogLevel.Warning, Message = "The outbox does not answer")]
    public static partial void QueueAway(this ILogger log, Exception cause);

    [LoggerMessage(EventId = 48, Level = LogLevel.Error, Message = "What came of message {Id} could not be written down: it is in doubt")]
    public static partial void LeftInDoubt(this ILogger log, Exception cause, string id);
}
