using System.Xml.Linq;
using Ivr.Flows.Flows;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Calls;

/// <summary>Callers who leave a message.</summary>
public sealed class VoicemailCalls
{
    [Fact]
    public async Task A_message_becomes_a_case()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller
            .Dials()
            .Presses("0")
            .Presses("2")
            .Hears("听到嘀的一声后请说话，最多两分钟。请不要说密码和验证码。说完按井号键。")
            .IsRecorded();
        var record = XElement.Parse(caller.Call.Events.OfType<Answered>().Last().Twiml).Element("Record")!;
        Assert.Equal(
            ("120", "#", "5"),
            (record.Attribute("maxLength")!.Value, record.Attribute("finishOnKey")!.Value, record.Attribute("timeout")!.Value)
        );

        await caller
            .LeavesAMessage(17)
            .Hears("留言已经收到，编号是，")
            .Hears("还有别的问题吗")
            .Presses("2")
            .Presses("1")
            .Hears("这次的事已经记下");
        Assert.Equal(
            "MESSAGE 17 READY",
            await hotline.AskAsync<string>(
                "select concat(c.type, ' ', v.seconds, ' ', v.state) from voicemails v join cases c on c.case_no = v.case_no"
            )
        );
        Assert.Equal(1, await hotline.AskAsync<int>("select count(*) from voicemails where recording_sid like 'RE%'"));
    }

    [Fact]
    public async Task A_caller_in_English_leaves_a_message()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("english-only")
            .Dials()
            .InEnglish()
            .Presses("0")
            .FindsThat("redirected")
            .Hears("I'm sorry, nobody can take your call right now.")
            .Speaks("leave a message")
            .Hears(
                "Please speak after the tone, for two minutes at most. Please don't say any password or code. When you are done, press pound."
            )
            .LeavesAMessage(0)
            .Hears("I didn't hear a message.")
            .Hears("To leave a message, press one.")
            .Presses("1")
            .Hears("All right, once more. Please speak after the tone, and press pound when you are done.")
            .LeavesAMessage(30)
            .Hears("We have your message. Your case number is");
    }

    [Fact]
    public async Task An_empty_message_is_no_message()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Presses("0")
            .Presses("2")
            .IsSilent()
            .Hears("没有听到您的留言。")
            .Hears("留言，请按一。")
            .Hears("回到自助服务，请按二。")
            .Presses("1")
            .Hears("好的，再来一次。听到嘀的一声后请说话，说完按井号键。")
            .IsSilent()
            .Hears(VoicemailPrompts.NothingHeard)
            .Presses("2")
            .Hears("账户被锁，请按一。");

        Assert.Equal(0, await hotline.AskAsync<int>("select count(*) from voicemails"));
        Assert.Equal(0, await hotline.AskAsync<int>("select count(*) from cases"));
    }

    [Fact]
    public async Task Who_hangs_up_behind_the_message_has_left_it()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("happy").Dials().Presses("0").Presses("2").HangsUpBehindAMessage(9).IsHungUpOn();

        Assert.Equal(1, await hotline.AskAsync<int>("select count(*) from voicemails where seconds = 9 and state = 'READY'"));
        Assert.Equal(1, await hotline.AskAsync<int>("select count(*) from cases where type = 'MESSAGE'"));
    }

    [Fact]
    public async Task Who_hangs_up_without_a_word_has_left_none()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("happy").Dials().Presses("0").Presses("2").HangsUpBehindAMessage(0).IsHungUpOn();

        Assert.Equal(0, await hotline.AskAsync<int>("select count(*) from voicemails"));
    }

    [Fact]
    public async Task The_message_goes_into_the_case_that_the_call_is_about()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("locked-court-order")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .WaitsForAPerson()
            .Presses("2")
            .LeavesAMessage(20)
            .Hears(VoicemailPrompts.Kept(Some.Case))
            .Hears("还有别的问题吗");

        Assert.Equal("UNLOCK", await hotline.AskAsync<string>("select c.type from voicemails v join cases c on c.case_no = v.case_no"));
    }

    [Fact]
    public async Task Who_presses_zero_at_the_message_asks_for_a_person_again_and_who_is_silent_is_let_go()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller.Dials().Presses("0").Presses("2").IsSilent().Hears(VoicemailPrompts.NothingHeard).Presses("0").WaitsForAPerson();
        await caller.Presses("2").IsSilent().Hears(VoicemailPrompts.NothingHeard);
        for (var silences = 0; !caller.Call.IsOver; silences++)
        {
            Assert.True(silences < 5, "A silent caller is kept on the line.");
            await caller.IsSilent();
        }

        await caller.Hears(MainPrompts.Goodbye);
    }
}
