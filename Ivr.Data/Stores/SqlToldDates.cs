using Ivr.Data.Connections;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Reads what was told before from <c>promises</c>.</summary>
public sealed class SqlToldDates(TurnScope turn) : IToldDates
{
    private const string Find = """
        select due_at
        from promises
        where subject = @subject and [rule] = @rule and wallet_id = @walletId and kept_at is null
        order by due_at desc {limit 10}
        """;

    private sealed class Row
    {
        public DateTimeOffset DueAt { get; init; }
    }

    public async Task<IReadOnlyList<DateTimeOffset>> FindAsync(
        long walletId,
        string subject,
        PromiseRule rule,
        CancellationToken cancellationToken
    )
    {
        var key = new
        {
            walletId,
            subject,
            rule = Codes.Of(rule),
        };
        var rows = await turn.ListAsync<Row>(Find, key, cancellationToken);
        return [.. rows.Select(row => row.DueAt).Reverse()];
    }
}
