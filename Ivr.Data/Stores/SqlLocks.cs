using Ivr.Data.Connections;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Finds and releases locks in <c>wallet_locks</c>.</summary>
public sealed class SqlLocks(TurnScope turn, AuditLog audit, INotices notices) : ILocks
{
    /// <summary>How long limits stay lower after an account was unlocked by phone.</summary>
    private static readonly TimeSpan Caution = TimeSpan.FromHours(24);

    private const string FindInForce = """
        select id, reason_code, placed_at, auto_release_at
        from wallet_locks {for update}
        where wallet_id = @walletId and released_at is null and (auto_release_at is null or auto_release_at > @now)
        order by placed_at desc
        """;

    private const string Release = """
        update wallet_locks
        set released_at = @now, released_by = @callSid, release_channel = 'PHONE'
        where wallet_id = @walletId and released_at is null
        """;

    private const string LowerLimits = """
        update wallets
        set limits_lowered_until = @until, row_version = row_version + 1
        where id = @walletId
        """;

    private sealed class Row
    {
        public long Id { get; init; }
        public required string ReasonCode { get; init; }
        public DateTimeOffset PlacedAt { get; init; }
        public DateTimeOffset? AutoReleaseAt { get; init; }
    }

    public async Task<IReadOnlyList<WalletLock>> FindInForceAsync(Call call, long walletId, CancellationToken cancellationToken) =>
        [
            .. (await turn.ListAsync<Row>(FindInForce, new { walletId, now = call.Now }, cancellationToken)).Select(row => new WalletLock
            {
                Id = row.Id,
                Reason = Codes.Find<LockReason>(row.ReasonCode),
                PlacedAt = row.PlacedAt,
                AutoReleaseAt = row.AutoReleaseAt,
            }),
        ];

    public async Task<bool> ReleaseAsync(Call call, long walletId, IReadOnlyList<long> lockIds, CancellationToken cancellationToken)
    {
        var inForce = await FindInForceAsync(call, walletId, cancellationToken);
        if (inForce.Count == 0 || !inForce.Select(one => one.Id).Order().SequenceEqual(lockIds.Order()))
        {
            return false;
        }

        await turn.ExecuteAsync(
            Release,
            new
            {
                walletId,
                now = call.Now,
                callSid = call.Sid,
            },
            cancellationToken
        );
        await turn.ExecuteAsync(LowerLimits, new { walletId, until = call.Now + Caution }, cancellationToken);
        await audit.WriteAsync(call.Sid, AuditLog.Caller, "locks released", $"wallet:{walletId}", call.Now, cancellationToken);
        await notices.PutAsync(call, walletId, new Notice.Unlocked(), "", cancellationToken);
        return true;
    }
}
