using Ivr.Data.Connections;
using Ivr.Data.Secrets;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Finds accounts in <c>wallets</c> by their number and in <c>phone_bindings</c> by a phone.</summary>
public sealed class SqlAccounts(TurnScope turn, AnswerHasher hasher) : IAccounts
{
    private const string FindByPhone = """
        select w.id
        from phone_bindings p
        join wallets w on w.customer_id = p.customer_id
        where p.e164 = @e164
        """;

    private const string FindByEither = """
        select w.id, c.identity_tail_hash
        from wallets w
        join customers c on c.id = w.customer_id
        where w.wallet_no = @WalletNo
        union all
        select w.id, c.identity_tail_hash
        from phone_bindings p
        join customers c on c.id = p.customer_id
        join wallets w on w.customer_id = c.id
        where p.e164 = @E164
        """;

    private sealed class Row
    {
        public long Id { get; init; }
        public required string IdentityTailHash { get; init; }
    }

    public async Task<Claim?> FindByCallerNumberAsync(string e164, CancellationToken cancellationToken) =>
        await turn.FindAsync<long?>(FindByPhone, new { e164 }, cancellationToken) is { } walletId
            ? new Claim
            {
                WalletId = walletId,
                Seed = hasher.Seed(e164),
                Holds = true,
            }
            : null;

    public async Task<Claim> FindAsync(string keyedNumber, string certificateTail, CancellationToken cancellationToken)
    {
        var number = KeyedNumber.From(keyedNumber);
        var row = await turn.FindAsync<Row>(FindByEither, number, cancellationToken);
        var holds = await hasher.MatchesAsync(Tail(certificateTail), row?.IdentityTailHash, cancellationToken);
        return new Claim
        {
            WalletId = row?.Id,
            Seed = hasher.Seed(number.WalletNo),
            Holds = holds,
        };
    }

    /// <summary>The X of a certificate is keyed as a star.</summary>
    public static string Tail(string keyed) => keyed.Replace('*', 'X').ToUpperInvariant();
}
