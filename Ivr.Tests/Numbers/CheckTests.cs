using Ivr.Tests.Calls;
using Ivr.Tests.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Numbers;

/// <summary><c>twilio check</c>: the number, and a hotline that is there, elsewhere, or behind something that is in the way.</summary>
public sealed class CheckTests
{
    private const string Token = NumbersStub.Token;

    [Fact]
    public async Task A_number_that_calls_a_hotline_that_is_there_is_good_and_nothing_happens_there()
    {
        await using var twilio = await NumbersStub.StartAsync();
        await using var hotline = await TestHotline.StartAsync($"--Twilio:AuthToken={Token}", $"--Twilio:AccountSid={TwilioSide.Account}");
        var url = hotline.Address.GetLeftPart(UriPartial.Authority);

        var before = await CheckAsync(twilio, url);
        Assert.Equal(0, (await SetupAsync(twilio, url)).Status);
        var after = await CheckAsync(twilio, url);

        Assert.Equal(1, before.Status);
        Assert.Contains("No number of the account calls", before.Text, StringComparison.Ordinal);
        Assert.True(after.Status == 0, after.Text);
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from calls"));
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from call_turns"));
    }

    [Fact]
    public async Task Each_difference_is_told_by_its_name()
    {
        await using var twilio = await NumbersStub.StartAsync();
        await using var hotline = await TestHotline.StartAsync($"--Twilio:AuthToken={Token}");
        var url = hotline.Address.GetLeftPart(UriPartial.Authority);
        await SetupAsync(twilio, url);
        twilio["voice_fallback_url"] = "";
        twilio["status_callback_method"] = "GET";
        twilio["voice_url"] = $"{url}/voice/incoming#e=tokyo&ct=2000&rp=ct,rt,5xx&rc=1&rt=6500";

        var said = await CheckAsync(twilio, url);

        Assert.Equal(1, said.Status);
        Assert.Contains("has for fallback none", said.Text, StringComparison.Ordinal);
        Assert.Contains("has for status", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("has for voice", said.Text, StringComparison.Ordinal);
        Assert.Contains("2 findings.", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_token_there_or_another_address_here_is_found()
    {
        await using var twilio = await NumbersStub.StartAsync();
        await using var hotline = await TestHotline.StartAsync();
        var url = hotline.Address.GetLeftPart(UriPartial.Authority);
        await SetupAsync(twilio, url);

        var said = await TwilioProgram.RunAsync(
            [.. twilio.Settings, $"--Twilio:AuthToken={Token}", "--Twilio:RequestValidation:BaseUrlOverride=https://hotline.example.com"],
            "",
            "twilio",
            "check",
            "--url",
            url
        );

        Assert.Equal(1, said.Status);
        Assert.Contains("refuses a signed webhook", said.Text, StringComparison.Ordinal);
        Assert.Contains("every signature would be wrong", said.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301, "redirects webhooks")]
    [InlineData(401, "asks for a sign-in")]
    [InlineData(404, "has no hotline behind it")]
    [InlineData(502, "does not reach the hotline")]
    [InlineData(200, "which Twilio could not use")]
    [InlineData(0, "cannot be reached")]
    public async Task What_stands_in_the_way_is_named(int status, string sentence)
    {
        await using var twilio = await NumbersStub.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var inTheWay = builder.Build();
        inTheWay.Urls.Add("http://127.0.0.1:0");
        inTheWay.Run(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "https://elsewhere.example.com/";
            return context.Response.WriteAsync("hello");
        });
        await inTheWay.StartAsync();
        var url = inTheWay.Urls.First();
        await SetupAsync(twilio, url);
        if (status == 0)
        {
            await inTheWay.StopAsync();
        }

        var said = await CheckAsync(twilio, url);

        Assert.Equal(1, said.Status);
        Assert.Contains(sentence, said.Text, StringComparison.Ordinal);
        Assert.Contains("1 findings.", said.Text, StringComparison.Ordinal);
    }

    private static Task<Said> SetupAsync(NumbersStub twilio, string url) =>
        TwilioProgram.RunAsync(twilio.Settings, "", "twilio", "setup", "--number", NumbersStub.Number, "--url", url, "--yes");

    private static Task<Said> CheckAsync(NumbersStub twilio, string url) =>
        TwilioProgram.RunAsync([.. twilio.Settings, $"--Twilio:AuthToken={Token}"], "", "twilio", "check", "--url", url);
}
