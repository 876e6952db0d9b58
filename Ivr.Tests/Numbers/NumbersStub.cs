using System.Collections.Concurrent;
using Ivr.Tests.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Numbers;

/// <summary>Twilio's numbers on a port of its own: they are listed, found and changed, or an error is answered in place of that.</summary>
public sealed class NumbersStub : IAsyncDisposable
{
    public const string Number = "+15550100";
    public const string Token = "fedcba98765432100123456789abcdef";
    private const string Sid = "PN0123456789abcdef0123456789abcdef";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, object?> fields = new(
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["account_sid"] = CarrierStub.Account,
            ["sid"] = Sid,
            ["phone_number"] = Number,
            ["friendly_name"] = "hotline",
            ["capabilities"] = new { voice = true, sms = false },
            ["voice_url"] = "https://demo.twilio.com/welcome/voice/",
            ["voice_method"] = "GET",
            ["voice_fallback_url"] = null,
            ["voice_fallback_method"] = "POST",
            ["status_callback"] = "",
            ["status_callback_method"] = "POST",
            ["voice_application_sid"] = "",
            ["trunk_sid"] = null,
        }
    );
    private int refusals;
    private int changes;

    private NumbersStub(WebApplication app) => this.app = app;

    /// <summary>The status and code that are answered.</summary>
    public (int Status, int Code)? Refusal { get; set; }

    /// <summary>How often <see cref="Refusal"/> is answered before all goes well; 0 for always.</summary>
    public int RefusedTimes { get; init; }

    /// <summary>Whether what is found is asked for well, and only changes are refused.</summary>
    public bool RefusesChangesOnly { get; init; }

    /// <summary>What is answered in place of everything.</summary>
    public string? Page { get; set; }

    public int Changes => Volatile.Read(ref changes);

    /// <summary>What the number has, by the names of Twilio's answers.</summary>
    public object? this[string field]
    {
        get => fields[field];
        set => fields[field] = value;
    }

    public string Address => app.Urls.First();

    public string[] Settings =>
        [$"--Twilio:Client:AccountSid={CarrierStub.Account}", $"--Twilio:Client:AuthToken={Token}", $"--Twilio:ApiBaseUrl={Address}"];

    public static async Task<NumbersStub> StartAsync(NumbersStubOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stub = new NumbersStub(builder.Build())
        {
            Refusal = options?.Refusal,
            RefusedTimes = options?.Times ?? 0,
            RefusesChangesOnly = options?.ChangesOnly ?? false,
        };
        const string numbers = "/2010-04-01/Accounts/{account}/IncomingPhoneNumbers";
        stub.app.MapGet($"{numbers}.json", (HttpContext context) => stub.Refuse(isChange: false) ?? stub.List(context.Request.Query));
        stub.app.MapPost($"{numbers}/{Sid}.json", (Delegate)stub.ChangeAsync);
        await stub.app.StartAsync();
        return stub;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    /// <summary>Twilio finds numbers that contain what is asked for.</summary>
    private IResult List(IQueryCollection query) =>
        Results.Json(
            new
            {
                incoming_phone_numbers = $"{fields["phone_number"]}".Contains($"{query["PhoneNumber"]}".Trim('+'), StringComparison.Ordinal)
                    ? new object[] { fields }
                    : [],
                page_size = 50,
                next_page_uri = (string?)null,
            }
        );

    private async Task<IResult> ChangeAsync(HttpContext context)
    {
        if (Refuse(isChange: true) is { } refused)
        {
            return refused;
        }

        Interlocked.Increment(ref changes);
        foreach (var (name, value) in await context.Request.ReadFormAsync())
        {
            fields[string.Concat(name.Select((sign, at) => char.IsUpper(sign) && at > 0 ? $"_{sign}" : $"{sign}")).ToLowerInvariant()] =
                value.ToString();
        }

        return Results.Json(fields);
    }

    private IResult? Refuse(bool isChange)
    {
        if (Page is { } page)
        {
            return Results.Text(page, "text/html");
        }

        return
            Refusal is { } refusal
            && (isChange || !RefusesChangesOnly)
            && (RefusedTimes == 0 || Interlocked.Increment(ref refusals) <= RefusedTimes)
            ? Results.Json(
                new
                {
                    code = refusal.Code,
                    message = $"{Number} of {CarrierStub.Account} with {Token} is at fault.",
                    more_info = $"https://www.twilio.com/docs/errors/{refusal.Code}",
                    status = refusal.Status,
                },
                statusCode: refusal.Status
            )
            : null;
    }
}

/// <summary>What the stub refuses, from its start.</summary>
public sealed record NumbersStubOptions(int Status, int Code, int Times = 0, bool ChangesOnly = false)
{
    public (int Status, int Code) Refusal => (Status, Code);
}
