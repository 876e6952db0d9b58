namespace Ivr.Flows.Wallet;

/// <summary>The payments of a wallet.</summary>
public interface IPayments
{
    /// <summary>The newest failed or unfinished payment since then, the caller's most likely reason to call.</summary>
    Task<Payment?> FindLatestTroubledAsync(long walletId, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The newest payment since then that went through.</summary>
    Task<Payment?> FindLatestChargedAsync(long walletId, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The payment as it is now, held as it is until the turn ends; null where the wallet has no such payment.</summary>
    Task<Payment?> FindAsync(long walletId, long paymentId, CancellationToken cancellationToken);

    /// <summary>Payments that went through in that time, both ends included, the newest first, a hundred at most.</summary>
    Task<IReadOnlyList<Payment>> FindChargedAsync(
        long walletId,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    );

    /// <summary>Payments made in that time, its end not included, the newest first, three at most.</summary>
    Task<IReadOnlyList<Payment>> FindByTimeAsync(
        long walletId,
        DateTimeOffset from,
        DateTimeOffset before,
        CancellationToken cancellationToken
    );

    /// <summary>Payments of exactly so many units of their currency, the newest first, three at most.</summary>
    Task<IReadOnlyList<Payment>> FindByAmountAsync(long walletId, decimal units, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Payments whose order number ends with these digits, the newest first, three at most.</summary>
    Task<IReadOnlyList<Payment>> FindByOrderTailAsync(
        long walletId,
        string tail,
        DateTimeOffset since,
        CancellationToken cancellationToken
    );
}
