using Ivr.Data.Connections;

namespace Ivr.Data.Stores;

/// <summary>
/// Closes the question and the code on the phone, for everybody, while the counters in the database may be lower than they were: a row in
/// <c>hotline_settings</c> that the statements which spend an attempt look for. Freezing and people stay open.
/// </summary>
public sealed class PhoneFactors(TurnScope turn, AuditLog audit)
{
    /// <summary>The end of a statement that spends an attempt.</summary>
    internal const string AreOpen = """
        not exists (select 1 from hotline_settings where name = 'phone-factors-closed')

        """;

    private const string CloseThem = """
        insert into hotline_settings (name, value)
        select 'phone-factors-closed', @since
        where not exists (select 1 from hotline_settings where name = 'phone-factors-closed')
        """;

    private const string EndCodes = """
        update code_challenges
        set expires_at = @now, sealed_code = null
        where sealed_code is not null and expires_at > @now
        """;

    private const string OpenThem = """
        delete from hotline_settings
        where name = 'phone-factors-closed'
        """;

    /// <summary>What was sent can be keyed no more.</summary>
    /// <param name="because">What was found, for the audit.</param>
    public async Task CloseAsync(string because, string subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await turn.ExecuteAsync(EndCodes, new { now }, cancellationToken);
        if (await turn.ExecuteAsync(CloseThem, new { since = now.ToString("O") }, cancellationToken) == 1)
        {
            await audit.WriteAsync(null, AuditLog.Hotline, because, subject, now, cancellationToken);
        }
    }

    /// <summary>Somebody who may has looked.</summary>
    public async Task OpenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await turn.ExecuteAsync(OpenThem, new { }, cancellationToken);
        await audit.WriteAsync(null, AuditLog.Operator, "restored database accepted", "audit", now, cancellationToken);
    }
}
