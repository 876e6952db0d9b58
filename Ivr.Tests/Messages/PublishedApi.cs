using System.Diagnostics;
using Ivr.Tests.Machine;

namespace Ivr.Tests.Messages;

/// <summary>
/// Twilio's REST as its published description has it: a mock server that refuses with 422 what does not fit and answers with what does.
/// </summary>
public sealed class PublishedApi : IAsyncDisposable
{
    private readonly Process server;

    private PublishedApi(Process server, Uri address)
    {
        this.server = server;
        Address = address;
    }

    /// <summary>The mock server of this machine; null where there is none.</summary>
    public static string? Server { get; } = Programs.Find("PRISM", "prism");

    public Uri Address { get; }

    /// <summary>The settings of a hotline that asks it.</summary>
    public string[] Settings =>
        [
            "--Hotline:Messages:Channel=Sms",
            "--Hotline:Messages:From=+15005550006",
            $"--Twilio:Client:AccountSid={CarrierStub.Account}",
            "--Twilio:Client:AuthToken=0123456789abcdef0123456789abcdef",
            $"--Twilio:ApiBaseUrl={Address}",
        ];

    public static async Task<PublishedApi> StartAsync()
    {
        var description = Path.Combine(AppContext.BaseDirectory, "Messages", "samples", "twilio-openapi.json");
        var address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        var start = new ProcessStartInfo(Server!, ["mock", "--host", address.Host, "--port", $"{address.Port}", description])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var api = new PublishedApi(Process.Start(start)!, address);
        api.server.OutputDataReceived += static (_, _) => { };
        api.server.ErrorDataReceived += static (_, _) => { };
        api.server.BeginOutputReadLine();
        api.server.BeginErrorReadLine();
        await OutboxOf.UntilAsync(() => Ports.AnswersAsync(address.Port), () => Task.FromResult("The mock server does not answer."));
        return api;
    }

    public ValueTask DisposeAsync()
    {
        server.Kill(entireProcessTree: true);
        server.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A test that needs a mock server for OpenAPI descriptions, and is skipped by name on a machine that has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedApiFactAttribute : FactAttribute
{
    public PublishedApiFactAttribute()
    {
        if (PublishedApi.Server is null)
        {
            Skip = "There is no prism on this machine: npm install --global @stoplight/prism-cli@5.14.2, or set PRISM to its path.";
        }
    }
}
