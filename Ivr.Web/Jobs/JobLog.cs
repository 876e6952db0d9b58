using Ivr.Flows.Wallet;

namespace Ivr.Web.Jobs;

/// <summary>What the background jobs write down.</summary>
internal static partial class JobLog
{
    [LoggerMessage(EventId = 30, Level = LogLevel.Warning, Message = "The promise about {Subject} by rule {Rule} was broken")]
    public static partial void PromiseBroken(this ILogger log, string subject, PromiseRule rule);

    [LoggerMessage(EventId = 31, Level = LogLevel.Error, Message = "The promises could not be looked at; they are in a minute")]
    public static partial void PromisesNotLookedAt(this ILogger log, Exception cause);

    [LoggerMessage(
        EventId = 32,
        Level = LogLevel.Critical,
        Message = "The database was restored or exchanged: the audit's row {Seq}, whose head was anchored, {Finding}. Questions and codes are closed on the phone. Look with 'audit verify', and open them with 'audit accept'"
    )]
    public static partial void DatabaseRestored(this ILogger log, long seq, string finding);

    [LoggerMessage(EventId = 33, Level = LogLevel.Warning, Message = "The audit could not be looked at; it is in a second")]
    public static partial void AuditNotLookedAt(this ILogger log, Exception cause);

    [LoggerMessage(
        EventId = 34,
        Level = LogLevel.Information,
        Message = "{Kind}: {Rows} rows so far were older than {Days} days, and are deleted"
    )]
    public static partial void Swept(this ILogger log, string kind, int rows, int days);

    [LoggerMessage(EventId = 35, Level = LogLevel.Error, Message = "Old records could not be deleted; they are in an hour")]
    public static partial void NotSwept(this ILogger log, Exception cause);

    [LoggerMessage(
        EventId = 36,
        Level = LogLevel.Error,
        Message = "Calls whose end was never told could not be ended; they are in ten minutes"
    )]
    public static partial void NotEnded(this ILogger log, Exception cause);
}
