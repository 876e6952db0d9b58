namespace Ivr.Flows.Wallet;

/// <summary>One lock in force on a wallet; a wallet is open when none is.</summary>
public sealed record WalletLock
{
    public required long Id { get; init; }

    /// <summary>Null where the wallet gives a code the hotline does not know.</summary>
    public LockReason? Reason { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>When it ends by itself, if it does.</summary>
    public DateTimeOffset? AutoReleaseAt { get; init; }
}
