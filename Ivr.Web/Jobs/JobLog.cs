using Ivr.Flows.Wallet;

namespace Ivr.Web.Jobs;

/// <summary>What the background jobs write down.</summary>
internal static partial class JobLog
{
    [LoggerMessage(EventId = 30, Level = LogLevel.Warning, Message = "The promise about {Subject} by rule {Rule} was broken")]
    public static partial void PromiseBroken(this ILogger log, string subject, PromiseRule rule);

    [LoggerMessage(EventId = 31, Level = LogLevel.Error, Message = "The promises could not be looked at; they are in a minute")]
    public static partial void PromisesNotLookedAt(this ILogger log, Exception cause);
}
