using Ivr.Data.Connections;
using Ivr.Data.Secrets;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>
/// Shuts a calling number out of the questions for a while, in <c>caller_guards</c>: whoever tries a guess or two on each of many accounts never
/// meets the limit of one. Accounts that do not exist count like others, and nothing is counted against any. Callers without a number have no
/// limit here: they must bring a certificate tail too.
/// </summary>
public sealed class CallerGuards(TurnScope turn, VerificationLimits limits, AuditLog audit)
{
    private const string Add = """
        insert into caller_guards (caller, tries, tried_at)
        select @caller, 1, @now
        where not exists (select 1 from caller_guards where caller = @caller)
        """;

    /// <summary>Holds the row until the turn is over: of two calls at once, the second counts what the first did.</summary>
    private const string Enter = """
        update caller_guards
        set tries = tries + 1, tried_at = @now
        where caller = @caller and (shut_until is null or shut_until <= @now)
        """;

    private const string Count = """
        select count(*) as wrong, count(distinct case when claimed <> @claimed then claimed end) as other_accounts
        from verification_attempts
        where caller = @caller and at > @since and result = 'WRONG'
        """;

    private const string Shut = """
        update caller_guards
        set shut_until = @until
        where caller = @caller
        """;

    private sealed class CountRow
    {
        public int Wrong { get; init; }
        public int OtherAccounts { get; init; }
    }

    /// <summary>Before an answer is taken.</summary>
    /// <returns>The wrong answers so far; null where no answer may be taken: the number is shut out, or has named one account too many.</returns>
    public async Task<int?> EnterAsync(Call call, Claim claim, CancellationToken cancellationToken)
    {
        if (call.CallerNumber is not { } caller)
        {
            return 0;
        }

        var entering = new { caller, now = call.Now };
        if (
            await turn.ExecuteAsync(Enter, entering, cancellationToken) == 0
            && await turn.ExecuteAsync(Add, entering, cancellationToken) == 0
        )
        {
            return null;
        }

        var before = new
        {
            caller,
            since = call.Now - limits.CallerPause,
            claimed = claim.Seed,
        };
        var count = await turn.FindAsync<CountRow>(Count, before, cancellationToken) ?? new CountRow();
        if (count.OtherAccounts < limits.AccountsPerCaller)
        {
            return count.Wrong;
        }

        await ShutAsync(call, caller, cancellationToken);
        return null;
    }

    /// <summary>Behind a wrong answer.</summary>
    /// <param name="wrong">Those of the number, this one included.</param>
    /// <returns>Whether it was the last one.</returns>
    public async Task<bool> ShutIfSpentAsync(Call call, int wrong, CancellationToken cancellationToken)
    {
        if (call.CallerNumber is not { } caller || wrong < limits.PerCaller)
        {
            return false;
        }

        await ShutAsync(call, caller, cancellationToken);
        return true;
    }

    private async Task ShutAsync(Call call, string caller, CancellationToken cancellationToken)
    {
        await turn.ExecuteAsync(Shut, new { caller, until = call.Now + limits.CallerPause }, cancellationToken);
        await audit.WriteAsync(
            call.Sid,
            AuditLog.Hotline,
            "caller shut out of the questions",
            $"call:{call.Sid}",
            call.Now,
            cancellationToken
        );
    }
}
