using System.Text.Json;
using System.Xml.Linq;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Tests.Calls;
using Ivr.Web.Hosting;
using Ivr.Web.Telephone;
using Ivr.Web.Voice;
using Twilio.TwiML;

namespace Ivr.Tests.Webhooks;

/// <summary>Every way of reaching a person, with what the person is told.</summary>
public sealed class TransferTests
{
    private const string Workflow = "WW0123456789abcdef0123456789abcdef";
    private const string Id = "00112233445566778899aabbccddeeff";

    private static readonly Handover Hostile = new("PaymentFlow", "Telling", Level.L2, Language.English, "A&B <c>=?\"中文#;");

    public static TheoryData<string, string> Ways =>
        new()
        {
            { "Workflow", Workflow },
            { "Queue", "hotline & <sons>" },
            { "Number", "+15550199" },
            { "Sip", "sip:desk@pbx.example.com;transport=tls" },
            { "Client", "desk_1" },
        };

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_person_is_reached_with_the_way_back_and_without_the_caller(string way, string place)
    {
        var root = Render(new TransferRenderer(Options(way, place)).To(Hostile, Id, Address.Turn(7), Address.Wait(7)));
        var verb = Assert.Single(root.Elements());

        Assert.Equal(("/voice/turns/7", "POST"), ((string?)verb.Attribute("action"), (string?)verb.Attribute("method")));
        Assert.Contains(
            place,
            root.ToString(SaveOptions.DisableFormatting)
                .Replace("&amp;", "&", StringComparison.Ordinal)
                .Replace("&lt;", "<", StringComparison.Ordinal)
                .Replace("&gt;", ">", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        if (verb.Name == "Enqueue")
        {
            Assert.Equal(("/voice/turns/7/wait", "POST"), ((string?)verb.Attribute("waitUrl"), (string?)verb.Attribute("waitUrlMethod")));
        }
        else
        {
            Assert.Equal(("20", "3600"), ((string?)verb.Attribute("timeout"), (string?)verb.Attribute("timeLimit")));
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void When_nothing_works_a_person_is_reached_by_configuration_alone(string way, string place)
    {
        var verb = Assert.Single(Render(new TransferRenderer(Options(way, place)).Blind()).Elements());

        Assert.Null(verb.Attribute("action"));
        Assert.Null(verb.Attribute("waitUrl"));
        Assert.Equal(way is "Workflow" or "Queue" ? null : "3600", (string?)verb.Attribute("timeLimit"));
    }

    [Fact]
    public void A_workflow_gets_the_context_as_JSON()
    {
        var task = Render(new TransferRenderer(Options("Workflow", Workflow)).To(Hostile, Id, Address.Turn(1), Address.Wait(1)))
            .Descendants("Task")
            .Single();
        var context = JsonSerializer.Deserialize<Dictionary<string, string>>(task.Value)!;

        Assert.Equal(["case", "handover", "language", "level", "state", "topic"], context.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((Id, Hostile.CaseNo, "en-US", "L2"), (context["handover"], context["case"], context["language"], context["level"]));
    }

    [Fact]
    public void A_SIP_address_gets_the_context_as_headers_within_the_limits()
    {
        var sip = Render(new TransferRenderer(Options("Sip", "sip:desk@pbx.example.com")).To(Hostile, Id, Address.Turn(1), Address.Wait(1)))
            .Descendants("Sip")
            .Single();
        var (uri, headers) = (sip.Value.Split('?')[0], sip.Value.Split('?')[1]);

        Assert.InRange(uri.Length, 1, 254);
        Assert.InRange(headers.Length, 1, 1023);
        Assert.Matches("^[A-Za-z0-9=&%._~-]+$", headers);
        var pairs = headers
            .Split('&')
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
        Assert.Equal(["x-case", "x-handover", "x-language", "x-level", "x-state", "x-topic"], pairs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((Id, Hostile.CaseNo), (pairs["x-handover"], pairs["x-case"]));
    }

    [Fact]
    public void A_client_gets_the_context_as_parameters()
    {
        var client = Render(new TransferRenderer(Options("Client", "desk_1")).To(Hostile, Id, Address.Turn(1), Address.Wait(1)))
            .Descendants("Client")
            .Single();

        Assert.Equal("desk_1", client.Element("Identity")!.Value);
        Assert.Equal(
            [
                ("handover", Id),
                ("topic", "PaymentFlow"),
                ("state", "Telling"),
                ("level", "L2"),
                ("language", "en-US"),
                ("case", Hostile.CaseNo!),
            ],
            client.Elements("Parameter").Select(one => ((string)one.Attribute("name")!, (string)one.Attribute("value")!))
        );
    }

    [Fact]
    public void The_first_way_that_is_set_is_the_one()
    {
        var all = new AgentOptions
        {
            Workflow = Workflow,
            Queue = "q",
            Number = "+15550199",
            Sip = "sip:a@b",
            Client = "c",
        };

        Assert.Equal(Workflow, (string?)Render(new TransferRenderer(all).Blind()).Elements().Single().Attribute("workflowSid"));
    }

    [Theory]
    [InlineData("0", "Gather")]
    [InlineData("", "Gather")]
    [InlineData("abc", "Gather")]
    [InlineData("-5", "Gather")]
    [InlineData("59", "Gather")]
    [InlineData("60", "Leave")]
    [InlineData("2147483647", "Leave")]
    public async Task Who_waits_hears_something_each_round_until_the_wait_was_long_enough(string seconds, string verbs)
    {
        await using var hotline = await TestHotline.StartAsync("--Hotline:Agents:MaxWaitSeconds=60");
        using var twilio = new TwilioSide(hotline);
        await twilio.DialAsync();
        await twilio.PressAsync(1, "8");
        (await twilio.PressAsync(2, "0")).IsTwiml().Says("/voice/turns/3/wait");

        var answer = (await twilio.SendAsync("/voice/turns/3/wait", ("QueueTime", seconds))).IsTwiml();

        Assert.Equal(verbs, string.Join(' ', answer.Verbs.Select(verb => verb.Name.LocalName)));
        Assert.Equal(verbs == "Leave", !answer.Body.Contains("language=\"en-US\"", StringComparison.Ordinal));
        (await twilio.SendAsync("/voice/turns/3", ("QueueResult", "leave"), ("QueueTime", seconds))).IsTwiml().Says("Gather");
    }

    private static AgentOptions Options(string way, string place) =>
        way switch
        {
            "Workflow" => new AgentOptions { Workflow = place },
            "Queue" => new AgentOptions { Queue = place },
            "Number" => new AgentOptions { Number = place },
            "Sip" => new AgentOptions { Sip = place },
            _ => new AgentOptions { Client = place },
        };

    private static XElement Render(TwiML verb)
    {
        var twiml = new VoiceResponse().Append(verb).ToString(SaveOptions.DisableFormatting);
        TwimlChecker.Check(new Answered("", twiml));
        return XDocument.Parse(twiml).Root!;
    }
}
