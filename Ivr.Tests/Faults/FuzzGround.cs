using Ivr.Data.Demo;
using Ivr.Tests.Calls;
using Ivr.Tests.Webhooks;
using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Faults;

/// <summary>A hotline to be fuzzed, and what it may do.</summary>
internal sealed class FuzzGround : IAsyncDisposable
{
    private readonly TwilioSide twilio;
    private readonly FuzzLog log;

    private FuzzGround(TestHotline hotline, FuzzLog log, IReadOnlySet<string> targets, IReadOnlyList<DemoCustomer> customers)
    {
        (Hotline, this.log, Targets, Customers) = (hotline, log, targets, customers);
        twilio = new TwilioSide(hotline);
        Words = new FuzzWords(hotline.Prompts);
    }

    public TestHotline Hotline { get; }

    public FuzzWords Words { get; }

    /// <summary>Where callers may be sent.</summary>
    public IReadOnlySet<string> Targets { get; }

    public IReadOnlyList<DemoCustomer> Customers { get; }

    /// <summary>What went wrong by the hotline's own account; empty where nothing did.</summary>
    public string Problems => string.Join('\n', log.Problems);

    /// <param name="copies">Of every customer of the demo.</param>
    /// <param name="target">The setting that says who takes calls, and its value.</param>
    public static async Task<FuzzGround> PrepareAsync(int copies, (string Setting, string Value) target)
    {
        var log = new FuzzLog();
        var hotline = await TestHotline.StartAsync(
            builder => builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Information),
            "--Hotline:Agents:Queue=",
            $"--Hotline:Agents:{target.Setting}={target.Value}"
        );
        var joined = await Crowd.JoinAsync(hotline, copies);
        return new FuzzGround(hotline, log, new HashSet<string> { target.Value }, [.. DemoWallet.Customers, .. joined]);
    }

    public Task<WebhookAnswer> SendAsync(string path, IReadOnlyList<(string Name, string Value)> form)
    {
        // Of a name that comes twice, Twilio signs the values with a comma between them.
        var signed = form.GroupBy(field => field.Name).Select(same => (same.Key, string.Join(',', same.Select(field => field.Value))));
        return twilio.SendAsync(TwilioSide.Post(path, TwilioSide.Encode(form), twilio.Sign(path, signed)));
    }

    public async ValueTask DisposeAsync()
    {
        twilio.Dispose();
        await Hotline.DisposeAsync();
    }
}
