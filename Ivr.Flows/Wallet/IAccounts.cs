namespace Ivr.Flows.Wallet;

/// <summary>Finds the account a caller speaks of.</summary>
public interface IAccounts
{
    /// <summary>The account this number is registered for, or null.</summary>
    Task<Claim?> FindByCallerNumberAsync(string e164, CancellationToken cancellationToken);

    /// <summary>
    /// The claim that a keyed wallet number or registered phone and a certificate tail (X as a star) make. It always answers, and does the same
    /// work, whether or not there is such an account.
    /// </summary>
    Task<Claim> FindAsync(string keyedNumber, string certificateTail, CancellationToken cancellationToken);
}

/// <summary>Who a caller says to be, before it is proven.</summary>
public sealed record Claim
{
    /// <summary>An account that this call has begun to prove already.</summary>
    public static Claim Proven(long walletId) =>
        new()
        {
            WalletId = walletId,
            Seed = 0,
            Holds = true,
        };

    /// <summary>Null where there is no such account.</summary>
    public long? WalletId { get; init; }

    /// <summary>A keyed hash of what was claimed: picks the questions of accounts that do not exist, the same each time.</summary>
    public required long Seed { get; init; }

    /// <summary>The certificate tail was right, or the registered number calls. Never spoken of.</summary>
    public bool Holds { get; init; }
}
