using System.CommandLine;
using Ivr.Web.Hosting;
using Ivr.Web.Messages;
using Ivr.Web.Numbers;

namespace Ivr.Web.Commands;

/// <summary><c>twilio setup</c> and <c>twilio check</c>: what a number at Twilio calls, and whether the hotline is there.</summary>
public static class TwilioCommands
{
    private const int FoundSomething = 1;
    private const int Unusable = 2;

    public static Command Create(string[] settings) => Create(settings, Console.In, Console.Out);

    /// <param name="answers">What is typed when it asks.</param>
    public static Command Create(string[] settings, TextReader answers, TextWriter screen)
    {
        var (number, url, edge) = (Number(required: true), Address(required: true), Edge());
        var yes = new Option<bool>("--yes") { Description = "Changes it without asking." };
        var setup = new Command("setup", "Points a number's voice, fallback and status webhooks at the hotline.")
        {
            number,
            url,
            edge,
            yes,
        };
        setup.SetAction(
            (parsed, token) =>
                RunAsync(
                    settings,
                    screen,
                    parsed.GetValue(number),
                    parsed.GetValue(url),
                    parsed.GetValue(edge),
                    (app, hotline) =>
                        new NumberSetup(new(app.GetRequiredService<CarrierLine>()), answers, screen).PointAsync(
                            parsed.GetValue(number)!,
                            hotline,
                            parsed.GetValue(edge),
                            parsed.GetValue(yes),
                            token
                        )
                )
        );

        var (one, at) = (Number(required: false), Address(required: false));
        var check = new Command("check", "Compares a number at Twilio with the hotline, and sends the hotline a signed webhook.")
        {
            one,
            at,
        };
        check.SetAction(
            (parsed, token) =>
                RunAsync(
                    settings,
                    screen,
                    parsed.GetValue(one),
                    parsed.GetValue(at),
                    edge: null,
                    (app, hotline) =>
                        new NumberCheck(
                            new(app.GetRequiredService<CarrierLine>()),
                            new(app.GetRequiredService<IConfiguration>()),
                            screen
                        ).RunAsync(parsed.GetValue(one), hotline, Configured(app.GetRequiredService<IConfiguration>()), token)
                )
        );
        return new("twilio", "Looks after the hotline's number at Twilio.") { setup, check };
    }

    private static async Task<int> RunAsync(
        string[] settings,
        TextWriter screen,
        string? number,
        string? url,
        string? edge,
        Func<IServiceProvider, Uri, Task<int>> act
    )
    {
        await using var app = HotlineHost.CreateBuilder(settings, quiet: true).Build();
        var address = url ?? Configured(app.Configuration);
        if (Complaint(app.Configuration, number, address, edge) is { } complaint)
        {
            await screen.WriteLineAsync(complaint);
            return Unusable;
        }

        try
        {
            return await act(app.Services, new Uri(address!));
        }
        catch (Exception cause) when (TwilioComplaint.IsOne(cause))
        {
            await screen.WriteLineAsync(TwilioComplaint.Of(cause));
            return FoundSomething;
        }
    }

    private static string? Complaint(IConfiguration configuration, string? number, string? url, string? edge)
    {
        var account = CarrierAccount.Read(configuration);
        var api = Uri.TryCreate(configuration["Twilio:ApiBaseUrl"], UriKind.Absolute, out var other) ? other : null;
        return number is not null && !HotlineAddress.IsNumber(number) ? "The number must look like +15550100, with its plus."
            : edge is not null && !HotlineAddress.Edges.Contains(edge)
                ? $"There is no edge {edge}; there are {string.Join(", ", HotlineAddress.Edges)}."
            : HotlineAddress.Complaint(url, rehearses: api?.IsLoopback == true) is { } complaint ? complaint
            : !account.IsComplete || MadeUpSecret.Is(account.Password)
                ? "Twilio's account is missing: set Twilio:AccountSid and Twilio:AuthToken, or Twilio:Client:AccountSid with :ApiKeySid and :ApiKeySecret."
            : api is { Scheme: not "https", IsLoopback: false }
                ? "Twilio:ApiBaseUrl sends the account's token unencrypted: set it to an address that begins with https://."
            : null;
    }

    private static string? Configured(IConfiguration configuration) => configuration["Twilio:RequestValidation:BaseUrlOverride"];

    private static Option<string?> Number(bool required) =>
        new("--number")
        {
            Description = "The number, such as +15550100." + (required ? "" : " Default: all of the account that call the hotline."),
            Required = required,
        };

    private static Option<string?> Address(bool required) =>
        new("--url")
        {
            Description =
                "Where Twilio reaches the hotline, such as https://hotline.example.com."
                + (required ? "" : " Default: Twilio:RequestValidation:BaseUrlOverride."),
            Required = required,
        };

    private static Option<string?> Edge() =>
        new("--edge") { Description = "Where Twilio's requests leave from, such as singapore. Default: Twilio's own choice." };
}
