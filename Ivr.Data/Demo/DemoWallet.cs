using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ivr.Data.Connections;
using Ivr.Data.Secrets;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Speaking;

namespace Ivr.Data.Demo;

/// <summary>Made-up customers, so that the hotline can be dialled without a wallet.</summary>
public sealed class DemoWallet(Dialect dialect, AnswerHasher hasher, MarketTime market)
{
    private const string LoadedOn = "demo-loaded-on";

    private const string FindLoadedOn = "select value from hotline_settings where name = @LoadedOn";

    /// <summary>Children before their parents. What the hotline noted of calls stays, but for promises about what is put anew.</summary>
    private static readonly string[] Emptied =
    [
        "question_guards",
        "tail_guards",
        "code_guards",
        "code_messages",
        "code_challenges",
        "promises",
        "wrong_amounts",
        "refunds",
        "reversals",
        "payments",
        "bank_cards",
        "wallet_locks",
        "security_answers",
        "security_questions",
        "phone_bindings",
    ];

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly DemoData Data = DemoData.Read();

    public static IReadOnlyList<DemoCustomer> Customers => Data.Customers;

    /// <summary>Never loaded, or on another day of the market: the stories speak of yesterday and tomorrow.</summary>
    public async Task<bool> IsStaleAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = new TurnScope(dialect);
        return await scope.FindAsync<string>(FindLoadedOn, new { LoadedOn }, cancellationToken) != Today(now);
    }

    /// <summary>Puts the customers in as they are on that day, in place of what was there of them.</summary>
    public async Task LoadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = new TurnScope(dialect);
        foreach (var table in Emptied)
        {
            await scope.ExecuteAsync($"delete from {table}", new { }, cancellationToken);
        }

        var writer = new DemoWriter(scope, hasher, now, market.Zone);
        await writer.QuestionsAsync(Data.Questions, cancellationToken);
        foreach (var customer in Data.Customers)
        {
            await writer.CustomerAsync(customer with { Answers = EnrolledBy(customer) }, cancellationToken);
        }

        await scope.ExecuteAsync("delete from hotline_settings where name = @LoadedOn", new { LoadedOn }, cancellationToken);
        await scope.ExecuteAsync(
            "insert into hotline_settings (name, value) values (@LoadedOn, @today)",
            new { LoadedOn, today = Today(now) },
            cancellationToken
        );
        await scope.CommitAsync(cancellationToken);
    }

    /// <summary>The customers for people and programs, with their right answers as pressed and as spoken.</summary>
    public static string Json() =>
        JsonSerializer.Serialize(
            Data.Customers.Select(customer => new
            {
                customer.Name,
                From = customer.From ?? customer.Phone,
                customer.WalletNo,
                customer.Phone,
                customer.CertificateTail,
                customer.Language,
                customer.Tags,
                customer.Story,
                Answers = AnswersOf(customer),
            }),
            Readable
        );

    /// <summary>The right answers of a customer.</summary>
    public static IEnumerable<DemoAnswer> AnswersOf(DemoCustomer customer) =>
        customer
            .Answers.Select(answer =>
                AnswerTo(
                    Question(answer.Key),
                    answer.Value,
                    Speakers.For(Language.Mandarin).Say(new CardTail(answer.Value), default),
                    Speakers.For(Language.English).Say(new CardTail(answer.Value), default)
                )
            )
            .Concat(customer.Spoken.Select(answer => AnswerTo(Question(answer.Key), null, answer.Value.Zh, answer.Value.En)))
            .Select(answer => customer.Language == Language.English.Tag() ? answer with { Question = answer.QuestionEn } : answer);

    private static DemoQuestion Question(string id) => Data.Questions.Single(one => one.Id.ToString(CultureInfo.InvariantCulture) == id);

    private static DemoAnswer AnswerTo(DemoQuestion question, string? keys, string? zh, string? en) =>
        new(question.Zh, question.Zh, question.En, question.Kind, keys, zh, en);

    /// <summary>Not those of recent payments: they are true by themselves.</summary>
    private static Dictionary<string, string> EnrolledBy(DemoCustomer customer) =>
        customer.Answers.Where(answer => Question(answer.Key).Kind == "NUMERIC").ToDictionary(StringComparer.Ordinal);

    private string Today(DateTimeOffset now) => market.DayOf(now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
