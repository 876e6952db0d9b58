using Ivr.Data.Connections;

namespace Ivr.Data.Stores;

/// <summary>Writes down who did what to which row, in the transaction that does it.</summary>
public sealed class AuditLog(TurnScope turn)
{
    /// <summary>The hotline itself, on a caller's word.</summary>
    public const string Caller = "caller";

    private const string Write = """
        insert into audit_log (at, actor, action, object, call_sid)
        values (@at, @actor, @action, @subject, @callSid)
        """;

    /// <param name="action">What was done, as <c>lock released</c>.</param>
    /// <param name="subject">The row it was done to, as <c>wallet:17</c>.</param>
    public Task WriteAsync(
        string? callSid,
        string actor,
        string action,
        string subject,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        turn.ExecuteAsync(
            Write,
            new
            {
                at,
                actor,
                action,
                subject,
                callSid,
            },
            cancellationToken
        );
}
