using System.Globalization;
using Ivr.Data.Connections;
using Ivr.Data.Secrets;
using Ivr.Data.Stores;

namespace Ivr.Data.Demo;

/// <summary>Writes demo customers into the wallet's tables. Ids are counted from one, so that every load gives the same.</summary>
internal sealed class DemoWriter(TurnScope scope, AnswerHasher hasher, DateTimeOffset now, TimeZoneInfo zone)
{
    private const string Currency = "CNY";

    private readonly AnswerEnrolment answers = new(scope, hasher);
    private readonly Dictionary<string, long> lastIds = new(StringComparer.Ordinal);

    public async Task QuestionsAsync(IEnumerable<DemoQuestion> questions, CancellationToken cancellationToken)
    {
        foreach (var question in questions)
        {
            await scope.ExecuteAsync(
                """
                insert into security_questions (id, kind, text_zh, text_en, digits, active)
                values (@Id, @Kind, @Zh, @En, @Digits, 1)
                """,
                question,
                cancellationToken
            );
        }
    }

    public async Task CustomerAsync(DemoCustomer customer, CancellationToken cancellationToken)
    {
        var id = Next("customers");
        await PersonAsync(id, customer, cancellationToken);
        var cards = await CardsAsync(id, customer, cancellationToken);
        foreach (var one in customer.Locks)
        {
            await InsertAsync(
                "wallet_locks",
                new
                {
                    id = Next("wallet_locks"),
                    wallet_id = id,
                    reason_code = one.Reason,
                    scope = "ALL",
                    placed_by = "SYSTEM",
                    placed_at = At(one.Placed),
                    auto_release_at = At(one.AutoRelease),
                },
                cancellationToken
            );
        }

        var payments = await PaymentsAsync(id, customer, cards, cancellationToken);
        foreach (var one in customer.Refunds)
        {
            await RefundAsync(id, one, payments[one.Of], cards, cancellationToken);
        }
    }

    private async Task PersonAsync(long id, DemoCustomer customer, CancellationToken cancellationToken)
    {
        await scope.ExecuteAsync("delete from phone_bindings where customer_id = @id", new { id }, cancellationToken);
        var person = new
        {
            id,
            display_name = Storable(customer.Name),
            birth_date = customer.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            language = customer.Language,
            elder_mode = 0,
            identity_type = "ID_CARD",
            identity_tail_hash = hasher.Hash(SqlAccounts.Tail(customer.CertificateTail)),
            proof_phrase = customer.ProofPhrase,
        };
        await UpsertAsync("customers", id, person, cancellationToken);
        await UpsertAsync(
            "wallets",
            id,
            new
            {
                id,
                customer_id = id,
                wallet_no = customer.WalletNo,
                @class = id % 3 == 0 ? "I"
                : id % 3 == 1 ? "II"
                : "III",
                status = "OPEN",
                balance_minor = 100_000,
                currency = Currency,
                opened_at = now.AddYears(-2),
                limits_lowered_until = (DateTimeOffset?)null,
            },
            cancellationToken
        );
        await InsertAsync(
            "phone_bindings",
            new
            {
                id,
                customer_id = id,
                e164 = customer.Phone,
                is_primary = 1,
                verified_at = now.AddYears(-1),
                sim_changed_at = At(customer.SimChanged),
            },
            cancellationToken
        );
        foreach (var (question, keys) in customer.Answers)
        {
            await EnrolAsync(id, question, [keys], cancellationToken);
        }

        foreach (var (question, words) in customer.Spoken)
        {
            await EnrolAsync(id, question, words.Wordings, cancellationToken);
        }
    }

    private async Task EnrolAsync(long customerId, string question, IReadOnlyList<string> wordings, CancellationToken cancellationToken)
    {
        var questionId = long.Parse(question, CultureInfo.InvariantCulture);
        if (await answers.EnrolAsync(customerId, questionId, wordings, now.AddYears(-1), cancellationToken) is { } refusal)
        {
            throw new InvalidDataException(
                $"customers.json: the answer of customer {customerId} to question {question} is refused: {refusal}."
            );
        }
    }

    private async Task<Dictionary<string, long>> CardsAsync(long walletId, DemoCustomer customer, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var card in customer.Cards)
        {
            ids[card.Tail] = Next("bank_cards");
            await InsertAsync(
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

    private async Task<Dictionary<string, long>> PaymentsAsync(
        long walletId,
        DemoCustomer customer,
        Dictionary<string, long> cards,
        CancellationToken cancellationToken
    )
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var one in customer.Payments)
        {
            var id = ids[one.OrderNo] = Next("payments");
            await InsertAsync(
                "payments",
                new
                {
                    id,
                    order_no = one.OrderNo,
                    wallet_id = walletId,
                    card_id = Card(one.Card, cards),
                    payee_name = Storable(one.Payee),
                    amount_minor = Minor(one.Amount),
                    currency = Currency,
                    method = one.Method,
                    status = one.Status,
                    fund_position = one.Funds,
                    reason_code = one.Reason,
                    created_at = At(one.At),
                },
                cancellationToken
            );
            if (one.Reversal is { } reversal)
            {
                var state = reversal.Done is null ? "DUE" : "DONE";
                await InsertAsync(
                    "reversals",
                    new
                    {
                        id,
                        payment_id = id,
                        state,
                        due_at = At(reversal.Due),
                        done_at = At(reversal.Done),
                    },
                    cancellationToken
                );
            }
        }

        return ids;
    }

    private Task RefundAsync(
        long walletId,
        DemoRefund one,
        long paymentId,
        Dictionary<string, long> cards,
        CancellationToken cancellationToken
    )
    {
        var id = Next("refunds");
        return InsertAsync(
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
                requested_at = At(one.Requested),
                expected_at = At(one.Expected),
                arrived_at = At(one.Arrived),
            },
            cancellationToken
        );
    }

    /// <summary>The columns are the members of the row.</summary>
    private Task InsertAsync(string table, object row, CancellationToken cancellationToken)
    {
        var columns = Columns(row);
        return scope.ExecuteAsync(
            $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(column => $"@{column}"))})",
            row,
            cancellationToken
        );
    }

    private async Task UpsertAsync(string table, long id, object row, CancellationToken cancellationToken)
    {
        var sets = string.Join(", ", Columns(row).Where(column => column != "id").Select(column => $"{column} = @{column}"));
        if (await scope.ExecuteAsync($"update {table} set {sets} where id = {id}", row, cancellationToken) == 0)
        {
            await InsertAsync(table, row, cancellationToken);
        }
    }

    private static string[] Columns(object row) => [.. row.GetType().GetProperties().Select(property => property.Name)];

    /// <summary>A zero character ends a text for SQLite, so that nobody's name can hold one.</summary>
    private static string Storable(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    private static long? Card(string? tail, Dictionary<string, long> cards) => tail is null ? null : cards[tail];

    private static long Minor(string amount) => (long)(decimal.Parse(amount, CultureInfo.InvariantCulture) * 100);

    private DateTimeOffset? At(string? time) => time is null ? null : DemoTime.Read(time, now, zone);

    private long Next(string table) => lastIds[table] = lastIds.GetValueOrDefault(table) + 1;
}
