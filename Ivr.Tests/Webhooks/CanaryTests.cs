using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ivr.Tests.Calls;
using Ivr.Web.Telephone;

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
        Finds("the metrics", await GetAsync(hotline, "/metrics"));
        Finds("an address", string.Join('\n', calls.SelectMany(call => call.Events).OfType<Answered>().SelectMany(Addresses)));
    }

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
        await hotline.ExecuteAsync("alter table verification_attempts rename to verification_attempts_away");
        (await twilio.PressAsync(2, "0068")).IsTwiml();
        await hotline.ExecuteAsync("alter table verification_attempts_away rename to verification_attempts");
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

    private static void Finds(string where, string text)
    {
        var found = Canaries
            .SelectMany(canary => Regex.Matches(text, Pattern(canary)))
            .Select(match => text[Math.Max(0, match.Index - 80)..Math.Min(text.Length, match.Index + 80)])
            .ToList();
        Assert.True(found.Count == 0, $"{where} tells {found.Count} secrets:\n{string.Join("\n---\n", found.Take(20))}");
    }
}
