using Ivr.Flows.Flows;

namespace Ivr.Tests.Calls;

/// <summary>How calls end.</summary>
public sealed class WrapCalls
{
    [Fact]
    public async Task A_call_that_did_not_help_gives_a_case_and_offers_a_person_in_these_words()
    {
        await using var hotline = await TestHotline.StartAsync();

        await ToTheEnd(hotline)
            .Hears("还有别的问题吗？有，请按一。没有，可以挂机。")
            .Presses("2")
            .Hears("这次的问题解决了吗？解决了，请按一。没有，请按二。")
            .Presses("2")
            .Hears("很抱歉，没有帮到您。已经记下，会有专人来看这件事。")
            .Hears("现在要和我们的同事谈吗？要，请按一。不用，请按二。")
            .Presses("2")
            .Hears("这次的事已经记下，编号是，")
            .Hears("记住，我们不会让您说出密码和验证码。谢谢您的来电，再见。")
            .IsHungUpOn();

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'UNSOLVED'"));
    }

    [Fact]
    public async Task The_same_in_English_by_voice()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("english-only")
            .Dials()
            .InEnglish()
            .Chooses<CardFlow>()
            .Presses("2")
            .Presses("2")
            .Speaks("that's all")
            .Hears(MainPrompts.RememberLanguage)
            .Speaks("no")
            .Hears("Did this call solve your problem? If it did, press one. If not, press two.")
            .Speaks("not really")
            .Hears("I'm sorry this did not help.")
            .Hears("Would you like to talk to a colleague now?")
            .Speaks("yes")
            .WaitsForAPerson()
            .FindsThat("answers")
            .Hears("Is there anything else?");
    }

    [Fact]
    public async Task Silence_moves_on_to_the_goodbye()
    {
        await using var hotline = await TestHotline.StartAsync();

        await ToTheEnd(hotline)
            .IsSilent()
            .Hears(MainPrompts.WasItSolved)
            .IsSilent()
            .Hears(MainPrompts.Goodbye)
            .DoesNotHear("编号")
            .IsHungUpOn();
        await ToTheEnd(hotline).IsSilent().Presses("2").IsSilent().Hears("编号是").IsHungUpOn();
    }

    [Fact]
    public async Task Who_has_a_case_number_keeps_it_and_the_review_is_a_case_of_its_own()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("refund-overdue")
            .Dials()
            .Chooses<RefundFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Presses("2")
            .Presses("2")
            .Presses("2")
            .Presses("2")
            .Hears("编号是")
            .IsHungUpOn();

        Assert.Equal(
            1,
            await hotline.AskAsync<long>(
                "select count(*) from cases r join cases o on r.subject = concat('case:', o.case_no) where r.type = 'UNSOLVED' and o.type = 'REFUND_OVERDUE'"
            )
        );
    }

    [Fact]
    public async Task The_person_and_the_freeze_are_there_to_the_very_end()
    {
        await using var hotline = await TestHotline.StartAsync();

        await ToTheEnd(hotline).Presses("2").Presses("0").WaitsForAPerson().FindsThat("answers").Hears("还有别的问题吗");
        await ToTheEnd(hotline)
            .Presses("2")
            .Presses("2")
            .Presses("9")
            .Hears(FreezePrompts.ForWhom)
            .Presses("2")
            .Hears(MainPrompts.PersonNow);
        await ToTheEnd(hotline).Presses("2").Presses("2").Presses("1").WaitsForAPerson();
    }

    private static TestCaller ToTheEnd(TestHotline hotline) =>
        hotline.Caller("happy").Dials().Chooses<CardFlow>().Presses("2").Presses("2");
}
