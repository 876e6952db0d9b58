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
        select @caller, 0, @now
        where not exists (select 1 from caller_guards where caller = @caller)
        """;

    /// <summary>Holds the row until the turn is over: of two calls at once, the second counts what the first did.</summary>
    private const string Enter = """
        update caller_guards
        set tries = tries + 1, tried_at = @now
        where caller = @caller and (shut_until is null or shut_until <= @now)
        """;

    private const string FindShut = """
        select shut_until
        from caller_guards
        where caller = @caller
        """;

    private const string CountOtherAccounts = """
        select count(distinct claimed)
        from verification_attempts
        where caller = @caller and at > @since and result = 'WRONG' and claimed <> @claimed
        """;

    private const string CountWrong = """
        select count(*)
        from verification_attempts
        where caller = @caller and at > @since and result = 'WRONG'
        """;

    private const string Shut = """
        update caller_guards
        set shut_until = @until
        where caller = @caller
        """;

    public async Task<bool> IsShutAsync(Call call, CancellationToken cancellationToken) =>
        call.CallerNumber is { } caller && await turn.FindAsync<DateTimeOffset?>(FindShut, new { caller }, cancellationToken) > call.Now;

    /// <summary>Before an answer is taken.</summary>
    /// <returns>False where none may be: the number is shut out, or has named one account too many.</returns>
    public async Task<bool> EnterAsync(Call call, Claim claim, CancellationToken cancellationToken)
    {
        if (call.CallerNumber is not { } caller)
        {
            return true;
        }

        await turn.ExecuteAsync(Add, new { caller, now = call.Now }, cancellationToken);
        if (await turn.ExecuteAsync(Enter, new { caller, now = call.Now }, cancellationToken) == 0)
        {
            return false;
        }

        var before = new
        {
            caller,
            since = call.Now - limits.CallerPause,
            claimed = claim.Seed,
        };
        if (await turn.FindAsync<int>(CountOtherAccounts, before, cancellationToken) < limits.AccountsPerCaller)
        {
            return true;
        }

        await ShutAsync(call, caller, cancellationToken);
        return false;
    }

    /// <summary>Behind a wrong answer.</summary>
    /// <returns>Whether it was the last one.</returns>
    public async Task<bool> ShutIfSpentAsync(Call call, CancellationToken cancellationToken)
    {
        var since = call.Now - limits.CallerPause;
        if (
            call.CallerNumber is not { } caller
            || await turn.FindAsync<int>(CountWrong, new { caller, since }, cancellationToken) < limits.PerCaller
        )
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
