using Ivr.Data.Connections;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Reads <c>payments</c> with their reversals and cards.</summary>
public sealed class SqlPayments(TurnScope turn) : IPayments
{
    private const string Fields = """
        select p.id, p.order_no, p.payee_name, p.amount_minor, p.currency, p.method, p.status, p.fund_position, p.reason_code, p.created_at,
               r.due_at, r.done_at, c.tail4

        """;

    private const string Joins = """
        left join reversals r on r.payment_id = p.id
        left join bank_cards c on c.id = p.card_id

        """;

    private const string Columns = $"{Fields}from payments p\n{Joins}";

    private const string FindLatestTroubled =
        Columns
        + """
            where p.wallet_id = @walletId and p.created_at >= @since
              and p.status in ('CREATED', 'PROCESSING', 'FAILED', 'CLOSED', 'REVERSING', 'REVERSED')
            order by p.created_at desc {limit 1}
            """;

    private const string FindLatestCharged =
        Columns
        + """
            where p.wallet_id = @walletId and p.created_at >= @since and p.status = 'SUCCEEDED'
            order by p.created_at desc {limit 1}
            """;

    private const string FindOne =
        Fields
        + "from payments p {for update}\n"
        + Joins
        + """
            where p.id = @paymentId and p.wallet_id = @walletId
            """;

    private const string FindCharged =
        Columns
        + """
            where p.wallet_id = @walletId and p.created_at >= @from and p.created_at <= @to and p.status = 'SUCCEEDED'
            order by p.created_at desc, p.id desc {limit 100}
            """;

    private const string FindByTime =
        Columns
        + """
            where p.wallet_id = @walletId and p.created_at >= @from and p.created_at < @before
            order by p.created_at desc {limit 3}
            """;

    private const string FindByAmount =
        Columns
        + """
            where p.wallet_id = @walletId and p.created_at >= @since and p.amount_minor in (@units, @hundredths, @thousandths)
            order by p.created_at desc {limit 30}
            """;

    private const string FindByOrderTail =
        Columns
        + """
            where p.wallet_id = @walletId and p.created_at >= @since and p.order_no like @pattern
            order by p.created_at desc {limit 3}
            """;

    private sealed class Row
    {
        public long Id { get; init; }
        public required string OrderNo { get; init; }
        public required string PayeeName { get; init; }
        public long AmountMinor { get; init; }
        public required string Currency { get; init; }
        public required string Method { get; init; }
        public required string Status { get; init; }
        public required string FundPosition { get; init; }
        public string? ReasonCode { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset? DueAt { get; init; }
        public DateTimeOffset? DoneAt { get; init; }
        public string? Tail4 { get; init; }
    }

    public async Task<Payment?> FindLatestTroubledAsync(long walletId, DateTimeOffset since, CancellationToken cancellationToken) =>
        await ListAsync(FindLatestTroubled, new { walletId, since }, cancellationToken) is [var latest] ? latest : null;

    public async Task<Payment?> FindLatestChargedAsync(long walletId, DateTimeOffset since, CancellationToken cancellationToken) =>
        await ListAsync(FindLatestCharged, new { walletId, since }, cancellationToken) is [var latest] ? latest : null;

    public async Task<Payment?> FindAsync(long walletId, long paymentId, CancellationToken cancellationToken) =>
        await ListAsync(FindOne, new { walletId, paymentId }, cancellationToken) is [var one] ? one : null;

    public Task<IReadOnlyList<Payment>> FindChargedAsync(
        long walletId,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    ) =>
        ListAsync(
            FindCharged,
            new
            {
                walletId,
                from,
                to,
            },
            cancellationToken
        );

    public Task<IReadOnlyList<Payment>> FindByTimeAsync(
        long walletId,
        DateTimeOffset from,
        DateTimeOffset before,
        CancellationToken cancellationToken
    ) =>
        ListAsync(
            FindByTime,
            new
            {
                walletId,
                from,
                before,
            },
            cancellationToken
        );

    public async Task<IReadOnlyList<Payment>> FindByAmountAsync(
        long walletId,
        decimal units,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        // The same number is as many minor units as its currency says: which of the three is meant shows when the currency is known.
        var like = new
        {
            walletId,
            since,
            units = (long)units,
            hundredths = (long)(units * 100),
            thousandths = (long)(units * 1000),
        };
        var found = await ListAsync(FindByAmount, like, cancellationToken);
        return [.. found.Where(payment => payment.Amount == Amount.Of(units, payment.Amount.Currency)).Take(3)];
    }

    /// <summary>Digits only, as the flow asks for them: nothing in the pattern but the tail is a wildcard.</summary>
    public Task<IReadOnlyList<Payment>> FindByOrderTailAsync(
        long walletId,
        string tail,
        DateTimeOffset since,
        CancellationToken cancellationToken
    ) =>
        tail.All(char.IsAsciiDigit)
            ? ListAsync(
                FindByOrderTail,
                new
                {
                    walletId,
                    pattern = $"%{tail}",
                    since,
                },
                cancellationToken
            )
            : Task.FromResult<IReadOnlyList<Payment>>([]);

    private async Task<IReadOnlyList<Payment>> ListAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        [.. (await turn.ListAsync<Row>(sql, parameters, cancellationToken)).Select(Read)];

    private static Payment Read(Row row)
    {
        var reason = Codes.Find<PaymentReason>(row.ReasonCode);
        return new Payment
        {
            Id = row.Id,
            OrderNo = row.OrderNo,
            Payee = row.PayeeName,
            Amount = new Amount(row.AmountMinor, row.Currency),
            Method = Codes.Parse<PaymentMethod>(row.Method),
            Status = Codes.Parse<PaymentStatus>(row.Status),
            Funds = Codes.Parse<FundPosition>(row.FundPosition),
            Reason = reason,
            HasUnknownReason = row.ReasonCode is not null && reason is null,
            CreatedAt = row.CreatedAt,
            ReversalDueAt = row.DueAt,
            ReversalDoneAt = row.DoneAt,
            CardTail = row.Tail4,
        };
    }
}
