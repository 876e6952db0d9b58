using System.Globalization;
using Ivr.Data.Demo;

namespace Ivr.Web.Telephone;

/// <summary>The browser telephone, of the demo only: it plays Twilio's part, and the hotline sees no difference.</summary>
public static class PhoneEndpoints
{
    public static void AddTelephone(this IServiceCollection services)
    {
        services.AddSingleton<TelephoneExchange>();
        services.AddSingleton<PhoneDesk>();
        services.AddScoped<PhoneBackstage>();
    }

    public static void MapPhone(this WebApplication app)
    {
        app.MapGet(
            "/phone",
            (IWebHostEnvironment web) =>
                Results.File(web.WebRootFileProvider.GetFileInfo("phone/index.html").CreateReadStream(), "text/html; charset=utf-8")
        );
        var phone = app.MapGroup("/phone").AddEndpointFilter(NeverStored);
        phone.MapGet("/callers", () => DemoWallet.Customers.Select(DemoCaller.From));
        phone.MapGet("/messages", (string to, PhoneBackstage backstage, CancellationToken token) => backstage.MessagesAsync(to, token));
        phone.MapPost("/calls", DialAsync);
        phone.MapPost("/calls/{sid}/{what}", DoAsync);
    }

    private static async ValueTask<object?> NeverStored(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return await next(context);
    }

    private static async Task<IResult> DialAsync(DialRequest dial, PhoneDesk desk, PhoneBackstage backstage, CancellationToken token)
    {
        var call = desk.Pick(dial.From);
        await call.DialAsync(token);
        return Results.Json(await ShowAsync(call, 0, backstage, token));
    }

    private static async Task<IResult> DoAsync(
        string sid,
        string what,
        PhoneAction action,
        PhoneDesk desk,
        PhoneBackstage backstage,
        CancellationToken token
    )
    {
        if (desk.Find(sid) is not { } call)
        {
            return Results.NotFound("This call is not known, or it ended long ago. Dial again.");
        }

        var shown = call.Events.Count;
        try
        {
            await (
                what switch
                {
                    "press" => call.PressAsync(action.Text, token),
                    "say" => call.SayAsync(action.Text, cancellationToken: token),
                    "silence" => call.WaitAsync(token),
                    "hangup" => call.HangUpAsync(token),
                    "message" => call.LeaveMessageAsync(Seconds(action.Text), hangsUp: false, token),
                    "agent" => call.TransferEndsAsync(action.Text, token),
                    _ => throw new ArgumentException($"A telephone cannot {what}.", nameof(what)),
                }
            );
        }
        catch (ArgumentException cause)
        {
            return Results.BadRequest(cause.Message);
        }

        return Results.Json(await ShowAsync(call, shown, backstage, token));
    }

    private static async Task<object> ShowAsync(PhoneCall call, int since, PhoneBackstage backstage, CancellationToken token) =>
        new
        {
            call.CallSid,
            Events = call.Events.Skip(since).Select(Show),
            call.Listening,
            call.WaitsFor,
            call.IsInQueue,
            call.IsRecording,
            call.IsOver,
            Place = await backstage.PlaceAsync(call.CallSid, token),
        };

    private static int Seconds(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : throw new ArgumentException("A message takes a number of seconds, such as 12.", nameof(text));

    private static object Show(PhoneEvent happened) =>
        happened switch
        {
            Spoken spoken => new
            {
                Kind = "spoken",
                spoken.Text,
                spoken.Language,
            },
            Whispered whispered => new { Kind = "line", Text = $"whispered: {whispered.Text}" },
            Played played => new { Kind = "played", Text = played.Url },
            CallerDid did => new { Kind = "caller", Text = did.What },
            LineDid did => new { Kind = "line", Text = did.What },
            Answered answered => new
            {
                Kind = "twiml",
                Text = answered.Twiml,
                answered.Path,
            },
            _ => new { Kind = "other" },
        };
}

/// <summary>The number to call from.</summary>
public sealed record DialRequest(string From);

/// <summary>What the caller does: keys, words, or how a transfer ends.</summary>
public sealed record PhoneAction(string Text = "");
