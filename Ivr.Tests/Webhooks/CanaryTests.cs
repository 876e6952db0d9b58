using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dapper;
using Ivr.Data.Connections;
using Ivr.Data.Demo;
using Ivr.Tests.Calls;
using Ivr.Web.Telephone;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Webhooks;

/// <summary>Strings that occur nowhere else go in wherever a caller can put them: none may come out where it is kept or seen.</summary>
public sealed class CanaryTests
{
    private const string Registered = "+8613800000001";
    private const string Stranger = "+8613977700413";

    /// <summary>Answers begin with a zero, as no number does that a log counts.</summary>
    private static readonly string[] Canaries =
    [
        Registered,
        Registered[1..],
        Stranger,
        Stranger[3..],
        "600000000001",
        "07319046288550",
        "0417",
        "0068",
        "8834",
        "551X",
        "551*",
        "黄鹂鸣翠柳",
        "canary sings",
        "canary-name",
        "canary-city",
        "canary-header",
        "canary-token",
        "canary-addon",
        "canary-query",
        "林小梅",
        "金丝雀商店",
        TwilioSide.TestToken,
        "demo-pepper-for-made-up-customers-only",
    ];

    private static readonly string[] Finest =
    [
        "--Logging:LogLevel:Default=Trace",
        "--Logging:LogLevel:Microsoft.AspNetCore=Trace",
        "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace",
        "--Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel=Trace",
        "--Logging:LogLevel:System.Net.Http=Trace",
        "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Trace",
    ];

    [Fact]
    public async Task What_callers_key_and_say_stays_in_the_call()
    {
        await using var hotline = await TestHotline.StartAsync(Finest);
        await hotline.ExecuteAsync("update payments set payee_name = '金丝雀商店'");
        var calls = new List<PhoneCall>();
        foreach (var language in new[] { "", "8" })
        {
            calls.Add(await UnlockAsync(hotline, language));
            calls.Add(await StrangerAsync(hotline, language));
        }

        await RawAsync(hotline);
        await BreakAsync(hotline);
        await LookAtMessagesAsync(hotline);

        Assert.Contains(
            hotline.Log.Lines,
            line => line.StartsWith("Debug", StringComparison.Ordinal) || line.StartsWith("Trace", StringComparison.Ordinal)
        );
        Assert.Contains(hotline.Log.Lines, line => line.StartsWith("Error 8", StringComparison.Ordinal));
        Finds("the log", string.Join('\n', hotline.Log.Lines));
        Finds("the metrics", WithoutFractions(await GetAsync(hotline, "/metrics")));
        Finds("an address", string.Join('\n', calls.SelectMany(call => call.Events).OfType<Answered>().SelectMany(Addresses)));
    }

    /// <summary>
    /// What may lie where in the database: the wallet's own, what a proven caller was told, numbers to be found by, and for some days what a call stood at. No answer, no code,
    /// no tail that was keyed and no word of a caller, anywhere.
    /// </summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        [Registered] =
        [
            "phone_bindings.e164",
            "calls.caller",
            "calls.session",
            "notifications.to_e164",
            "tail_guards.name",
            "verification_attempts.caller",
            "caller_guards.caller",
            "callbacks.e164",
        ],
        [Registered[1..]] =
        [
            "phone_bindings.e164",
            "calls.caller",
            "calls.session",
            "notifications.to_e164",
            "tail_guards.name",
            "verification_attempts.caller",
            "caller_guards.caller",
            "callbacks.e164",
        ],
        [Stranger] = ["calls.caller", "calls.session", "tail_guards.name", "verification_attempts.caller", "caller_guards.caller"],
        [Stranger[3..]] = ["calls.caller", "calls.session", "tail_guards.name", "verification_attempts.caller", "caller_guards.caller"],
        ["600000000001"] = ["wallets.wallet_no"],
        ["07319046288550"] = ["calls.session"],
        ["林小梅"] = ["customers.display_name"],
        ["金丝雀商店"] = ["payments.payee_name", "calls.session", "call_turns.reply"],
        ["canary-token"] = ["calls.attestation", "calls.session"],
        ["8834"] = ["bank_cards.tail4"],
        ["海边的小石头"] = ["customers.proof_phrase"],
    };

    [Fact]
    public async Task The_database_keeps_no_answer_no_code_and_no_word_of_a_caller_in_plain_text()
    {
        await using var hotline = await TestHotline.StartAsync(Finest);
        await hotline.ExecuteAsync("update payments set payee_name = '金丝雀商店'");
        foreach (var language in new[] { "", "8" })
        {
            await UnlockAsync(hotline, language);
            await StrangerAsync(hotline, language);
        }

        await RawAsync(hotline);
        await FurtherAsync(hotline);

        var found = new List<string>();
        foreach (var (column, text) in await TextsAsync(hotline))
        {
            found.AddRange(
                Canaries
                    .Append("海边的小石头")
                    .Where(canary => Regex.IsMatch(WithoutIds(text), Pattern(canary)))
                    .Where(canary => !(Allowed.GetValueOrDefault(canary) ?? []).Contains(column))
                    .Select(canary => $"{column}: {canary}")
            );
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
    }

    [Fact]
    public async Task No_branch_lets_out_what_its_callers_know()
    {
        await using var hotline = await TestHotline.StartAsync(Finest);
        var calls = new List<PhoneCall>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Telephone", "scripts"), "*.txt").Order())
        {
            var script = CallScript.Read(await File.ReadAllLinesAsync(file));
            var call = hotline.Pick(script.From!);
            await hotline.Services.GetRequiredService<DemoWallet>().LoadAsync(hotline.Clock.GetUtcNow(), CancellationToken.None);
            Assert.True(await script.PlayAsync(call, TextWriter.Null, new Inbox(hotline.Services, script.From!), default), file);
            calls.Add(call);
        }

        await FurtherAsync(hotline);

        var known = DemoWallet
            .Customers.SelectMany(customer =>
                customer
                    .Answers.Values.Where(answer => answer[0] == '0')
                    .Append(customer.WalletNo)
                    .Append(customer.Phone)
                    .Append(customer.Name)
            )
            .Distinct()
            .ToList();
        Finds("the log", string.Join('\n', hotline.Log.Lines.Select(WithoutIds)), known);
        Finds("the metrics", WithoutFractions(await GetAsync(hotline, "/metrics")), known);
        Finds("an address", string.Join('\n', calls.SelectMany(call => call.Events).OfType<Answered>().SelectMany(Addresses)), known);
        var audit = (await TextsAsync(hotline)).Where(one => one.Column.StartsWith("audit", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(audit);
        Finds("the audit", string.Join('\n', audit.Select(one => WithoutIds(one.Text))), known);
    }

    /// <summary>Freezing, reporting, a person, a message, a callback, a proof and amounts, with canaries wherever something is asked.</summary>
    private static async Task FurtherAsync(TestHotline hotline)
    {
        await hotline
            .Caller("locked-self-service")
            .Dials()
            .Presses("9")
            .Presses("1")
            .Presses("1")
            .Presses("1")
            .Speaks("黄鹂鸣翠柳")
            .Presses("1");
        await hotline.CallerFrom(Stranger).Dials().Presses("9").Presses("07319046288550#").Presses("551*").Speaks("canary sings").HangsUp();
        await hotline.CallerFrom(Stranger).Dials().Presses("2").Speaks("canary sings").Presses("07319046288550#").Presses("0417").HangsUp();
        await hotline
            .Caller("payment-wrong-amount")
            .Dials()
            .Presses("2")
            .Presses("2")
            .AnswersRightly(1)
            .Speaks("黄鹂鸣翠柳")
            .Presses("0417#");
        await hotline.Caller("refund-on-time").Dials().Presses("3").AnswersRightly(1).Speaks("canary sings").HangsUp();
        await hotline.Caller("no-data").Dials().Presses("0").HangsUp();
    }

    private static async Task<IReadOnlyList<(string Column, string Text)>> TextsAsync(TestHotline hotline)
    {
        var dialect = hotline.Services.GetRequiredService<Dialect>();
        var catalogue =
            dialect.Name == "Sqlite"
                ? "select name from sqlite_master where type = 'table'"
                : "select table_name from information_schema.tables where table_type = 'BASE TABLE'";
        await using var connection = await dialect.OpenAsync(CancellationToken.None);
        var texts = new List<(string, string)>();
        foreach (var table in await connection.QueryAsync<string>(catalogue))
        {
            foreach (IDictionary<string, object?> row in await connection.QueryAsync($"select * from {table}"))
            {
                texts.AddRange(row.Where(cell => cell.Value is string).Select(cell => ($"{table}.{cell.Key}", (string)cell.Value!)));
            }
        }

        return texts;
    }

    /// <summary>Seconds have so many digits that any four may be among them.</summary>
    private static string WithoutFractions(string metrics) => Regex.Replace(metrics, "[.][0-9]+", "");

    /// <summary>Random digits of ours, and the digits of moments, may look like anything.</summary>
    private static string WithoutIds(string text) =>
        Regex.Replace(text, "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,64}|[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9:.]+)?", "_");

    private static async Task<PhoneCall> UnlockAsync(TestHotline hotline, string language)
    {
        await hotline.ExecuteAsync("update wallet_locks set released_at = null where wallet_id = 1");
        var caller = hotline
            .Caller("locked-self-service")
            .Dials()
            .Presses(language)
            .Speaks("黄鹂鸣翠柳")
            .Speaks("canary sings")
            .Presses("1");
        await caller.Presses("0068").AnswersRightly(2).Presses("1").KeysTheCode().IsStillOn().Presses("2").HangsUp();
        return caller.Call;
    }

    private static async Task<PhoneCall> StrangerAsync(TestHotline hotline, string language)
    {
        var caller = hotline.CallerFrom(Stranger).Dials().Presses(language).Presses("1").Presses("07319046288550#").Presses("551*");
        await caller.Presses("0068").Presses("0417").Presses("8834").Presses("0").HangsUp();
        return caller.Call;
    }

    /// <summary>What a telephone cannot send, and Twilio can.</summary>
    private static async Task RawAsync(TestHotline hotline)
    {
        using var twilio = new TwilioSide(hotline) { Always = { ["From"] = Stranger } };
        (string, string?)[] canaries =
        [
            ("CallerName", "canary-name"),
            ("FromCity", "canary-city"),
            ("SipHeader_X-Canary", "canary-header"),
            ("CallToken", "canary-token"),
            ("AddOns", "canary-addon"),
            ("SpeechResult", "canary sings"),
            ("Digits", "07319046288550"),
            ("StirVerstat", "canary-token"),
        ];
        (await twilio.SendAsync("/voice/incoming", canaries)).IsTwiml();
        (await twilio.SendAsync("/voice/turns/1", canaries)).IsTwiml();
        (await twilio.SendAsync("/voice/turns/1?q=canary-query", canaries)).IsTwiml();
        await twilio.SendAsync("/voice/turns/2?Digits=canary-query", canaries);
        await twilio.SendAsync("/voice/canary-query", canaries);
        await twilio.SendAsync("/voice/turns/1?canary-query", request => request.Headers.Remove("X-Twilio-Signature"), canaries);
        await twilio.SendAsync("/voice/turns/2", [("From", Registered), .. canaries]);
    }

    /// <summary>Exceptions are logged in full.</summary>
    private static async Task BreakAsync(TestHotline hotline)
    {
        using var twilio = new TwilioSide(hotline);
        await twilio.DialAsync();
        await twilio.PressAsync(1, "1");
        await hotline.RenameTableAsync("verification_attempts", "verification_attempts_away");
        (await twilio.PressAsync(2, "0068")).IsTwiml();
        await hotline.RenameTableAsync("verification_attempts_away", "verification_attempts");
    }

    private static async Task LookAtMessagesAsync(TestHotline hotline) =>
        Assert.Contains(
            "解锁",
            Regex.Unescape(await GetAsync(hotline, $"/phone/messages?to={Uri.EscapeDataString(Registered)}")),
            StringComparison.Ordinal
        );

    private static async Task<string> GetAsync(TestHotline hotline, string path)
    {
        using var http = new HttpClient { BaseAddress = hotline.Address };
        return await http.GetStringAsync(new Uri(path, UriKind.Relative));
    }

    private static IEnumerable<string> Addresses(Answered answered) =>
        XDocument
            .Parse(answered.Twiml)
            .Descendants()
            .SelectMany(verb =>
                verb.Attributes()
                    .Where(attribute => attribute.Name.LocalName is "action" or "waitUrl")
                    .Select(attribute => attribute.Value)
                    .Append(verb.Name.LocalName == "Redirect" ? verb.Value : "")
            );

    /// <summary>Four digits may stand in a longer number by chance.</summary>
    private static string Pattern(string canary) =>
        canary.Length > 4 ? Regex.Escape(canary) : $"(?<![0-9A-Za-z]){Regex.Escape(canary)}(?![0-9A-Za-z])";

    private static void Finds(string where, string text) => Finds(where, text, Canaries);

    private static void Finds(string where, string text, IEnumerable<string> canaries)
    {
        var found = canaries
            .SelectMany(canary => Regex.Matches(text, Pattern(canary)))
            .Select(match => text[Math.Max(0, match.Index - 80)..Math.Min(text.Length, match.Index + 80)])
            .ToList();
        Assert.True(found.Count == 0, $"{where} tells {found.Count} secrets:\n{string.Join("\n---\n", found.Take(20))}");
    }
}
