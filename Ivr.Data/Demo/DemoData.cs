using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ivr.Data.Demo;

/// <summary>The demo's file, as it is written. Times are relative to the day it is loaded.</summary>
public sealed record DemoData(IReadOnlyList<DemoQuestion> Questions, IReadOnlyList<DemoCustomer> Customers)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static DemoData Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("Ivr.Data.Demo.customers.json")!;
        return JsonSerializer.Deserialize<DemoData>(file, Strict)!;
    }
}

/// <summary>A security question of the demo.</summary>
/// <param name="Digits">None where it is answered aloud.</param>
/// <param name="Kind">Enrolled as keys or words, or of the caller's own payments.</param>
public sealed record DemoQuestion(long Id, string Zh, string En, int Digits = 0, string Kind = "NUMERIC");

/// <summary>A customer of the demo, with all that is theirs.</summary>
public sealed record DemoCustomer
{
    public required string Name { get; init; }
    public required string Phone { get; init; }
    public required string WalletNo { get; init; }
    public required string CertificateTail { get; init; }
    public required string Language { get; init; }
    public required DateOnly BirthDate { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required DemoStory Story { get; init; }

    /// <summary>The number they call from, where it is not their registered one.</summary>
    public string? From { get; init; }

    /// <summary>The phrase they set in the app, by which the hotline proves itself.</summary>
    public string? ProofPhrase { get; init; }

    /// <summary>When the card of their phone was changed, if it was.</summary>
    public string? SimChanged { get; init; }

    /// <summary>What they key in, by the question's id.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What they say, by the question's id.</summary>
    public IReadOnlyDictionary<string, DemoWords> Spoken { get; init; } = new Dictionary<string, DemoWords>(StringComparer.Ordinal);

    public IReadOnlyList<DemoCard> Cards { get; init; } = [];
    public IReadOnlyList<DemoLock> Locks { get; init; } = [];
    public IReadOnlyList<DemoPayment> Payments { get; init; } = [];
    public IReadOnlyList<DemoRefund> Refunds { get; init; } = [];
}

/// <summary>A right answer, as it is asked for, pressed and spoken.</summary>
/// <param name="Question">In the customer's language.</param>
/// <param name="Keys">Null where it can only be said.</param>
/// <param name="Zh">Null where it is only said in English; and the other way round.</param>
public sealed record DemoAnswer(string Question, string QuestionZh, string QuestionEn, string Kind, string? Keys, string? Zh, string? En)
{
    /// <summary>Whether it is the answer to what was asked, in either language.</summary>
    public bool Answers(string asked) =>
        asked.Contains(QuestionZh, StringComparison.Ordinal) || asked.Contains(QuestionEn, StringComparison.Ordinal);

    /// <summary>As it is said in the language of what was asked.</summary>
    public string? Aloud(string asked) => asked.Contains(QuestionZh, StringComparison.Ordinal) ? Zh ?? En : En ?? Zh;
}

/// <summary>An answer that is said, in the languages the customer enrolled it in.</summary>
public sealed record DemoWords(string? Zh = null, string? En = null)
{
    public IReadOnlyList<string> Wordings => [.. new[] { Zh, En }.OfType<string>()];
}

/// <summary>What a customer is good for.</summary>
public sealed record DemoStory(string Zh, string En);

/// <summary>A bank card of the demo.</summary>
public sealed record DemoCard(string Bank, string Kind, string Tail, string Status);

/// <summary>A lock of the demo.</summary>
public sealed record DemoLock(string Reason, string Placed, string? AutoRelease);

/// <summary>A payment of the demo.</summary>
/// <param name="Amount">In the currency's units, with a point.</param>
/// <param name="Card">The tail of the card it was made with.</param>
public sealed record DemoPayment(
    string OrderNo,
    string Payee,
    string Amount,
    string Method,
    string? Card,
    string Status,
    string Funds,
    string? Reason,
    string At,
    DemoReversal? Reversal
);

/// <summary>The way back of a payment's money.</summary>
public sealed record DemoReversal(string? Due, string? Done);

/// <summary>A refund of the demo.</summary>
/// <param name="Of">The order it is of.</param>
/// <param name="Card">The tail of the card it goes to; none for the balance.</param>
public sealed record DemoRefund(
    string Of,
    string Amount,
    string State,
    string? Card,
    string? Reject,
    string Requested,
    string? Expected,
    string? Arrived
);

/// <summary>Times such as <c>-26h</c>, <c>-40m</c>, <c>-40d</c> and <c>+2d 18:00</c>, the last at an hour of the market's day.</summary>
public static class DemoTime
{
    public static DateTimeOffset Read(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var parts = text.Split(' ');
        var count = int.Parse(parts[0][..^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var shifted = parts[0][^1] switch
        {
            'm' => now.AddMinutes(count),
            'h' => now.AddHours(count),
            'd' => now.AddDays(count),
            var unit => throw new FormatException($"{unit} is no unit of time: m, h or d."),
        };
        if (parts.Length == 1)
        {
            return shifted;
        }

        var local = TimeZoneInfo.ConvertTime(shifted, zone).Date + TimeSpan.Parse(parts[1], CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
