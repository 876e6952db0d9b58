using System.Globalization;
using Ivr.Data.Connections;

namespace Ivr.Data.Stores;

/// <summary>
/// What the one question of recent payments is about: the last successful payment that is older than an hour and younger than a month, as far as
/// its amount is none that everybody would guess first.
/// </summary>
public sealed class SqlLastPayment(TurnScope turn)
{
    private const long Yuan = 100;
    private const long Least = 10 * Yuan;

    private static readonly TimeSpan Youngest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(30);

    private const string FindNewest = """
        select amount_minor
        from payments
        where wallet_id = @walletId and status = 'SUCCEEDED' and currency = 'CNY' and created_at <= @until and created_at > @since
        order by created_at desc {limit 1}
        """;

    /// <summary>Its amount in fen; null where nothing can be asked of it, as for accounts that do not exist.</summary>
    public async Task<long?> FindAsync(long? walletId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var span = new
        {
            walletId,
            until = now - Youngest,
            since = now - Oldest,
        };
        var amount = await turn.FindAsync<long?>(FindNewest, span, cancellationToken);
        return amount >= Least && amount / Yuan % 10 != 0 ? amount : null;
    }

    /// <summary>Whether the keys mean this amount, rounded up or down to the yuan; what was keyed behind a decimal point does not count.</summary>
    public static bool IsAbout(long? amount, string keys) =>
        amount is { } minor
        && long.TryParse(keys.Split('*')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var yuan)
        && (yuan == minor / Yuan || yuan == (minor + Yuan - 1) / Yuan);
}
