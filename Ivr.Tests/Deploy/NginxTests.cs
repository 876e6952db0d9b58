using System.Net;
using System.Xml.Linq;
using Ivr.Tests.Calls;
using Ivr.Tests.Machine;
using Ivr.Tests.Rules;
using Ivr.Tests.Webhooks;
using Ivr.Web.Telephone;
using Ivr.Web.Voice;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Deploy;

/// <summary>What stands before the hotline lets Twilio through as it came, and nobody else.</summary>
public sealed class NginxTests
{
    private static readonly string BaseUrl = $"--Twilio:RequestValidation:BaseUrlOverride={Nginx.Public}";

    [NginxFact]
    public async Task A_signed_webhook_is_taken_with_whatever_its_query_holds_and_a_changed_one_is_refused()
    {
        await using var hotline = await TestHotline.StartAsync(BaseUrl);
        await using var nginx = await Nginx.StartAsync(hotline.Address.Port, Ports.Free());
        using var http = nginx.Http();
        var signed = Line(http);
        var other = Line(http, new Uri("https://other.example.com"));

        Assert.NotNull((await signed.SendAsync(signed.Incoming, "ringing", [], default)).Response);
        foreach (var query in new[] { "?a=%2F%2f//&b=%e4%bd%a0&c=+%20", "?", "?x&&y=;" })
        {
            var answer = await signed.SendAsync(
                new Uri(Nginx.Public, $"/voice/status{query}"),
                "in-progress",
                [("Zh", " 你好+& ")],
                default
            );
            Assert.True(answer.Response is not null, $"{query}: {answer.Text}");
        }

        Assert.Equal(403, (await other.SendAsync(other.Incoming, "ringing", [], default)).Status);
        Assert.DoesNotContain("?", nginx.Log, StringComparison.Ordinal);
    }

    [NginxFact]
    public async Task Nothing_but_webhooks_and_recordings_is_public_and_nothing_is_redirected()
    {
        await using var hotline = await TestHotline.StartAsync(BaseUrl);
        await using var nginx = await Nginx.StartAsync(hotline.Address.Port, Ports.Free());
        using var http = nginx.Http();
        using var plain = nginx.Http("http");

        foreach (
            var path in new[] { "/", "/metrics", "/health/ready", "/phone", "/console", "/nobody/call-later.xml", "/voice/../metrics" }
        )
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
        }

        using var body = new StringContent("");
        Assert.Equal(HttpStatusCode.NotFound, (await plain.PostAsync(new Uri("/voice/incoming", UriKind.Relative), body)).StatusCode);
    }

    [NginxFact]
    public async Task With_all_nodes_down_a_call_waits_for_one_twice_and_then_hears_a_sentence()
    {
        await using var nginx = await Nginx.StartAsync(Ports.Free(), Ports.Free());
        using var http = nginx.Http();
        var line = Line(http);

        var first = await line.SendAsync(line.Incoming, "ringing", [], default);
        var second = await FollowAsync(first);
        var last = await FollowAsync(second);

        Assert.Equal(["Pause", "Redirect"], first.Response!.Elements().Select(verb => verb.Name.LocalName));
        Assert.Equal("Hangup", last.Response!.Elements().Last().Name.LocalName);

        Task<LineAnswer> FollowAsync(LineAnswer answer) =>
            line.SendAsync(new Uri(Nginx.Public, answer.Response!.Element("Redirect")!.Value), "in-progress", [], default);
    }

    [Fact]
    public async Task The_last_sentence_is_the_hotlines_own()
    {
        await using var hotline = await TestHotline.StartAsync();

        var own = hotline.Services.GetRequiredService<TwimlRenderer>().CallLater();

        Assert.Equal($"{XDocument.Parse(own)}", $"{XDocument.Parse(Repository.Read("deploy/nginx/nobody/call-later.xml"))}");
    }

    private static Line Line(HttpClient http, Uri? signedBase = null) =>
        new(http, new Parties("+8613800000001", TelephoneExchange.Hotline, TwilioSide.Account, TwilioSide.TestToken, signedBase));
}
