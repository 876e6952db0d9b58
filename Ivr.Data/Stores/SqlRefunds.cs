using System.Security.Cryptography;
using Ivr.Data.Connections;
using Ivr.Flows.Calls;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Reads and opens <c>refunds</c> with what they are of and where they go.</summary>
public sealed class SqlRefunds(TurnScope turn, AuditLog audit, INotices notices) : IRefunds
{
    private static readonly TimeSpan ClosedIsOfInterest = TimeSpan.FromDays(90);

    private const string Columns = """
        select f.id, f.refund_no, p.payee_name, f.amount_minor, p.currency, f.state, f.reject_code, f.requested_at, f.expected_at,
               f.arrived_at, f.rejected_at, c.kind as card_kind, c.tail4
        from refunds f
        join payments p on p.id = f.payment_id
        left join bank_cards c on c.id = f.receiving_card_id

        """;

    private const string Find =
        Columns
        + """
            where f.wallet_id = @walletId and (f.requested_at >= @since or f.state not in ('SUCCEEDED', 'REJECTED', 'CANCELED'))
            order by case when f.state in ('SUCCEEDED', 'REJECTED', 'CANCELED') then 1 else 0 end, f.requested_at desc {limit 10}
            """;

    private const string FindOne =
        Columns
        + """
            where f.id = @refundId and f.wallet_id = @walletId
            """;

    private const string FindOfPayment =
        Columns
        + """
            where f.payment_id = @paymentId and f.wallet_id = @walletId and f.state <> 'REJECTED' and f.state <> 'CANCELED'
            """;

    /// <summary>All of the payment, and to nowhere but where it came from.</summary>
    private const string Open = """
        insert into refunds (id, refund_no, payment_id, wallet_id, amount_minor, state, channel, receiving_card_id, reason_code,
                             requested_at, requested_by)
        select @id, @refundNo, p.id, p.wallet_id, p.amount_minor, 'REQUESTED',
               case when p.card_id is null then 'BALANCE' else 'ORIGINAL' end, p.card_id, @reason, @now, @callSid
        from payments p
        where p.id = @paymentId and p.wallet_id = @walletId and p.status = 'SUCCEEDED' and p.created_at >= @since
          and not exists (select 1 from refunds f where f.payment_id = p.id and f.state <> 'REJECTED' and f.state <> 'CANCELED')
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
        public DateTimeOffset? RejectedAt { get; init; }
        public string? CardKind { get; init; }
        public string? Tail4 { get; init; }
    }

    public async Task<IReadOnlyList<Refund>> FindAsync(long walletId, DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await turn.ListAsync<Row>(Find, new { walletId, since = now - ClosedIsOfInterest }, cancellationToken)).Select(Read)];

    public async Task<Refund?> FindOneAsync(long walletId, long refundId, CancellationToken cancellationToken) =>
        await turn.FindAsync<Row>(FindOne, new { walletId, refundId }, cancellationToken) is { } row ? Read(row) : null;

    public async Task<Refund?> FindOfPaymentAsync(long walletId, long paymentId, CancellationToken cancellationToken) =>
        await turn.FindAsync<Row>(FindOfPayment, new { walletId, paymentId }, cancellationToken) is { } row ? Read(row) : null;

    public async Task<Refund?> OpenAsync(
        Call call,
        long walletId,
        long paymentId,
        RefundReason reason,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        // Drawn rather than counted: the wallet opens refunds too, and nobody waits for the other's last number.
        var row = new
        {
            id = RandomNumberGenerator.GetInt32(1, int.MaxValue) * (long)int.MaxValue + RandomNumberGenerator.GetInt32(int.MaxValue),
            refundNo = $"R{call.Now.UtcDateTime:yyyyMMdd}{CaseNumber.Draw()}",
            paymentId,
            walletId,
            reason = Codes.Of(reason),
            since,
            now = call.Now,
            callSid = call.Sid,
        };
        if (await turn.ExecuteAsync(Open, row, cancellationToken) == 0)
        {
            return null;
        }

        await audit.WriteAsync(call.Sid, AuditLog.Caller, "refund requested", $"refund:{row.id}", call.Now, cancellationToken);
        await notices.PutAsync(call, walletId, new Notice.RefundRequested(row.refundNo), $"refund:{row.id}", cancellationToken);
        return await FindOneAsync(walletId, row.id, cancellationToken);
    }

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
            RejectedAt = row.RejectedAt,
        };
}
