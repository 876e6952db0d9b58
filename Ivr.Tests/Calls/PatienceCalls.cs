using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;

namespace Ivr.Tests.Calls;

/// <summary>The ladder under callers who are not heard or not understood, and its end.</summary>
public sealed class PatienceCalls
{
    [Fact]
    public async Task Silence_is_met_shortly_then_fuller_then_with_keys_only_then_with_a_person()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller
            .Dials()
            .IsSilent()
            .Hears("没听到。")
            .Hears("账户被锁，请按一。")
            .IsSilent()
            .Hears("还是没听到您的声音。")
            .Hears(CommonPrompts.MenuHelp);
        Assert.True(caller.Call.Listening!.Speech);

        await caller.IsSilent().Hears("要找人工，请按零。").Hears("这一次请用电话上的数字键。");
        Assert.False(caller.Call.Listening!.Speech);

        await caller.IsSilent().Hears(AgentPrompts.Connecting).WaitsForAPerson();
    }

    [Fact]
    public async Task Nonsense_switches_speech_off_after_the_second_time_and_goes_to_a_person_after_the_third()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("payment-held");

        await caller
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Speaks("今天天气怎么样")
            .Hears(CommonPrompts.NotUnderstood);
        Assert.True(caller.Call.Listening!.Speech);

        await caller.Speaks("呜啦呜啦").Hears(CommonPrompts.NotUnderstoodAgain);
        Assert.False(caller.Call.Listening!.Speech);

        await caller
            .Presses("5")
            .Hears(CommonPrompts.NoSuchKey)
            .Presses("5")
            .Hears(CommonPrompts.HumanFirst)
            .Presses("5")
            .WaitsForAPerson();
    }

    [Fact]
    public async Task Silence_and_nonsense_are_counted_apart_and_an_answer_ends_both_counts()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .IsSilent()
            .Hears(CommonPrompts.NotHeard)
            .Speaks("呜啦呜啦")
            .Hears(CommonPrompts.NotUnderstood)
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .IsSilent()
            .Hears(CommonPrompts.NotHeard)
            .Hears(UnlockPrompts.UnlockNow);
    }

    [Fact]
    public async Task Four_errors_in_a_call_leave_the_keys_only_and_six_bring_a_person()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("payment-held");

        await caller.Dials().IsSilent().IsSilent().Chooses<PaymentFlow>().Presses("1").AnswersRightly(1).IsSilent();
        Assert.True(caller.Call.Listening!.Speech);

        await caller.IsSilent().Hears(CommonPrompts.NotHeardAgain);
        Assert.False(caller.Call.Listening!.Speech);

        await caller.Presses("2").Hears(PaymentPrompts.OfferByAmount(new('1')));
        Assert.False(caller.Call.Listening!.Speech);

        await caller.IsSilent().Hears(CommonPrompts.NotHeard).IsSilent().WaitsForAPerson();
    }

    [Fact]
    public async Task A_turn_that_keeps_breaking_is_apologised_for_twice_and_then_a_person_takes_over()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync("update payments set fund_position = 'SOMEWHERE' where wallet_id = 6");
        var caller = hotline.Caller("payment-held");

        await caller.Dials().Chooses<PaymentFlow>().Presses("1");
        for (var time = 0; time < 2; time++)
        {
            await caller.AnswersRightly(1).Hears(CommonPrompts.StartOver).Hears("请按键输入").IsStillOn();
        }

        await caller.AnswersRightly(1).Hears(CommonPrompts.Sorry).WaitsForAPerson();
    }

    [Fact]
    public async Task Nobody_is_asked_for_ever_when_nobody_answers()
    {
        await using var hotline = await TestHotline.StartAsync("--Hotline:Agents:Queue=", "--Hotline:Agents:Number=+15550142");
        var caller = hotline.Caller("happy");

        await caller.Dials().IsSilent().IsSilent().IsSilent().IsSilent().WaitsForAPerson();
        await caller.FindsThat("no-answer").Hears(AgentPrompts.NobodyCame);
        for (var silences = 0; !caller.Call.IsOver; silences++)
        {
            Assert.True(silences < 4, "A silent caller is kept on the line.");
            await caller.IsSilent();
        }

        await caller.Hears(MainPrompts.Goodbye).IsHungUpOn();
    }

    [Fact]
    public async Task After_a_person_the_caller_has_two_more_tries()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .IsSilent()
            .IsSilent()
            .IsSilent()
            .IsSilent()
            .WaitsForAPerson()
            .FindsThat("full")
            .Hears(AgentPrompts.QueueFull)
            .Presses("2")
            .Hears("账户被锁，请按一。")
            .DoesNotHear("您好")
            .IsSilent()
            .Hears(CommonPrompts.NotHeard)
            .IsSilent()
            .WaitsForAPerson();
    }
}
