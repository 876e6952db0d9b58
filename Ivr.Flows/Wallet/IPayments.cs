namespace Ivr.Flows.Wallet;

/// <summary>The payments of a wallet.</summary>
public interface IPayments
{
    /// <summary>The newest failed or unfinished payment since then, the caller's most likely reason to call.</summary>
    Task<Payment?> FindLatestTroubledAsync(long walletId, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Payments of exactly this amount in minor units, the newest first, three at most.</summary>
    Task<IReadOnlyList<Payment>> FindByAmountAsync(
        long walletId,
        long amountMinor,
        DateTimeOffset since,
        CancellationToken cancellationToken
    );

    /// <summary>Payments whose order number ends with these digits, the newest first, three at most.</summary>
    Task<IReadOnlyList<Payment>> FindByOrderTailAsync(
        long walletId,
        string tail,
        DateTimeOffset since,
        CancellationToken cancellationToken
    );
}
