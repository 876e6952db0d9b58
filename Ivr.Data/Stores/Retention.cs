using Ivr.Data.Connections;

namespace Ivr.Data.Stores;

/// <summary>Deletes what has been kept long enough, some hundred rows at a time so that callers hardly wait, and audits how many.</summary>
public sealed class Retention(TurnScope turn, AuditLog audit)
{
    private const string Sessions = """
        update calls
        set session = '', session_version = 0
        where sid in (
          select sid from calls where session_version > 0 and started_at < @before order by started_at {limit 200}
        )
        """;

    private const string TurnsOfCalls = """
        delete from call_turns
        where call_sid in (select sid from calls where started_at < @before order by started_at, sid {limit 200})
        """;

    private const string Calls = """
        delete from calls
        where sid in (select sid from calls where started_at < @before order by started_at, sid {limit 200})
        """;

    private const string Attempts = """
        delete from verification_attempts
        where id in (select id from verification_attempts where at < @before order by at {limit 200})
        """;

    /// <summary>A number is shut out for hours at most: when nobody tried from it for so long, it is forgotten.</summary>
    private const string Guards = """
        delete from caller_guards
        where caller in (select caller from caller_guards where tried_at < @before order by tried_at {limit 200})
        """;

    private const string Rates = """
        delete from guess_rates
        where scope in (select scope from guess_rates where counted_at < @before order by counted_at {limit 200})
        """;

    private const string CodeMessages = """
        delete from code_messages
        where challenge_id in (select id from code_challenges where created_at < @before order by created_at, id {limit 200})
        """;

    private const string Codes = """
        delete from code_challenges
        where id in (select id from code_challenges where created_at < @before order by created_at, id {limit 200})
        """;

    private const string Notifications = """
        delete from notifications
        where id in (
          select id
          from notifications
          where created_at < @before and state not in ('QUEUED', 'SENDING', 'UNKNOWN')
          order by created_at {limit 200}
        )
        """;

    private const string Inbox = """
        delete from inbox_messages
        where id in (select id from inbox_messages where created_at < @before order by created_at {limit 200})
        """;

    private const string Handovers = """
        delete from handovers
        where id in (select id from handovers where opened_at < @before order by opened_at {limit 200})
        """;

    private const string Waits = """
        delete from queue_entries
        where call_sid in (select call_sid from queue_entries where entered_at < @before order by entered_at {limit 200})
        """;

    private const string Callbacks = """
        delete from callbacks
        where id in (select id from callbacks where requested_at < @before and ended_at is not null order by requested_at {limit 200})
        """;

    private const string Promises = """
        delete from promises
        where id in (
          select id
          from promises
          where due_at < @before and (kept_at is not null or apologised_at is not null)
          order by due_at {limit 200}
        )
        """;

    private const string Reports = """
        delete from fraud_reports
        where case_no in (
          select case_no from cases where opened_at < @before and state = 'RESOLVED' order by opened_at, case_no {limit 200}
        )
        """;

    private const string Voicemails = """
        delete from voicemails
        where case_no in (
          select case_no from cases where opened_at < @before and state = 'RESOLVED' order by opened_at, case_no {limit 200}
        )
        """;

    private const string Cases = """
        delete from cases
        where case_no in (
          select case_no from cases where opened_at < @before and state = 'RESOLVED' order by opened_at, case_no {limit 200}
        )
        """;

    private const string WrongAmounts = """
        delete from wrong_amounts
        where payment_id in (select payment_id from wrong_amounts where claimed_at < @before order by claimed_at {limit 200})
        """;

    private const string Choices = """
        delete from caller_settings
        where e164 in (select e164 from caller_settings where updated_at < @before order by updated_at {limit 200})
        """;

    private const string Nuisance = """
        delete from nuisance_numbers
        where e164 in (select e164 from nuisance_numbers where until < @before order by until {limit 200})
        """;

    private const string Tries = """
        delete from tail_guards
        where name in (select name from tail_guards where since < @before order by since {limit 200})
        """;

    /// <summary>Children before their parents.</summary>
    private static readonly Dictionary<string, string[]> Statements = new(StringComparer.Ordinal)
    {
        [nameof(RetentionDays.Sessions)] = [Sessions],
        [nameof(RetentionDays.Calls)] = [TurnsOfCalls, Calls],
        [nameof(RetentionDays.Attempts)] = [Attempts, Guards, Rates],
        [nameof(RetentionDays.Codes)] = [CodeMessages, Codes],
        [nameof(RetentionDays.Messages)] = [Notifications, Inbox],
        [nameof(RetentionDays.Transfers)] = [Handovers, Waits],
        [nameof(RetentionDays.Callbacks)] = [Callbacks],
        [nameof(RetentionDays.Promises)] = [Promises],
        [nameof(RetentionDays.Cases)] = [Reports, Voicemails, Cases, WrongAmounts],
        [nameof(RetentionDays.Numbers)] = [Choices, Nuisance],
        [nameof(RetentionDays.Tries)] = [Tries],
    };

    /// <summary>One lot of a kind, in a transaction of its own.</summary>
    /// <returns>How many rows went; 0 where none is left.</returns>
    public async Task<int> DeleteAsync(string kind, DateTimeOffset before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = 0;
        foreach (var statement in Statements[kind])
        {
            rows += await turn.ExecuteAsync(statement, new { before }, cancellationToken);
        }

        if (rows > 0)
        {
            await audit.WriteAsync(null, AuditLog.Hotline, "old records deleted", $"{kind}:{rows}", now, cancellationToken);
        }

        await turn.CommitAsync(cancellationToken);
        return rows;
    }
}
