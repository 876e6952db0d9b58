using Ivr.Data.Connections;
using Ivr.Data.Secrets;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>
/// Draws and checks one-time codes. A try is spent before it is compared, in the turn's transaction: no reply leaves before that is committed.
/// </summary>
public sealed class SqlOneTimeCodes(
    TurnScope turn,
    CodeSecrets secrets,
    CodeLimits limits,
    CodeMessages messages,
    AuditLog audit,
    INotices notices
) : IOneTimeCodes
{
    private const string FindNewest = """
        select id, code_hash, tries, expires_at, used_at
        from code_challenges
        where call_sid = @callSid and action = @action and wallet_id = @walletId
        order by created_at desc {limit 1}
        """;

    private const string Erase = """
        update code_challenges
        set sealed_code = null
        where sealed_code is not null and expires_at <= @now
        """;

    private const string Add = """
        insert into code_challenges (id, wallet_id, call_sid, action, code_hash, sealed_code, tries, created_at, expires_at)
        values (@id, @walletId, @callSid, @action, @hash, @box, 0, @now, @expiresAt)
        """;

    private const string Spend = """
        update code_challenges
        set tries = tries + 1
        where id = @id and used_at is null and expires_at > @now and tries < @most
        """;

    private const string SpendOfAccount = $"""
        update code_guards
        set consecutive_wrong = consecutive_wrong + 1
        where wallet_id = @walletId and locked_at is null and {PhoneFactors.AreOpen}
        """;

    private const string CountWrong = """
        select consecutive_wrong
        from code_guards
        where wallet_id = @walletId
        """;

    private const string Use = """
        update code_challenges
        set used_at = @now, sealed_code = null
        where id = @id
        """;

    private const string Forgive = """
        update code_guards
        set consecutive_wrong = 0
        where wallet_id = @walletId and locked_at is null
        """;

    private const string Lock = """
        update code_guards
        set locked_at = @now
        where wallet_id = @walletId
        """;

    private sealed class Challenge
    {
        public required string Id { get; init; }
        public required string CodeHash { get; init; }
        public int Tries { get; init; }
        public DateTimeOffset ExpiresAt { get; init; }
        public DateTimeOffset? UsedAt { get; init; }
    }

    public async Task<CodeSending> SendAsync(Call call, long walletId, string action, CancellationToken cancellationToken)
    {
        var mayBeSent = await messages.MayBeSentAsync(call, walletId, cancellationToken);
        if (await FindAsync(call, walletId, action, cancellationToken) is { UsedAt: null } before)
        {
            // One code for an action in a call: who let it expire or tried it out does not get another.
            return mayBeSent && CanBeKeyed(before, call) ? CodeSending.Sent : CodeSending.NotPossible;
        }

        if (!mayBeSent || !await messages.AnyLeftAsync(call, walletId, cancellationToken))
        {
            await WriteAsync(call, walletId, "code not possible", cancellationToken);
            return CodeSending.NotPossible;
        }

        var id = Guid.CreateVersion7().ToString();
        var code = CodeSecrets.Draw();
        await turn.ExecuteAsync(Erase, new { now = call.Now }, cancellationToken);
        await turn.ExecuteAsync(
            Add,
            new
            {
                id,
                walletId,
                callSid = call.Sid,
                action,
                hash = secrets.Hash(id, call.Sid, action, code),
                box = secrets.Seal(id, code),
                now = call.Now,
                expiresAt = call.Now + limits.Lifetime,
            },
            cancellationToken
        );
        return await SendMessageAsync(call, walletId, id, "code sent", cancellationToken);
    }

    public async Task<CodeSending> SendAgainAsync(Call call, long walletId, string action, CancellationToken cancellationToken) =>
        await messages.MayBeSentAsync(call, walletId, cancellationToken)
        && await FindAsync(call, walletId, action, cancellationToken) is { } challenge
        && CanBeKeyed(challenge, call)
        && await messages.AnyLeftAsync(call, walletId, cancellationToken)
            ? await SendMessageAsync(call, walletId, challenge.Id, "code sent again", cancellationToken)
            : CodeSending.NotPossible;

    public async Task<CodeVerdict> CheckAsync(Call call, long walletId, string action, string keys, CancellationToken cancellationToken)
    {
        var spent = await FindAsync(call, walletId, action, cancellationToken);
        if (spent is null || await turn.ExecuteAsync(Spend, Keyed(call, spent), cancellationToken) == 0)
        {
            return spent?.Tries >= limits.Tries ? CodeVerdict.Spent : CodeVerdict.Over;
        }

        if (await turn.ExecuteAsync(SpendOfAccount, new { walletId }, cancellationToken) == 0)
        {
            return CodeVerdict.Spent;
        }

        if (secrets.Matches(spent.Id, call.Sid, action, keys, spent.CodeHash))
        {
            await turn.ExecuteAsync(Use, Keyed(call, spent), cancellationToken);
            await turn.ExecuteAsync(Forgive, new { walletId }, cancellationToken);
            await WriteAsync(call, walletId, "code right", cancellationToken);
            return CodeVerdict.Right;
        }

        await WriteAsync(call, walletId, "code wrong", cancellationToken);
        var isLocked = await LockIfSpentAsync(call, walletId, cancellationToken);
        return isLocked || spent.Tries + 1 >= limits.Tries ? CodeVerdict.Spent : CodeVerdict.Wrong;
    }

    private async Task<CodeSending> SendMessageAsync(Call call, long walletId, string id, string what, CancellationToken cancellationToken)
    {
        await messages.SendAsync(call, walletId, id, cancellationToken);
        await WriteAsync(call, walletId, what, cancellationToken);
        return CodeSending.Sent;
    }

    private async Task<bool> LockIfSpentAsync(Call call, long walletId, CancellationToken cancellationToken)
    {
        if (await turn.FindAsync<int>(CountWrong, new { walletId }, cancellationToken) < limits.BeforeLock)
        {
            return false;
        }

        await turn.ExecuteAsync(Lock, new { walletId, now = call.Now }, cancellationToken);
        await notices.PutAsync(call, walletId, new Notice.CodesLocked(), "", cancellationToken);
        await WriteAsync(call, walletId, "codes locked", cancellationToken);
        return true;
    }

    private Task<Challenge?> FindAsync(Call call, long walletId, string action, CancellationToken cancellationToken) =>
        turn.FindAsync<Challenge>(
            FindNewest,
            new
            {
                callSid = call.Sid,
                action,
                walletId,
            },
            cancellationToken
        );

    private Task WriteAsync(Call call, long walletId, string what, CancellationToken cancellationToken) =>
        audit.WriteAsync(call.Sid, AuditLog.Caller, what, $"wallet:{walletId}", call.Now, cancellationToken);

    private object Keyed(Call call, Challenge challenge) =>
        new
        {
            id = challenge.Id,
            now = call.Now,
            most = limits.Tries,
        };

    private bool CanBeKeyed(Challenge challenge, Call call) =>
        challenge.UsedAt is null && challenge.ExpiresAt > call.Now && challenge.Tries < limits.Tries;
}
