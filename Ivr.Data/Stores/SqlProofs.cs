using Ivr.Data.Connections;
using Ivr.Data.Secrets;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Reads what customers know of the hotline: the number of their wallet, which the app's code is made of, and their own phrase.</summary>
public sealed class SqlProofs(TurnScope turn, MinuteCode codes) : IProofs
{
    private const string FindWalletNo = """
        select wallet_no
        from wallets
        where id = @walletId
        """;

    private const string FindPhrase = """
        select c.proof_phrase
        from wallets w
        join customers c on c.id = w.customer_id
        where w.id = @walletId
        """;

    public bool HasCodes => codes.IsThere;

    public async Task<string> CodeAsync(long walletId, DateTimeOffset at, CancellationToken cancellationToken) =>
        await turn.FindAsync<string>(FindWalletNo, new { walletId }, cancellationToken) is { } walletNo
            ? codes.At(walletNo, at)
            : throw new InvalidOperationException($"Wallet {walletId} is gone.");

    public Task<string?> FindPhraseAsync(long walletId, CancellationToken cancellationToken) =>
        turn.FindAsync<string>(FindPhrase, new { walletId }, cancellationToken);
}
