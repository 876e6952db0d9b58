using System.Globalization;
using Ivr.Data.Connections;
using Ivr.Flows.Calendars;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Whether people are there: their hours, and in <c>hotline_settings</c> whether somebody closed by hand.</summary>
public sealed class SqlAgents(
    TurnScope turn,
    AgentHours hours,
    Handovers handovers,
    QueueEntries queue,
    CallbackLedger callbacks,
    AuditLog audit
) : IAgents
{
    private static readonly string Setting = "agents-closed-until";
    private static readonly string Forever = "reopened";

    private const string FindSetting = """
        select value
        from hotline_settings
        where name = @name
        """;

    private const string Change = """
        update hotline_settings
        set value = @value
        where name = @name
        """;

    private const string Add = """
        insert into hotline_settings (name, value)
        select @name, @value
        where not exists (select 1 from hotline_settings where name = @name)
        """;

    private const string Remove = """
        delete from hotline_settings
        where name = @name
        """;

    public async Task<Opening> OpeningAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        hours.At(at, await FindClosedUntilAsync(cancellationToken));

    public async Task<QueueChoice?> ComeBackAsync(Call call, Transferred back, CancellationToken cancellationToken)
    {
        var outcome = Codes.Of(back.Outcome);
        await handovers.EndAsync(call.Sid, outcome, call.Now, cancellationToken);
        if (call.Promised is { } promised && back.Outcome == TransferOutcome.Served)
        {
            await callbacks.CloseAsync(promised.Id, CallbackState.Done, call.Now, cancellationToken);
        }

        if (await queue.FindLastAsync(call.Sid, cancellationToken) is not { } entry)
        {
            return null;
        }

        await queue.LeaveAsync(call.Sid, entry.Turn, outcome, back.WaitedSeconds, call.Now, cancellationToken);
        return entry.Choice;
    }

    /// <summary>The call is over: nobody waits any more.</summary>
    public async Task EndAsync(string callSid, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await handovers.EndAsync(callSid, QueueEntries.CallerLeft, now, cancellationToken);
        await queue.EndAsync(callSid, now, cancellationToken);
    }

    /// <summary>Closes by hand.</summary>
    /// <param name="until">Null until somebody opens again.</param>
    public async Task CloseAsync(DateTimeOffset? until, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = new { name = Setting, value = until?.ToString("O", CultureInfo.InvariantCulture) ?? Forever };
        if (await turn.ExecuteAsync(Change, row, cancellationToken) == 0)
        {
            await turn.ExecuteAsync(Add, row, cancellationToken);
        }

        await audit.WriteAsync(null, AuditLog.Operator, "people closed by hand", "setting:agents-closed-until", now, cancellationToken);
    }

    /// <summary>Takes back what was closed by hand; the hours hold again.</summary>
    public async Task OpenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await turn.ExecuteAsync(Remove, new { name = Setting }, cancellationToken);
        await audit.WriteAsync(null, AuditLog.Operator, "people opened by hand", "setting:agents-closed-until", now, cancellationToken);
    }

    /// <summary>Null where nobody closed; a value that cannot be read keeps nobody away.</summary>
    private async Task<DateTimeOffset?> FindClosedUntilAsync(CancellationToken cancellationToken) =>
        await turn.FindAsync<string>(FindSetting, new { name = Setting }, cancellationToken) switch
        {
            { } text when text == Forever => DateTimeOffset.MaxValue,
            { } text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var until) => until,
            _ => null,
        };
}
