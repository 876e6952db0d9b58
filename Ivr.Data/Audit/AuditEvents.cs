using Microsoft.Extensions.Logging;

namespace Ivr.Data.Audit;

/// <summary>What is written down of the audit's heads.</summary>
internal static partial class AuditEvents
{
    [LoggerMessage(EventId = 50, Level = LogLevel.Information, Message = "Audit head {Seq} {Hash}")]
    public static partial void Anchored(this ILogger log, long seq, string hash);

    [LoggerMessage(EventId = 51, Level = LogLevel.Error, Message = "The audit head {Seq} could not be anchored; it is tried again")]
    public static partial void NotAnchored(this ILogger log, Exception cause, long seq);
}
