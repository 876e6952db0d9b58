namespace Ivr.Flows.Wallet;

/// <summary>The refunds of a wallet.</summary>
public interface IRefunds
{
    /// <summary>Open refunds first, the newest of them first, then the closed ones of the last 90 days; ten at most.</summary>
    Task<IReadOnlyList<Refund>> FindAsync(long walletId, DateTimeOffset now, CancellationToken cancellationToken);
}
