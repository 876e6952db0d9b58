using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Messages;

/// <summary>What the carrier does with a request for a message or a call.</summary>
public enum Fault
{
    /// <summary>201.</summary>
    None,

    /// <summary>400 with the code 21614.</summary>
    NoMobile,

    /// <summary>401 with the code 20003.</summary>
    WrongToken,

    /// <summary>400 with the code 21610.</summary>
    OptedOut,

    /// <summary>400 with the code 21215.</summary>
    CountryNotAllowed,

    /// <summary>429 with the code 20429.</summary>
    TooMany,

    /// <summary>500, and nothing was accepted.</summary>
    Broken,

    /// <summary>500, although it was accepted.</summary>
    BrokenAfterAccepting,

    /// <summary>Accepted, and the line is cut.</summary>
    CutAfterAccepting,

    /// <summary>The line is cut, and nothing was accepted.</summary>
    CutBeforeAccepting,

    /// <summary>Accepted, and answered when the test says so.</summary>
    Held,
}

/// <summary>A message that was accepted.</summary>
public sealed record StubMessage(string Sid, string To, string From, string Body, DateTimeOffset At, string? Callback);

/// <summary>A call that was asked for, with the fields it was asked with.</summary>
public sealed record StubCall(string Sid, IReadOnlyDictionary<string, string> Fields)
{
    public string To => Fields["To"];

    public string From => Fields["From"];

    /// <summary>The name in the addresses that Twilio is to call.</summary>
    public string Reference => Fields["Url"].Split("ref=")[1];
}

/// <summary>Twilio's messaging and its calls on a port of its own, with faults in the order of a script; after the script all goes well.</summary>
public sealed class CarrierStub : IAsyncDisposable
{
    public const string Account = "AC0123456789abcdef0123456789abcdef";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<Fault> script;
    private readonly ConcurrentQueue<StubMessage> accepted = new();
    private readonly ConcurrentQueue<StubCall> calls = new();
    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int requests;
    private int lookups;

    private CarrierStub(WebApplication app, IEnumerable<Fault> faults)
    {
        this.app = app;
        script = new(faults);
    }

    /// <summary>A fault for every message, in place of the script.</summary>
    public Fault? Always { get; set; }

    /// <summary>Whether questions for messages are answered with 500.</summary>
    public bool HidesMessages { get; set; }

    /// <summary>Called before a message is taken (false) and behind that (true), both before the answer leaves.</summary>
    public Action<bool>? Watch { get; set; }

    public IReadOnlyList<StubMessage> Accepted => [.. accepted];

    /// <summary>The calls that were accepted.</summary>
    public IReadOnlyList<StubCall> Calls => [.. calls];

    /// <summary>How far every call has come; null where none is known.</summary>
    public string? CallStatus { get; set; } = "in-progress";

    public int Requests => Volatile.Read(ref requests);

    public int Lookups => Volatile.Read(ref lookups);

    public string Address => app.Urls.First();

    /// <summary>The settings of a hotline that sends by this carrier.</summary>
    public string[] Settings =>
        [
            "--Hotline:Messages:Channel=Sms",
            "--Hotline:Messages:From=+15005550006",
            "--Hotline:Messages:TimeoutSeconds=1",
            "--Hotline:Messages:SettleSeconds=0",
            $"--Twilio:Client:AccountSid={Account}",
            "--Twilio:Client:AuthToken=0123456789abcdef0123456789abcdef",
            $"--Twilio:ApiBaseUrl={Address}",
        ];

    public static Task<CarrierStub> StartAsync(params Fault[] faults) => StartAsync(port: 0, faults);

    public static async Task<CarrierStub> StartAsync(int port, params Fault[] faults)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var stub = new CarrierStub(builder.Build(), faults);
        stub.app.MapPost("/2010-04-01/Accounts/{account}/Messages.json", (Delegate)stub.TakeMessageAsync);
        stub.app.MapPost("/2010-04-01/Accounts/{account}/Calls.json", (Delegate)stub.TakeCallAsync);
        stub.app.MapGet("/2010-04-01/Accounts/{account}/Calls/{sid}.json", stub.ShowCall);
        stub.app.MapGet("/2010-04-01/Accounts/{account}/Messages.json", stub.List);
        await stub.app.StartAsync();
        return stub;
    }

    public void AnswersWhatItHeld() => held.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        AnswersWhatItHeld();
        await app.DisposeAsync();
    }

    private Task<IResult> TakeMessageAsync(HttpContext context) => CreateAsync(context, AcceptMessage);

    private Task<IResult> TakeCallAsync(HttpContext context) => CreateAsync(context, AcceptCall);

    private object AcceptMessage(IFormCollection form)
    {
        var message = new StubMessage(
            $"SM{Guid.NewGuid():N}",
            form["To"].ToString(),
            form["From"].ToString(),
            form["Body"].ToString(),
            DateTimeOffset.UtcNow,
            form["StatusCallback"]
        );
        accepted.Enqueue(message);
        return Show(message);
    }

    private object AcceptCall(IFormCollection form)
    {
        var fields = form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        var call = new StubCall($"CA{Guid.NewGuid():N}", fields);
        calls.Enqueue(call);
        return new
        {
            sid = call.Sid,
            to = call.To,
            from = call.From,
            status = "queued",
        };
    }

    private IResult ShowCall(string sid) => CallStatus is { } status ? Results.Json(new { sid, status }) : Problem(404, 20404);

    private async Task<IResult> CreateAsync(HttpContext context, Func<IFormCollection, object> accept)
    {
        Interlocked.Increment(ref requests);
        var form = await context.Request.ReadFormAsync();
        Watch?.Invoke(false);
        if (context.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty;
        }

        var fault = Always ?? (script.TryDequeue(out var next) ? next : Fault.None);
        switch (fault)
        {
            case Fault.NoMobile:
                return Problem(400, 21614);
            case Fault.WrongToken:
                return Problem(401, 20003);
            case Fault.OptedOut:
                return Problem(400, 21610);
            case Fault.CountryNotAllowed:
                return Problem(400, 21215);
            case Fault.TooMany:
                return Problem(429, 20429);
            case Fault.Broken:
                return Problem(500, 20500);
            case Fault.CutBeforeAccepting:
                context.Abort();
                return Results.Empty;
        }

        var shown = accept(form);
        Watch?.Invoke(true);
        switch (fault)
        {
            case Fault.BrokenAfterAccepting:
                return Problem(500, 20500);
            case Fault.CutAfterAccepting:
                context.Abort();
                return Results.Empty;
            case Fault.Held:
                await held.Task;
                break;
        }

        return Results.Json(shown, statusCode: 201);
    }

    private IResult List(string to)
    {
        Interlocked.Increment(ref lookups);
        return HidesMessages
            ? Problem(500, 20500)
            : Results.Json(
                new
                {
                    messages = accepted.Where(message => message.To == to).Reverse().Select(Show),
                    page_size = 50,
                    next_page_uri = (string?)null,
                }
            );
    }

    private static object Show(StubMessage message) =>
        new
        {
            sid = message.Sid,
            to = message.To,
            from = message.From,
            body = message.Body,
            status = "queued",
            date_created = message.At.ToString("r", CultureInfo.InvariantCulture).Replace("GMT", "+0000", StringComparison.Ordinal),
        };

    /// <summary>With the number in it, as the real one.</summary>
    private static IResult Problem(int status, int code) =>
        Results.Json(
            new
            {
                code,
                message = "The number +8613800000001 is at fault.",
                more_info = $"https://www.twilio.com/docs/errors/{code}",
                status,
            },
            statusCode: status
        );
}
