using Ivr.Flows.Flows;

namespace Ivr.Tests.Calls;

public sealed class UnlockCalls
{
    [Fact]
    public async Task A_locked_caller_proves_who_they_are_and_is_unlocked_in_these_words()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("locked-self-service")
            .Dials()
            .Hears("您好，这里是连江数字钱包。通话会录音，用来办理您的业务。")
            .Hears("For English, press eight.")
            .Hears("账户被锁，请按一。")
            .Hears("付款问题，请按二。")
            .Hears("退款，请按三。")
            .Hears("银行卡，请按四。")
            .Hears("安全防骗，请按五。")
            .Hears("其他问题，请按六。")
            .Hears("人工，随时按零。")
            .Hears("账户被盗或手机丢失，请按九。")
            .Presses("1")
            .Hears("为了您的资金安全，先核对一下身份。我们不会让您说出密码和验证码。")
            .AnswersRightly(2)
            .Hears("核对好了，谢谢您。")
            .Hears("因为登录密码输错的次数太多，账户被锁住了。")
            .Hears("现在为您解锁吗？是，请按一。不是，请按二。")
            .Presses("1")
            .Hears("还差一步。我们刚给您登记的手机发了六位数字。")
            .Hears("请用按键输入这六位数字，别念出来，也别告诉别人。没有收到，请按一，再按井号键。")
            .KeysTheCode()
            .Hears("核对好了，谢谢您。")
            .Hears("已经解锁。请马上在应用里设一个新密码，至少八位，越长越好，别用生日，也别和其他网站一样。")
            .Hears("还有别的问题吗？有，请按一。没有，可以挂机。")
            .IsSilent()
            .Hears("这次的问题解决了吗？解决了，请按一。没有，请按二。")
            .IsSilent()
            .Hears("记住，我们不会让您说出密码和验证码。谢谢您的来电，再见。")
            .IsHungUpOn();

        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from wallet_locks where wallet_id = 1 and released_at is null"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from notifications where template = 'Unlocked'"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from audit_log where action = 'locks released'"));
    }

    [Fact]
    public async Task The_same_in_English()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("english-only")
            .Dials()
            .InEnglish()
            .Hears("For a locked account, press one.")
            .Hears("To speak to a person, press zero at any time.")
            .Speaks("I can't log in, my account is locked")
            .AnswersRightly(2)
            .Hears("Thank you, that's all in order.")
            .Hears("The account was locked after too many tries with a code.")
            .Hears("Shall I unlock it now? For yes, press one. For no, press two.")
            .Speaks("Yes, please do.")
            .Hears("One more step. I have just sent six digits to the phone we have on file for you.")
            .Hears("Please key in those six digits.")
            .KeysTheCode()
            .Hears("It's unlocked. Please set a new password in the app now")
            .Presses("2")
            .Hears("Shall I speak English next time as well?")
            .IsSilent()
            .Hears("Did this call solve your problem?")
            .Presses("1")
            .Hears("Thank you for calling. Goodbye.")
            .IsHungUpOn();
    }

    [Fact]
    public async Task Who_declines_stays_locked()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("locked-self-service")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Hears(UnlockPrompts.UnlockNow)
            .Speaks("不用了")
            .Hears(UnlockPrompts.StaysLocked);

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from wallet_locks where wallet_id = 1 and released_at is null"));
    }

    [Fact]
    public async Task Two_locks_are_both_explained_and_both_released()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("locked-two")
            .Dials()
            .Hears("马上为您接通人工。想自己办理，请按一。")
            .Presses("1")
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Hears("登录密码输错的次数太多")
            .Hears("很久没有使用")
            .Presses("1")
            .KeysTheCode()
            .Hears(UnlockPrompts.Done);

        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from wallet_locks where wallet_id = 2 and released_at is null"));
    }

    [Theory]
    [InlineData("locked-court-order", "有权机关")]
    [InlineData("locked-not-eligible", "三个工作日")]
    public async Task A_lock_that_only_a_person_may_lift_gives_a_case_and_a_person(string tag, string reason)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller(tag)
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Hears(reason)
            .Hears("编号是")
            .Hears(AgentPrompts.Connecting)
            .WaitsForAPerson()
            .FindsThat("answers")
            .Hears("还有别的问题吗")
            .Presses("2")
            .Presses("1")
            .Hears("这次的事已经记下，编号是")
            .IsHungUpOn();

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'UNLOCK'"));
    }

    [Fact]
    public async Task Who_is_not_locked_hears_so()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("no-data").Dials().Chooses<UnlockFlow>().AnswersRightly(2).Hears(UnlockPrompts.NotLocked);
    }

    [Fact]
    public async Task A_lock_that_comes_between_the_question_and_the_answer_is_not_released()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("locked-self-service")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Meanwhile(() =>
                hotline.ExecuteAsync(
                    "insert into wallet_locks (id, wallet_id, reason_code, scope, placed_by, placed_at) values (99, 1, 'FRAUD_VICTIM', 'ALL', 'RISK', '2026-01-01T00:00:00.000000Z')"
                )
            )
            .Presses("1")
            .KeysTheCode()
            .Hears(UnlockPrompts.Changed)
            .WaitsForAPerson();

        Assert.Equal(2, await hotline.AskAsync<long>("select count(*) from wallet_locks where wallet_id = 1 and released_at is null"));
    }

    [Fact]
    public async Task A_lock_of_a_kind_this_version_does_not_know_goes_to_a_person()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync("update wallet_locks set reason_code = 'INVENTED_TOMORROW' where wallet_id = 1");

        await hotline
            .Caller("locked-self-service")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Hears("您的账户现在被锁定。")
            .WaitsForAPerson();
    }

    [Theory]
    [InlineData("PAY_PWD_TRIES")]
    [InlineData("NEW_DEVICE")]
    [InlineData("DORMANT")]
    [InlineData("OTP_TRIES")]
    public async Task What_a_caller_may_unlock_needs_a_code(string reason)
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync($"update wallet_locks set reason_code = '{reason}' where wallet_id = 1");

        await CodeCalls.AsksForCode(hotline.Caller("happy")).KeysTheCode().Hears(UnlockPrompts.Done);
    }

    [Fact]
    public async Task A_changed_sim_card_is_waited_for_a_day_and_then_needs_a_code()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync("update wallet_locks set reason_code = 'SIM_CHANGED' where wallet_id = 1");

        await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersRightly(2).Hears("您的手机号刚换过卡").WaitsForAPerson();
        hotline.Clock.Advance(TimeSpan.FromHours(22));
        await CodeCalls.AsksForCode(hotline.Caller("happy")).KeysTheCode().Hears(UnlockPrompts.Done);
    }
}
