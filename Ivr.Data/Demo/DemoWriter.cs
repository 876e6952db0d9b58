using System.Globalization;
using Ivr.Data.Connections;
using Ivr.Data.Secrets;
using Ivr.Data.Stores;

namespace Ivr.Data.Demo;

/// <summary>Writes demo customers into the wallet's tables.</summary>
internal sealed class DemoWriter(TurnScope scope, DemoRows rows, AnswerHasher hasher, DateTimeOffset now)
{
    private readonly AnswerEnrolment answers = new(scope, hasher);

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
        var id = rows.Next("customers");
        await PersonAsync(id, customer, cancellationToken);
        var money = new DemoMoney(rows, now);
        var cards = await money.CardsAsync(id, customer, cancellationToken);
        foreach (var one in customer.Locks)
        {
            await rows.InsertAsync(
                "wallet_locks",
                new
                {
                    id = rows.Next("wallet_locks"),
                    wallet_id = id,
                    reason_code = one.Reason,
                    scope = "ALL",
                    placed_by = "SYSTEM",
                    placed_at = rows.At(one.Placed),
                    auto_release_at = rows.At(one.AutoRelease),
                },
                cancellationToken
            );
        }

        var payments = await money.PaymentsAsync(id, customer, cards, cancellationToken);
        foreach (var one in customer.Refunds)
        {
            await money.RefundAsync(id, one, payments[one.Of], cards, cancellationToken);
        }
    }

    private async Task PersonAsync(long id, DemoCustomer customer, CancellationToken cancellationToken)
    {
        await scope.ExecuteAsync("delete from phone_bindings where customer_id = @id", new { id }, cancellationToken);
        var person = new
        {
            id,
            display_name = DemoRows.Storable(customer.Name),
            birth_date = customer.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            language = customer.Language,
            elder_mode = 0,
            identity_type = "ID_CARD",
            identity_tail_hash = hasher.Hash(SqlAccounts.Tail(customer.CertificateTail)),
            proof_phrase = customer.ProofPhrase,
        };
        await rows.UpsertAsync("customers", id, person, cancellationToken);
        await rows.UpsertAsync(
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
                currency = DemoMoney.Currency,
                opened_at = now.AddYears(-2),
                limits_lowered_until = (DateTimeOffset?)null,
            },
            cancellationToken
        );
        await rows.InsertAsync(
            "phone_bindings",
            new
            {
                id,
                customer_id = id,
                e164 = customer.Phone,
                is_primary = 1,
                verified_at = now.AddYears(-1),
                sim_changed_at = rows.At(customer.SimChanged),
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
}
