namespace Ivr.Flows.Wallet;

/// <summary>Finds what was paid twice and is not being refunded yet.</summary>
public sealed class DuplicateFinder(IPayments payments, IRefunds refunds)
{
    /// <summary>Who was charged twice notices it within so long.</summary>
    private static readonly TimeSpan Noticed = TimeSpan.FromDays(30);

    /// <summary>Nobody listens to more.</summary>
    private const int Most = 3;

    /// <summary>Among all payments of late, the newest first, three at most.</summary>
    public async Task<IReadOnlyList<Duplicate>> FindAsync(long walletId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await OpenAsync(
            walletId,
            Duplicate.Among(await payments.FindChargedAsync(walletId, now - Noticed, now, cancellationToken)),
            cancellationToken
        );

    /// <summary>The same for one payment, which may be either of the two.</summary>
    public async Task<IReadOnlyList<Duplicate>> FindOfAsync(long walletId, Payment payment, CancellationToken cancellationToken)
    {
        var (from, to) = (payment.CreatedAt - Duplicate.Within, payment.CreatedAt + Duplicate.Within);
        var around = Duplicate.Among(await payments.FindChargedAsync(walletId, from, to, cancellationToken));
        return await OpenAsync(
            walletId,
            around.Where(pair => pair.First.Id == payment.Id || pair.Second.Id == payment.Id),
            cancellationToken
        );
    }

    private async Task<IReadOnlyList<Duplicate>> OpenAsync(long walletId, IEnumerable<Duplicate> all, CancellationToken cancellationToken)
    {
        var open = new List<Duplicate>();
        foreach (var pair in all)
        {
            if (open.Count < Most && await refunds.FindOfPaymentAsync(walletId, pair.Second.Id, cancellationToken) is null)
            {
                open.Add(pair);
            }
        }

        return open;
    }
}
