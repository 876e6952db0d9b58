using System.Collections.Concurrent;
using Ivr.Tests.Faults;
using Ivr.Tests.Messages;

namespace Ivr.Tests.Deploy;

/// <summary>Two real nodes on one database file behind the real nginx: one is killed in the middle of calls, then the other.</summary>
public sealed class TwoNodesTests
{
    /// <summary>How many calls; hundreds by hand.</summary>
    private static readonly int Calls = Settings.Of("IVR_TEST_TWO_NODES", 24);

    private const int CallersAtOnce = 6;

    [NginxFact]
    public async Task No_call_is_lost_skipped_or_doubled_while_each_node_is_killed_in_turn()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var ground = await MortalGround.PrepareAsync(Calls, carrier);
        string[] settings = [.. ground.Settings, $"--Twilio:RequestValidation:BaseUrlOverride={Nginx.Public}"];
        await using var first = new MortalProgram(settings);
        await using var second = new MortalProgram(settings);
        await using var nginx = await Nginx.StartAsync(first.Port, second.Port);
        using var http = nginx.Http();
        await StartAsync(first);
        await StartAsync(second);

        var waiting = new ConcurrentQueue<int>(Enumerable.Range(0, Calls));
        var callers = new ConcurrentQueue<PatientCaller>();
        var calling = Task.WhenAll(Enumerable.Range(0, CallersAtOnce).Select(_ => CallOnAsync()));

        await UntilCalledAsync(Calls / 3);
        first.Kill();
        await UntilCalledAsync(Calls / 2);
        await StartAsync(first);
        second.Kill();
        await calling;
        await ground.UntilMessagesAreSettledAsync();

        Assert.Equal(Calls, callers.Count);
        foreach (var caller in callers)
        {
            Assert.True(caller.HeardUnlocked, $"A call was lost:\n{string.Join('\n', caller.Call.Events)}");
            await ground.CheckAsync(caller);
        }

        async Task CallOnAsync()
        {
            while (waiting.TryDequeue(out var number))
            {
                var caller = ground.Caller(number, http);
                callers.Enqueue(caller);
                await caller.CallAsync();
            }
        }

        // Calls begin one after the other, so that those before the last few are over or in their middle.
        async Task UntilCalledAsync(int calls)
        {
            while (callers.Count < calls && !calling.IsCompleted)
            {
                await Task.Delay(5);
            }
        }
    }

    private static async Task StartAsync(MortalProgram node)
    {
        node.Start(Window.Random, int.MaxValue);
        await node.UntilUpAsync();
    }
}
