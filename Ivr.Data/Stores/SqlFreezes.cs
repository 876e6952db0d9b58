using System.Security.Cryptography;
using Ivr.Data.Connections;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Puts the owner's own locks into <c>wallet_locks</c>. A unique index keeps them to one in force for each wallet.</summary>
public sealed class SqlFreezes(TurnScope turn, AuditLog audit, INotices notices) : IFreezes
{
    /// <summary>Ids of the wallet's own locks are counted from one; these are drawn from far above them.</summary>
    private const int LeastId = 1 << 30;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private const string CountInForce = """
        select count(*)
        from wallet_locks
        where wallet_id = @walletId and reason_code = 'SELF_FREEZE' and released_at is null
        """;

    private const string CountSince = """
        select count(*)
        from wallet_locks
        where wallet_id = @walletId and reason_code = 'SELF_FREEZE' and placed_at > @since and placed_by = 'PHONE'
        """;

    private const string Place = """
        insert into wallet_locks (id, wallet_id, reason_code, scope, placed_by, placed_at)
        select @id, @walletId, 'SELF_FREEZE', 'ALL', 'PHONE', @now
        where not exists (
          select 1 from wallet_locks where wallet_id = @walletId and reason_code = 'SELF_FREEZE' and released_at is null
        )
        """;

    public async Task<FreezeResult> FreezeAsync(Call call, long walletId, bool isLight, CancellationToken cancellationToken)
    {
        if (await turn.FindAsync<int>(CountInForce, new { walletId }, cancellationToken) > 0)
        {
            return FreezeResult.WasFrozen;
        }

        var today = new { walletId, since = call.Now - Day };
        if (isLight && await turn.FindAsync<int>(CountSince, today, cancellationToken) > 0)
        {
            return FreezeResult.SpentToday;
        }

        var row = new
        {
            id = (long)LeastId + RandomNumberGenerator.GetInt32(int.MaxValue),
            walletId,
            now = call.Now,
        };
        if (await turn.ExecuteAsync(Place, row, cancellationToken) == 0)
        {
            return FreezeResult.WasFrozen;
        }

        await audit.WriteAsync(call.Sid, AuditLog.Caller, "account frozen", $"wallet:{walletId}", call.Now, cancellationToken);
        await notices.PutAsync(call, walletId, new Notice.Frozen(), "", cancellationToken);
        return FreezeResult.Frozen;
    }
}
