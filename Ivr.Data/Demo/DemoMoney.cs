using System.Globalization;
using Ivr.Flows.Speaking;

namespace Ivr.Data.Demo;

/// <summary>Writes the cards of demo customers, what they paid with them, and what comes back.</summary>
internal sealed class DemoMoney(DemoRows rows, DateTimeOffset now)
{
    public const string Currency = "CNY";

    public async Task<Dictionary<string, long>> CardsAsync(long walletId, DemoCustomer customer, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var card in customer.Cards)
        {
            ids[card.Tail] = rows.Next("bank_cards");
            await rows.InsertAsync(
                "bank_cards",
                new
                {
                    id = ids[card.Tail],
                    wallet_id = walletId,
                    bank_code = card.Bank,
                    kind = card.Kind,
                    tail4 = card.Tail,
                    status = card.Status,
                    bound_at = now.AddYears(-1),
                },
                cancellationToken
            );
        }

        return ids;
    }

    public async Task<Dictionary<string, long>> PaymentsAsync(
        long walletId,
        DemoCustomer customer,
        Dictionary<string, long> cards,
        CancellationToken cancellationToken
    )
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var one in customer.Payments)
        {
            var id = ids[one.OrderNo] = rows.Next("payments");
            await rows.InsertAsync(
                "payments",
                new
                {
                    id,
                    order_no = one.OrderNo,
                    wallet_id = walletId,
                    card_id = Card(one.Card, cards),
                    payee_name = DemoRows.Storable(one.Payee),
                    amount_minor = Minor(one.Amount),
                    currency = Currency,
                    method = one.Method,
                    status = one.Status,
                    fund_position = one.Funds,
                    reason_code = one.Reason,
                    created_at = rows.At(one.At),
                },
                cancellationToken
            );
            if (one.Reversal is { } reversal)
            {
                var state = reversal.Done is null ? "DUE" : "DONE";
                await rows.InsertAsync(
                    "reversals",
                    new
                    {
                        id,
                        payment_id = id,
                        state,
                        due_at = rows.At(reversal.Due),
                        done_at = rows.At(reversal.Done),
                    },
                    cancellationToken
                );
            }
        }

        return ids;
    }

    public Task RefundAsync(
        long walletId,
        DemoRefund one,
        long paymentId,
        Dictionary<string, long> cards,
        CancellationToken cancellationToken
    )
    {
        var id = rows.Next("refunds");
        return rows.InsertAsync(
            "refunds",
            new
            {
                id,
                refund_no = $"R{one.Of}",
                payment_id = paymentId,
                wallet_id = walletId,
                amount_minor = Minor(one.Amount),
                state = one.State,
                channel = one.Card is null ? "BALANCE" : "ORIGINAL",
                receiving_card_id = Card(one.Card, cards),
                reject_code = one.Reject,
                requested_at = rows.At(one.Requested),
                expected_at = rows.At(one.Expected),
                arrived_at = rows.At(one.Arrived),
            },
            cancellationToken
        );
    }

    private static long? Card(string? tail, Dictionary<string, long> cards) => tail is null ? null : cards[tail];

    private static long Minor(string amount) => Amount.Of(decimal.Parse(amount, CultureInfo.InvariantCulture), Currency)!.Minor;
}
