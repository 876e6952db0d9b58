using Ivr.Data.Connections;
using Ivr.Data.Secrets;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>
/// Sends codes to the number on file, and counts the messages. The account's row in <c>code_guards</c> is held meanwhile, so that calls at once get
/// no more than calls one after another.
/// </summary>
public sealed class CodeMessages(TurnScope turn, CodeLimits limits, INotices notices)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private const string AddGuard = """
        insert into code_guards (wallet_id, consecutive_wrong)
        select w.id, 0
        from wallets w
        where w.id = @walletId and not exists (select 1 from code_guards where wallet_id = @walletId)
        """;

    private const string FindAddressee = $$"""
        select g.locked_at, p.verified_at, p.sim_changed_at
        from code_guards g {for update}
        join wallets w on w.id = g.wallet_id
        join phone_bindings p on p.customer_id = w.customer_id
        where g.wallet_id = @walletId and p.is_primary = 1 and {{PhoneFactors.AreOpen}}
        """;

    private const string CountInCall = """
        select count(*)
        from code_messages
        where call_sid = @callSid
        """;

    private const string CountOfDay = """
        select count(*)
        from code_messages
        where wallet_id = @walletId and at > @since
        """;

    private const string AddMessage = """
        insert into code_messages (id, challenge_id, wallet_id, call_sid, at)
        values (@id, @challengeId, @walletId, @callSid, @now)
        """;

    private sealed class Addressee
    {
        public DateTimeOffset? LockedAt { get; init; }
        public DateTimeOffset VerifiedAt { get; init; }
        public DateTimeOffset? SimChangedAt { get; init; }
    }

    /// <summary>Whether the account has a number on file that a code may go to, and was not guessed at too often.</summary>
    public async Task<bool> MayBeSentAsync(Call call, long walletId, CancellationToken cancellationToken)
    {
        await turn.ExecuteAsync(AddGuard, new { walletId }, cancellationToken);
        var since = call.Now - limits.SteadyPhone;
        return await turn.FindAsync<Addressee>(FindAddressee, new { walletId }, cancellationToken) is { LockedAt: null } phone
            && phone.VerifiedAt <= since
            && (phone.SimChangedAt is null || phone.SimChangedAt <= since);
    }

    /// <summary>Whether the call and the day have a message left.</summary>
    public async Task<bool> AnyLeftAsync(Call call, long walletId, CancellationToken cancellationToken) =>
        await turn.FindAsync<int>(CountInCall, new { callSid = call.Sid }, cancellationToken) < limits.MessagesPerCall
        && await turn.FindAsync<int>(CountOfDay, new { walletId, since = call.Now - Day }, cancellationToken) < limits.MessagesPerDay;

    public async Task SendAsync(Call call, long walletId, string challengeId, CancellationToken cancellationToken)
    {
        var message = new
        {
            id = Guid.CreateVersion7().ToString(),
            challengeId,
            walletId,
            callSid = call.Sid,
            now = call.Now,
        };
        await turn.ExecuteAsync(AddMessage, message, cancellationToken);
        await notices.PutAsync(call, walletId, new Notice.Code(challengeId), message.id, cancellationToken);
    }
}
