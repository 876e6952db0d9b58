using Ivr.Tests.Calls;
using Ivr.Tests.Messages;
using Ivr.Tests.Webhooks;
using Ivr.Web.Callbacks;
using Ivr.Web.Telephone;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Callbacks;

/// <summary>A hotline that keeps its promises to call, by a carrier on this machine.</summary>
internal static class CallbackHotline
{
    public const string PublicUrl = "https://hotline.example.com";

    /// <summary>The number that callers of the tests dial.</summary>
    public const string Dialled = "+15550100";

    public const string Happy = "+8613800000001";

    public static Task<TestHotline> StartAsync(CarrierStub carrier, params string[] settings) =>
        TestHotline.StartAsync(
            LooksWhenTold,
            [
                .. carrier.Settings,
                $"--Twilio:RequestValidation:BaseUrlOverride={PublicUrl}",
                $"--Twilio:AccountSid={CarrierStub.Account}",
                "--Hotline:Agents:CallbackCountries=86",
                "--Hotline:Callbacks:From=+15550177",
                .. settings,
            ]
        );

    /// <summary>The worker looks when a test tells it to, and not by itself beside it.</summary>
    private static void LooksWhenTold(WebApplicationBuilder builder) =>
        builder.Services.Remove(
            builder.Services.Single(service => service.ImplementationFactory?.Method.ReturnType == typeof(CallbackWorker))
        );

    /// <summary>A caller asks to be called back, and hangs up.</summary>
    public static async Task PromiseAsync(this TestHotline hotline, string tag = "happy")
    {
        await hotline.Caller(tag).Dials().Presses("0").FindsThat("full").Presses("4").Presses("1").Hears("记下了").HangsUp();
    }

    /// <summary>A promise as an earlier call left it.</summary>
    public static Task PutAsync(this TestHotline hotline, string e164, int minutesAgo = 10, bool urgent = false) =>
        hotline.ExecuteAsync(
            "insert into callbacks (id, call_sid, e164, language, urgent, state, attempts, queued_at, requested_at, next_at) "
                + $"values ('{Guid.NewGuid()}', '{TwilioSide.NewSid()}', '{e164}', 'zh-CN', {(urgent ? 1 : 0)}, 'WAITING', 0, "
                + $"'{TestHotline.Stored(hotline.Clock.GetUtcNow().AddMinutes(-minutesAgo))}', "
                + $"'{TestHotline.Stored(hotline.Clock.GetUtcNow())}', '{TestHotline.Stored(hotline.Clock.GetUtcNow())}')"
        );

    public static async Task LookAsync(this TestHotline hotline, TimeSpan later = default)
    {
        hotline.Clock.Advance(later);
        await hotline.Services.GetRequiredService<CallbackWorker>().LookAsync(default);
    }

    /// <summary>The state of the one promise there is, and how many attempts were begun.</summary>
    public static Task<string?> StandsAsync(this TestHotline hotline) =>
        hotline.AskAsync<string>("select concat(state, ' ', attempts) from callbacks");

    /// <summary>The telephone that a call rings at.</summary>
    public static TestCaller Rings(this TestHotline hotline, StubCall call, string? answeredBy = "human") =>
        hotline.Called(call.To, call.From, new PlacedCall(call.Sid, call.Reference, answeredBy));

    /// <summary>Twilio's side of a call that nobody plays.</summary>
    public static TwilioSide Line(this TestHotline hotline, StubCall call) =>
        new(hotline)
        {
            PublicUrl = PublicUrl,
            CallSid = call.Sid,
            Always =
            {
                ["Direction"] = "outbound-api",
                ["From"] = call.From,
                ["To"] = call.To,
            },
        };

    public static async Task EndsAsync(this TestHotline hotline, StubCall call, string status)
    {
        using var twilio = hotline.Line(call);
        (await twilio.SendAsync($"/voice/status?ref={call.Reference}", ("CallStatus", status))).IsTwiml();
    }
}
