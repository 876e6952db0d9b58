using System.Diagnostics;
using Ivr.Tests.Machine;
using Ivr.Tests.Messages;
using Ivr.Tests.Webhooks;

namespace Ivr.Tests.Faults;

/// <summary>Nobody reads what the program writes to its log any more: no call waits for it.</summary>
public sealed class BlockedLogTests
{
    /// <summary>Each writes a line or two; a pipe takes some hundred of them.</summary>
    private const int Webhooks = 1500;

    [Fact]
    public async Task While_the_log_takes_nothing_every_webhook_is_answered_and_the_audit_is_written()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var ground = await MortalGround.PrepareAsync(1, carrier);
        var port = Ports.Free();
        using var program = Start([.. ground.Settings, "--Logging:Console:MaxQueueLength=20", $"--urls=http://127.0.0.1:{port}"]);
        try
        {
            await UntilUpAsync(port);
            using var twilio = new TwilioSide(new Uri($"http://127.0.0.1:{port}"));
            await twilio.DialAsync();
            for (var webhook = 0; webhook < Webhooks; webhook++)
            {
                (await twilio.DialAsync()).IsTwiml();
            }

            // An account is frozen, which is audited.
            using var owner = new TwilioSide(new Uri($"http://127.0.0.1:{port}"));
            await owner.DialAsync();
            await owner.PressAsync(1, "9");
            await owner.PressAsync(2, "1");
            (await owner.PressAsync(3, "1")).IsTwiml().Says("已经冻结");
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
        }

        Assert.Equal(1, await ground.AskAsync<long>("select count(*) from audit_log where action = 'account frozen'"));
    }

    /// <summary>Its output is a pipe that nobody reads.</summary>
    private static Process Start(IEnumerable<string> settings)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Ivr.Web.dll"));
        foreach (var setting in settings)
        {
            start.ArgumentList.Add(setting);
        }

        return Process.Start(start)!;
    }

    private static async Task UntilUpAsync(int port)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await Ports.AnswersAsync(port))
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
