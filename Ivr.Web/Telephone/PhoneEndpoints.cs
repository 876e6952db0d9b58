using Ivr.Data.Demo;

namespace Ivr.Web.Telephone;

/// <summary>The browser telephone, of the demo only: it plays Twilio's part, and the hotline sees no difference.</summary>
public static class PhoneEndpoints
{
    /// <summary>Seconds of the message that the page's button leaves.</summary>
    private const int UsualMessage = 12;

    private const int LongestNumber = 64;

    /// <summary>The page speaks with this server alone.</summary>
    private const string OwnThingsOnly = "default-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    public static void AddTelephone(this IServiceCollection services)
    {
        services.AddSingleton<TelephoneExchange>();
        services.AddSingleton<PhoneDesk>();
        services.AddScoped<PhoneBackstage>();
    }

    public static void MapPhone(this WebApplication app)
    {
        app.MapGet("/phone", ShowPage);
        var phone = app.MapGroup("/phone");
        phone.MapGet("/callers", () => DemoWallet.Customers.Select(DemoCaller.From));
        phone.MapGet("/messages", (string to, PhoneBackstage backstage, CancellationToken token) => backstage.MessagesAsync(to, token));
        phone.MapPost("/calls", DialAsync);
        phone.MapPost("/calls/{sid}/{what}", DoAsync);
    }

    private static IResult ShowPage(IWebHostEnvironment web, HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = OwnThingsOnly;
        return Results.File(web.WebRootFileProvider.GetFileInfo("phone/index.html").CreateReadStream(), "text/html; charset=utf-8");
    }

    private static async Task<IResult> DialAsync(DialRequest dial, PhoneDesk desk, PhoneBackstage backstage) =>
        dial.From is { Length: > 0 and <= LongestNumber } from
            ? Results.Json(await ShowAsync(desk.Pick(from), call => call.DialAsync(), backstage))
            : Results.BadRequest($"A number to call from has 1 to {LongestNumber} characters.");

    private static async Task<IResult> DoAsync(string sid, string what, PhoneAction action, PhoneDesk desk, PhoneBackstage backstage)
    {
        if (desk.Find(sid) is not { } phone)
        {
            return Results.NotFound("This call is not known, or it ended long ago. Dial again.");
        }

        Func<PhoneCall, Task>? deed = what switch
        {
            "press" => call => call.PressAsync(action.Text),
            "say" => call => call.SayAsync(action.Text),
            "silence" => call => call.WaitAsync(),
            "message" => call => call.LeaveMessageAsync(UsualMessage, hangsUp: false),
            "hangup" => call => call.HangUpAsync(),
            "agent" => call => call.TransferEndsAsync(action.Text),
            _ => null,
        };
        if (deed is null)
        {
            return Results.NotFound($"A telephone cannot {what}.");
        }

        try
        {
            return Results.Json(await ShowAsync(phone, deed, backstage));
        }
        catch (InvalidOperationException cause)
        {
            return Results.BadRequest(cause.Message);
        }
    }

    // A browser that goes away does not cut a turn short: Twilio would not either.
    private static Task<PhoneView> ShowAsync(DeskPhone phone, Func<PhoneCall, Task> deed, PhoneBackstage backstage) =>
        phone.DoAsync(
            deed,
            async (call, since) => PhoneView.Of(call, since, await backstage.PlaceAsync(call.CallSid, CancellationToken.None))
        );
}

/// <summary>The number to call from.</summary>
public sealed record DialRequest(string? From);

/// <summary>What the caller does: keys, words, or how a transfer ends.</summary>
public sealed record PhoneAction(string Text = "");
