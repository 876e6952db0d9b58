using Ivr.Flows.Calls;

namespace Ivr.Flows.Wallet;

/// <summary>The refunds of a wallet.</summary>
public interface IRefunds
{
    /// <summary>Open refunds first, the newest of them first, then the closed ones of the last 90 days; ten at most.</summary>
    Task<IReadOnlyList<Refund>> FindAsync(long walletId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The refund as it is now; null where the wallet has no such refund.</summary>
    Task<Refund?> FindOneAsync(long walletId, long refundId, CancellationToken cancellationToken);

    /// <summary>The refund of a payment that is open or done; null where there is none, or only refused and cancelled ones.</summary>
    Task<Refund?> FindOfPaymentAsync(long walletId, long paymentId, CancellationToken cancellationToken);

    /// <summary>
    /// Asks the merchant for the whole payment back, to where it was paid from, and tells the owner; null, with nothing changed, where the
    /// payment is no longer one that may be refunded, or has an open or done refund.
    /// </summary>
    /// <param name="since">Older payments are not refunded.</param>
    Task<Refund?> OpenAsync(
        Call call,
        long walletId,
        long paymentId,
        RefundReason reason,
        DateTimeOffset since,
        CancellationToken cancellationToken
    );
}
