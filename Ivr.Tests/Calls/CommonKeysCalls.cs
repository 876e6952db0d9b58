using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;

namespace Ivr.Tests.Calls;

/// <summary>What the keys and words mean that mean the same everywhere.</summary>
public sealed class CommonKeysCalls
{
    [Fact]
    public async Task Zero_reaches_a_person_from_the_menu_from_a_question_and_from_an_entry()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("happy").Dials().Presses("0").Hears(AgentPrompts.Connecting).WaitsForAPerson();
        await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersRightly(2).Presses("0").WaitsForAPerson();
        await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().Presses("0").IsSilent().WaitsForAPerson();
        await hotline.Caller("other-phone").Dials().Chooses<PaymentFlow>().Presses("1").Presses("0#").WaitsForAPerson();
    }

    [Theory]
    [InlineData("转人工")]
    [InlineData("我要找客服")]
    [InlineData("零")]
    public async Task A_person_can_be_asked_for_in_words(string words)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("happy").Dials().Speaks(words).Hears(AgentPrompts.Connecting).WaitsForAPerson();
    }

    [Fact]
    public async Task Star_goes_back_to_the_question_before_and_star_twice_to_the_main_menu()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("other-phone")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .Hears(IdentityPrompts.AskNumber)
            .Presses("600000000005#")
            .Hears(IdentityPrompts.AskTail)
            .Presses("*")
            .IsSilent()
            .Hears(IdentityPrompts.AskNumber)
            .Presses("600000000005#")
            .Hears(IdentityPrompts.AskTail)
            .Presses("**")
            .IsSilent()
            .Hears("账户被锁，请按一。")
            .DoesNotHear("您好");
    }

    [Fact]
    public async Task A_second_star_right_after_the_first_goes_to_the_main_menu()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("payment-not-debited")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .Presses("600000000005#")
            .Presses("4406")
            .AnswersRightly(1)
            .Hears("您说的是")
            .Presses("2")
            .Hears(PaymentPrompts.OfferByAmount(new('1')))
            .Presses("1")
            .Hears(PaymentPrompts.AskAmount)
            .Presses("*#")
            .Hears(PaymentPrompts.OfferByAmount(new('1')))
            .Presses("*")
            .Hears("账户被锁，请按一。");
    }

    [Fact]
    public async Task What_was_left_is_not_gone_back_to()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Hears(UnlockPrompts.UnlockNow)
            .Presses("*")
            .DoesNotHear("请按键输入")
            .Hears("账户被锁，请按一。");
    }

    [Fact]
    public async Task Pound_says_it_again_and_counts_no_error()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller.Dials();
        for (var time = 0; time < 8; time++)
        {
            await caller.Presses("#").Hears("账户被锁，请按一。").Hears("人工，随时按零。");
        }

        await caller.Speaks("再说一遍").Hears("账户被锁，请按一。").IsStillOn();
    }

    [Fact]
    public async Task A_wrong_key_is_forgiven_once_and_then_counted()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("payment-held")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Hears(PaymentPrompts.IsItThisOne(Some.Payment))
            .Presses("5")
            .Hears(CommonPrompts.NoSuchKey)
            .Hears(PaymentPrompts.IsItThisOne(Some.Payment))
            .Presses("5")
            .Hears(CommonPrompts.NotUnderstood)
            .Presses("5")
            .Hears(CommonPrompts.NotUnderstoodAgain);
    }

    [Fact]
    public async Task Help_explains_the_menu_and_the_question()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Speaks("帮助")
            .Hears(CommonPrompts.MenuHelp)
            .Hears("账户被锁，请按一。")
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Speaks("怎么办")
            .Hears("要我们发一组数字到您的手机");
    }

    [Fact]
    public async Task Who_asks_for_time_gets_it_three_times_over_without_an_error()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller.Dials().Chooses<UnlockFlow>().AnswersRightly(2).Hears(UnlockPrompts.UnlockNow);
        Assert.Equal(6, caller.Call.Listening!.TimeoutSeconds);

        await caller.Speaks("等一下").Hears("好的，不着急，我等您。").DoesNotHear("现在为您解锁吗");
        Assert.Equal(25, caller.Call.Listening!.TimeoutSeconds);

        for (var time = 0; time < 3; time++)
        {
            await caller.IsSilent().Hears(CommonPrompts.StillWaiting).Hears(UnlockPrompts.UnlockNow);
        }

        await caller.IsSilent().Hears(CommonPrompts.NotHeard).Presses("1").KeysTheCode().Hears(UnlockPrompts.Done);
    }

    [Fact]
    public async Task The_language_changes_wherever_it_is_asked_for()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Speaks("可以说英语吗")
            .Hears("Shall I unlock it now?")
            .Speaks("Chinese please")
            .Hears("现在为您解锁吗");
    }

    [Fact]
    public async Task Eight_changes_the_language_in_the_menu_and_back()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Presses("8")
            .Hears("For a locked account, press one.")
            .Presses("8")
            .Hears("账户被锁，请按一。");
    }
}
