using System.Diagnostics;
using Ivr.Tests.Calls;
using Ivr.Web.Messages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ivr.Tests.Messages;

/// <summary>Nodes that share a database, and nodes that die.</summary>
public sealed class SeveralNodesTests
{
    [Fact]
    public async Task Two_nodes_over_one_database_never_send_a_message_twice_and_keep_everybodys_order()
    {
        await using var carrier = await CarrierStub.StartAsync([.. Enumerable.Repeat(Fault.TooMany, 10)]);
        await using var one = await TestHotline.StartAsync(carrier.Settings);
        await using var other = await TestHotline.StartAsync([.. carrier.Settings, .. Beside(one)]);
        for (var wallet = 1; wallet <= 8; wallet++)
        {
            await (wallet % 2 == 0 ? one : other).TellAsync(wallet, notices: 6);
        }

        await one.UntilAsync("SENT", 48);

        Assert.Equal(48, carrier.Accepted.Count);
        SendingTests.CheckOrder(carrier, recipients: 8, each: 6);
    }

    [Fact]
    public async Task What_a_killed_node_had_sent_without_hearing_the_answer_is_found_by_the_next()
    {
        await using var carrier = await CarrierStub.StartAsync(Fault.Held);
        await using var before = await TestHotline.StartAsync();
        await before.StopAsync();
        await before.TellAsync(1);

        using (var node = Start([.. carrier.Settings, "--Hotline:Messages:TimeoutSeconds=100", .. Beside(before)]))
        {
            await OutboxOf.UntilAsync(() => Task.FromResult(carrier.Accepted.Count == 1), () => Task.FromResult("The node sends nothing."));
            Assert.Equal(1, await before.CountAsync("SENDING"));
            node.Kill();
            await node.WaitForExitAsync();
        }

        await using var next = await TestHotline.StartAsync([.. carrier.Settings, .. Beside(before)]);
        next.Clock.Advance(TimeSpan.FromMinutes(10));

        await before.UntilAsync("SENT");
        Assert.Equal(1, carrier.Requests);
        Assert.Equal(carrier.Accepted[0].Sid, await before.AskAsync<string>("select message_sid from notifications"));
    }

    [Fact]
    public async Task A_node_that_was_frozen_while_it_sent_undoes_nothing_of_what_another_wrote()
    {
        await using var carrier = await CarrierStub.StartAsync(Fault.Held);
        await using var frozen = await TestHotline.StartAsync([.. carrier.Settings, "--Hotline:Messages:TimeoutSeconds=100"]);
        await frozen.TellAsync(1);
        await OutboxOf.UntilAsync(() => Task.FromResult(carrier.Accepted.Count == 1), () => Task.FromResult("Nothing was sent."));

        await using var other = await TestHotline.StartAsync([.. carrier.Settings, .. Beside(frozen)]);
        other.Clock.Advance(TimeSpan.FromMinutes(10));
        await other.UntilAsync("SENT");
        await other.ExecuteAsync("update notifications set state = 'DELIVERED'");
        carrier.AnswersWhatItHeld();
        await frozen.StopAsync();

        Assert.Equal(1, carrier.Requests);
        Assert.Equal(1, await other.CountAsync("DELIVERED"));
    }

    [Fact]
    public async Task A_node_that_is_told_to_stop_waits_for_the_answer_and_takes_nothing_new()
    {
        await using var carrier = await CarrierStub.StartAsync(Fault.Held);
        await using var hotline = await TestHotline.StartAsync([
            .. carrier.Settings,
            "--Hotline:Messages:TimeoutSeconds=100",
            "--Hotline:Messages:InFlight=1",
        ]);
        await hotline.TellAsync(1, notices: 2);
        await OutboxOf.UntilAsync(() => Task.FromResult(carrier.Accepted.Count == 1), () => Task.FromResult("Nothing was sent."));

        var stopping = hotline.StopAsync();
        carrier.AnswersWhatItHeld();
        await stopping;

        Assert.Equal((1, 1), (await hotline.CountAsync("SENT"), await hotline.CountAsync("QUEUED")));
        Assert.Equal(1, carrier.Requests);
    }

    [Fact]
    public async Task A_node_that_is_told_to_stop_while_it_cannot_read_the_outbox_stops()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.RenameTableAsync("notifications", "notifications_away");
        await OutboxOf.UntilAsync(
            () => Task.FromResult(hotline.Log.Lines.Any(line => line.Contains("outbox", StringComparison.Ordinal))),
            () => Task.FromResult("Nobody misses the outbox.")
        );

        await hotline.StopAsync();

        var sender = Assert.Single(hotline.Services.GetServices<IHostedService>().OfType<MessageSender>());
        Assert.True(sender.ExecuteTask!.IsCompletedSuccessfully);
    }

    private static string[] Beside(TestHotline hotline) => [$"--Hotline:DataDirectory={hotline.Folder}"];

    /// <summary>The program in a process of its own.</summary>
    private static Process Start(string[] settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        string[] all =
        [
            Path.Combine(AppContext.BaseDirectory, "Ivr.Web.dll"),
            "--environment=Development",
            $"--contentRoot={AppContext.BaseDirectory}",
            "--Hotline:Demo=true",
            "--Hotline:Pepper=demo-pepper-for-made-up-customers-only",
            "--Hotline:ProofSecret=demo-proof-secret-for-the-app-that-is-not-there",
            "--Hotline:Agents:Queue=hotline",
            "--Twilio:AuthToken=demo-token-for-the-telephone-on-this-machine",
            "--urls=http://127.0.0.1:0",
            .. settings,
        ];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
