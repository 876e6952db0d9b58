namespace Ivr.Web.Hosting;

/// <summary>What the host writes down of itself.</summary>
internal static partial class HostLog
{
    [LoggerMessage(EventId = 20, Level = LogLevel.Warning, Message = "The database does not answer: not ready for calls")]
    public static partial void DatabaseAway(this ILogger log, Exception cause);
}
