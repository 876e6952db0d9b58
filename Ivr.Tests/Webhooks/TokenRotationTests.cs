using System.Net;
using Ivr.Tests.Calls;

namespace Ivr.Tests.Webhooks;

/// <summary>The account's token is rotated while calls are on the line: none of them is refused, and afterwards the old token opens nothing.</summary>
public sealed class TokenRotationTests
{
    private const string Old = TwilioSide.TestToken;
    private const string New = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    [Fact]
    public async Task A_call_goes_on_while_the_token_changes_from_one_webhook_to_the_next()
    {
        var secrets = Directory.CreateTempSubdirectory("secrets-").FullName;
        await using var hotline = await TestHotline.StartAsync($"--Hotline:Secrets={secrets}");
        using var first = new TwilioSide(hotline) { Token = Old };
        (await first.DialAsync()).IsTwiml();
        using var second = new TwilioSide(hotline) { Token = New, CallSid = first.CallSid };
        (await second.PressAsync(1, "1")).IsEmpty(HttpStatusCode.Forbidden);

        await File.WriteAllTextAsync(Path.Combine(secrets, "Twilio__SecondaryAuthToken"), New);
        await IsReadAsync(hotline, "Twilio:SecondaryAuthToken", New);
        for (var turn = 1; turn < 5; turn++)
        {
            (await (turn % 2 == 0 ? first : second).PressAsync(turn, "8")).IsTwiml();
        }

        using var stranger = new TwilioSide(hotline) { Token = "another" };
        (await stranger.DialAsync()).IsEmpty(HttpStatusCode.Forbidden);

        await File.WriteAllTextAsync(Path.Combine(secrets, "Twilio__AuthToken"), New);
        File.Delete(Path.Combine(secrets, "Twilio__SecondaryAuthToken"));
        await IsReadAsync(hotline, "Twilio:SecondaryAuthToken", null);
        await IsReadAsync(hotline, "Twilio:AuthToken", New);
        (await first.PressAsync(5, "8")).IsEmpty(HttpStatusCode.Forbidden);
        (await second.PressAsync(5, "8")).IsTwiml();
        Directory.Delete(secrets, recursive: true);
    }

    [Fact]
    public async Task An_empty_second_token_signs_for_nobody()
    {
        await using var hotline = await TestHotline.StartAsync("--Twilio:SecondaryAuthToken=");
        using var twilio = new TwilioSide(hotline) { Token = "" };

        (await twilio.DialAsync()).IsEmpty(HttpStatusCode.Forbidden);
    }

    private static async Task IsReadAsync(TestHotline hotline, string key, string? value)
    {
        var configuration = (Microsoft.Extensions.Configuration.IConfiguration)
            hotline.Services.GetService(typeof(Microsoft.Extensions.Configuration.IConfiguration))!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (configuration[key] != value)
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
