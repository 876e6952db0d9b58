using Ivr.Flows.Calls;

namespace Ivr.Flows.Wallet;

/// <summary>The locks on wallets.</summary>
public interface ILocks
{
    /// <summary>Those in force now, the newest first.</summary>
    Task<IReadOnlyList<WalletLock>> FindInForceAsync(Call call, long walletId, CancellationToken cancellationToken);

    /// <summary>
    /// Releases exactly these locks, tells the owner and lowers the limits for 24 hours; false, with nothing changed, when one of them is no
    /// longer in force or another has come.
    /// </summary>
    Task<bool> ReleaseAsync(Call call, long walletId, IReadOnlyList<long> lockIds, CancellationToken cancellationToken);
}
