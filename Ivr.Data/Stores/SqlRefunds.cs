using Ivr.Data.Connections;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Reads <c>refunds</c> with what they are of and where they go.</summary>
public sealed class SqlRefunds(TurnScope turn) : IRefunds
{
    private static readonly TimeSpan ClosedIsOfInterest = TimeSpan.FromDays(90);

    private const string Find = """
        select f.id, f.refund_no, p.payee_name, f.amount_minor, p.currency, f.state, f.reject_code, f.requested_at, f.expected_at,
               f.arrived_at, c.kind as card_kind, c.tail4
        from refunds f
        join payments p on p.id = f.payment_id
        left join bank_cards c on c.id = f.receiving_card_id
        where f.wallet_id = @walletId and (f.requested_at >= @since or f.state not in ('SUCCEEDED', 'REJECTED', 'CANCELED'))
        order by case when f.state in ('SUCCEEDED', 'REJECTED', 'CANCELED') then 1 else 0 end, f.requested_at desc {limit 10}
        """;

    private sealed class Row
    {
        public long Id { get; init; }
        public required string RefundNo { get; init; }
        public required string PayeeName { get; init; }
        public long AmountMinor { get; init; }
        public required string Currency { get; init; }
        public required string State { get; init; }
        public string? RejectCode { get; init; }
        public DateTimeOffset RequestedAt { get; init; }
        public DateTimeOffset? ExpectedAt { get; init; }
        public DateTimeOffset? ArrivedAt { get; init; }
        public string? CardKind { get; init; }
        public string? Tail4 { get; init; }
    }

    public async Task<IReadOnlyList<Refund>> FindAsync(long walletId, DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await turn.ListAsync<Row>(Find, new { walletId, since = now - ClosedIsOfInterest }, cancellationToken)).Select(Read)];

    private static Refund Read(Row row) =>
        new()
        {
            Id = row.Id,
            RefundNo = row.RefundNo,
            Payee = row.PayeeName,
            Amount = new Amount(row.AmountMinor, row.Currency),
            State = Codes.Parse<RefundState>(row.State),
            To = row.CardKind switch
            {
                null => RefundTo.Balance,
                "CREDIT" => RefundTo.CreditCard,
                _ => RefundTo.DebitCard,
            },
            CardTail = row.Tail4,
            RejectReason = row.RejectCode is null ? null : Codes.Find<RejectReason>(row.RejectCode) ?? RejectReason.Other,
            RequestedAt = row.RequestedAt,
            ExpectedAt = row.ExpectedAt,
            ArrivedAt = row.ArrivedAt,
        };
}
