using Ivr.Flows.Calls;

namespace Ivr.Flows.Wallet;

/// <summary>What became of a wish to freeze a wallet.</summary>
public enum FreezeResult
{
    Frozen,

    /// <summary>It was frozen before, and still is.</summary>
    WasFrozen,

    /// <summary>It was frozen by phone and opened again today: a second time needs more proof.</summary>
    SpentToday,
}

/// <summary>Emergency freezes.</summary>
public interface IFreezes
{
    /// <summary>Locks the wallet on its owner's word and tells the owner; at most one such lock is in force.</summary>
    /// <param name="isLight">The caller is proven lightly only: once a day, then.</param>
    Task<FreezeResult> FreezeAsync(Call call, long walletId, bool isLight, CancellationToken cancellationToken);
}
