using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Dapper;
using Ivr.Data.Connections;
using Ivr.Data.Demo;
using Ivr.Tests.Webhooks;
using Ivr.Web.Telephone;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Faults;

/// <summary>
/// One call that is fuzzed: sends steps, holds every answer to the rules, and keeps count of what the caller proved and agreed to, so that in
/// the end nothing can have happened without it.
/// </summary>
internal sealed class FuzzCall(FuzzGround ground, DemoCustomer customer, string from)
{
    private readonly Dictionary<int, string> asked = [];
    private readonly HashSet<int> taken = [];
    private readonly List<string> agreed = [];
    private readonly List<DemoAnswer> known = [.. DemoWallet.AnswersOf(customer)];
    private readonly string sid = TwilioSide.NewSid();
    private string code = "";
    private int rightAnswers;
    private bool keyedTheCode;
    private bool keyedTheTail;

    public string From => from;

    public DemoCustomer Customer => customer;

    /// <summary>What was sent so far.</summary>
    public List<FuzzStep> Sent { get; } = [];

    public int Webhooks { get; private set; }

    /// <summary>What was answered last to a turn.</summary>
    public FuzzDocument Last { get; private set; } = FuzzDocument.Empty;

    public bool AsksForCode => ground.Words.Says(Last.Text, "code/ask-code");

    public bool AsksForNumber => ground.Words.Says(Last.Text, "identity/ask-number");

    public bool AsksForTail => ground.Words.Says(Last.Text, "identity/ask-tail");

    public bool AsksAQuestion => Asked(Last.Text) is not null;

    /// <exception cref="FuzzException">A rule does not hold.</exception>
    public async Task SendAsync(FuzzStep step)
    {
        Sent.Add(step);
        if (step.Fields.Any(field => field.Value.Contains("{code}", StringComparison.Ordinal)))
        {
            code = await ground.Hotline.CodeSentToAsync(customer.Phone) ?? code;
        }

        var path = Fill(step.Path);
        var form = Form([.. step.Fields.Select(field => (field.Name, Fill(field.Value)))]);
        if (step.Again is { } again)
        {
            form.Add(again);
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, step.Copies).Select(_ => ground.SendAsync(path, form)));
        Webhooks += answers.Length;
        foreach (var answer in answers)
        {
            Check(step, answer);
        }

        if (IsTurn(path) && answers.Distinct().Count() > 1)
        {
            throw new FuzzException($"The copies of one webhook got {answers.Distinct().Count()} answers.");
        }

        if (step.Status == 200)
        {
            Remember(path, form, answers[0]);
        }
    }

    /// <summary>Holds what happened in the call to what the caller agreed to.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CheckEffectsAsync()
    {
        await using var connection = await ground.Hotline.Services.GetRequiredService<Dialect>().OpenAsync(CancellationToken.None);
        var happened = (
            await connection.QueryAsync<(string Action, int Count)>(
                "select action, count(*) from audit_log where call_sid = @sid group by action",
                new { sid }
            )
        ).ToDictionary(row => row.Action, row => row.Count, StringComparer.Ordinal);
        foreach (var effect in Confirmation.All.Where(one => happened.ContainsKey(one.Action)))
        {
            var missing =
                agreed.Count(effect.Prompts.Contains) < happened[effect.Action] ? "a yes for each"
                : rightAnswers < effect.Answers ? $"{effect.Answers - rightAnswers} right answers"
                : effect.ByCode && !keyedTheCode ? "the one-time code"
                : effect.ByNumber && from != customer.Phone && !keyedTheTail ? "a number or a tail"
                : null;
            if (missing is not null)
            {
                var path = await connection.QueryAsync<string>(
                    "select turn || ' ' || input_kind || ': ' || next_flow || '.' || next_state from call_turns where call_sid = @sid order by turn",
                    new { sid }
                );
                throw new FuzzException(
                    $"'{effect.Action}' happened {happened[effect.Action]} times without {missing}.\n{string.Join('\n', path)}"
                );
            }
        }

        return happened;
    }

    private void Check(FuzzStep step, WebhookAnswer answer)
    {
        if ((int)answer.Status != step.Status)
        {
            throw new FuzzException($"Answered {(int)answer.Status} in place of {step.Status}.\n{ground.Problems}");
        }

        if (answer.Status != HttpStatusCode.OK)
        {
            return;
        }

        try
        {
            answer.IsTwiml();
        }
        catch (Exception cause)
        {
            throw new FuzzException($"The answer is no good TwiML: {cause.Message}\n{answer.Body}");
        }

        var document = new FuzzDocument(XDocument.Parse(answer.Body).Root!);
        if (document.Redirect == "/voice/fallback" || ground.Problems.Length > 0)
        {
            throw new FuzzException($"Something broke.\n{ground.Problems}");
        }

        if (document.Targets.FirstOrDefault(target => !ground.Targets.Contains(target)) is { } elsewhere)
        {
            throw new FuzzException($"The caller is sent to {elsewhere}, which nobody configured.");
        }
    }

    private void Remember(string path, List<(string Name, string Value)> form, WebhookAnswer answer)
    {
        var fields = form.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        if (TurnOf(path) is { } turn && asked.TryGetValue(turn, out var question) && taken.Add(turn))
        {
            Notice(question, fields.GetValueOrDefault("Digits", ""), fields.GetValueOrDefault("SpeechResult", ""));
        }

        var document = new FuzzDocument(XDocument.Parse(answer.Body).Root!);
        if (!IsTurn(path) && path != "/voice/fallback")
        {
            return;
        }

        if (document.Turn is { } next)
        {
            asked.TryAdd(next, document.Text);
        }

        // What a late webhook is answered is not what the call is at.
        Last = document.Turn is null || document.Turn >= (Last.Turn ?? 0) ? document : Last;
    }

    /// <summary>What the caller proved or agreed to by answering a question.</summary>
    private void Notice(string question, string digits, string speech)
    {
        rightAnswers += Asked(question) is { } answer && digits.TrimEnd('#') == answer.Keys ? 1 : 0;
        keyedTheCode |= code.Length > 0 && digits == code;
        keyedTheTail |= digits == Tail;
        if (digits.Trim('#', '*') == "1" || (digits.Length == 0 && FuzzCaller.Yes.Contains(speech)))
        {
            agreed.AddRange(Confirmation.All.SelectMany(one => one.Prompts).Where(prompt => ground.Words.Says(question, prompt)));
        }
    }

    private string Tail => customer.CertificateTail.Replace('X', '*');

    private DemoAnswer? Asked(string text) =>
        known.FirstOrDefault(answer =>
            text.Contains(answer.QuestionZh, StringComparison.Ordinal) || text.Contains(answer.QuestionEn, StringComparison.Ordinal)
        );

    /// <summary>A webhook that, doubled, gets the same bytes; those of a queue tell how the wait goes on.</summary>
    private static bool IsTurn(string path) => path == "/voice/incoming" || TurnOf(path) is not null;

    private static int? TurnOf(string path) =>
        path.Split('/') is [_, "voice", "turns", var number] && int.TryParse(number, CultureInfo.InvariantCulture, out var turn)
            ? turn
            : null;

    private string Fill(string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        var turn = Last.Turn ?? 1;
        foreach (var off in Enumerable.Range(-6, 13).Where(off => off != 0))
        {
            text = text.Replace(
                string.Create(CultureInfo.InvariantCulture, $"{{turn{off:+0;-0}}}"),
                Math.Max(1, turn + off).ToString(CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            );
        }

        var answer = Asked(Last.Text);
        return text.Replace("{turn}", turn.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{whisper}", Last.Whisper ?? "/voice/whispers/00000000000000000000000000000000", StringComparison.Ordinal)
            .Replace("{right}", (answer?.Keys ?? "1") + (answer?.Kind == "DYNAMIC" ? "#" : ""), StringComparison.Ordinal)
            .Replace("{wrong}", answer?.Keys?.All(key => key == '0') == true ? "1111" : new string('0', answer?.Keys?.Length ?? 4))
            .Replace("{code}", code.Length > 0 ? code : "000000", StringComparison.Ordinal)
            .Replace("{number}", $"{customer.WalletNo}#", StringComparison.Ordinal)
            .Replace("{tail}", Tail, StringComparison.Ordinal)
            .Replace(
                "{order}",
                customer.Payments is { Count: > 0 } all ? all[Sent.Count % all.Count].OrderNo[^6..] : "000000",
                StringComparison.Ordinal
            );
    }

    private List<(string Name, string Value)> Form(IReadOnlyList<(string Name, string Value)> more)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountSid"] = TwilioSide.Account,
            ["ApiVersion"] = "2010-04-01",
            ["CallSid"] = sid,
            ["CallStatus"] = "in-progress",
            ["Direction"] = "inbound",
            ["From"] = from,
            ["To"] = TelephoneExchange.Hotline,
        };
        foreach (var (name, value) in more)
        {
            form[name] = value;
        }

        return [.. form.Select(field => (field.Key, field.Value))];
    }
}

/// <summary>A rule that did not hold.</summary>
internal sealed class FuzzException(string message) : Exception(message);
