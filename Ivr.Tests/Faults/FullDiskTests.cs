using Ivr.Flows.Prompts;
using Ivr.Tests.Calls;

namespace Ivr.Tests.Faults;

/// <summary>The disk is full: callers reach a person, nothing is half done, and when there is room again the hotline goes on by itself.</summary>
public sealed class FullDiskTests
{
    [OnASmallDisk]
    public async Task While_the_disk_is_full_callers_reach_a_person_and_afterwards_the_call_goes_on()
    {
        using var disk = SmallDisk.TryMount(megabytes: 8)!;
        await using var hotline = await TestHotline.StartAsync($"--Hotline:DataDirectory={disk.Folder}");
        using var twilio = new ImpatientTwilio(hotline);
        var caller = twilio.Caller("locked-self-service");
        await caller.Dials().Presses("1").AnswersRightly(2).Hears("现在为您解锁吗").Presses("1").Hears("输入这六位数字");
        var code = (await hotline.CodeSentToAsync(caller.Call.From))!;
        var waits = twilio.Caller("happy");
        await waits.Dials().Hears("请按");

        disk.Fill();
        await caller.Presses(code).DoesNotHear("已经解锁").Hears(CommonPrompts.Sorry).WaitsForAPerson();
        var freezes = twilio.Caller("no-data");
        await freezes.Dials().Hears(CommonPrompts.Sorry).WaitsForAPerson();
        Array.ForEach([caller, freezes], ImpatientTwilio.WasAlwaysAnswered);
        Assert.Equal(0, await hotline.AskAsync<int>("select count(*) from audit_log where action = 'locks released'"));

        disk.Clear();
        await waits.Presses("3").Hears("查退款进度");
        await twilio.Caller("locked-two").Dials().Presses("9").Presses("1").Presses("1").Hears("已经冻结");
        Assert.Equal("ok", await hotline.AskAsync<string>("pragma integrity_check"));
    }
}
