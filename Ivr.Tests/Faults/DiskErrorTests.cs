using Ivr.Tests.Messages;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Faults;

/// <summary>The disk under the real program refuses to write, or takes seconds to: nothing is told that is not so.</summary>
public sealed class DiskErrorTests
{
    private const string Released = "select count(*) from audit_log where action = 'locks released'";

    [WithStrace]
    public async Task While_the_disk_refuses_to_write_nothing_is_done_and_afterwards_it_is_done_once()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var ground = await MortalGround.PrepareAsync(2, carrier);
        await using var program = new MortalProgram(ground.Settings);
        using var http = await StartAsync(program);
        var caller = ground.Caller(0, http);
        await caller.CallAsync(until: "六位数字");
        var code = await caller.CodeAsync();

        using (await Strace.AttachAsync(program.Id, "pwrite64,fsync,fdatasync:error=EIO"))
        {
            await caller.Call.PressAsync(code);
        }

        Assert.False(caller.HeardUnlocked);
        Assert.Equal(0, await ground.AskAsync<long>(Released));
        Assert.DoesNotContain(caller.Call.Events, one => one is LineDid { Deed: LineDeed.CannotUse });

        // The same call where it goes on, else another one.
        var next = caller.IsWithPerson ? ground.Caller(1, http) : caller;
        await next.CallAsync(isOn: next == caller);
        Assert.True(next.HeardUnlocked, string.Join('\n', next.Call.Events.Where(one => one is not Answered)));
        Assert.Equal(1, await ground.AskAsync<long>(Released));
        Assert.Equal("ok", await ground.AskAsync<string>("pragma integrity_check"));
    }

    [WithStrace]
    public async Task While_the_disk_takes_seven_seconds_to_write_every_webhook_is_answered_and_what_is_told_is_so()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var ground = await MortalGround.PrepareAsync(1, carrier);
        await using var program = new MortalProgram(ground.Settings);
        using var http = await StartAsync(program);
        var caller = ground.Caller(0, http);
        await caller.CallAsync(until: "六位数字");
        var code = await caller.CodeAsync();

        using (await Strace.AttachAsync(program.Id, "fsync,fdatasync:delay_enter=7000000"))
        {
            await caller.Call.PressAsync(code);
        }

        Assert.DoesNotContain(caller.Call.Events, one => one is LineDid { Deed: LineDeed.CannotUse });
        Assert.True(caller.HeardUnlocked || caller.IsWithPerson, string.Join('\n', caller.Call.Events.Where(one => one is not Answered)));
        await ground.UntilMessagesAreSettledAsync();
        Assert.True(await ground.AskAsync<long>(Released) == (caller.HeardUnlocked ? 1 : 0) || WasLeftOpen(caller));
    }

    /// <summary>Neither "done" nor "not done" was said.</summary>
    private static bool WasLeftOpen(PatientCaller caller) =>
        caller.Call.Events.Any(one => one is Spoken spoken && spoken.Text.StartsWith("抱歉，刚才的事办没办成", StringComparison.Ordinal));

    private static async Task<HttpClient> StartAsync(MortalProgram program)
    {
        program.Start(Window.Random, int.MaxValue);
        await program.UntilUpAsync();
        return new HttpClient { BaseAddress = program.Address, Timeout = TimeSpan.FromSeconds(6) };
    }
}
