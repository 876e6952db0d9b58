using Ivr.Flows.Flows;

namespace Ivr.Tests.Calls;

/// <summary>Emergency freezes: by the owner, from any phone, for the family, and what they tell nobody.</summary>
public sealed class FreezeCalls
{
    private const string Stranger = "+8613700000077";

    [Theory]
    [InlineData("我要申请退款")]
    [InlineData("对不起，我没明白")]
    [InlineData("银行卡")]
    [InlineData("是不是要收费")]
    public async Task A_yes_inside_of_other_words_freezes_nothing(string words)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("no-data")
            .Dials()
            .Presses("9")
            .Presses("1")
            .Hears(FreezePrompts.FreezeNow)
            .Speaks(words)
            .DoesNotHear("已经冻结");

        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from audit_log where action = 'account frozen'"));
    }

    [Theory]
    [InlineData("是")]
    [InlineData("对，对，对。")]
    [InlineData("好吧")]
    [InlineData("是我")]
    [InlineData("我要")]
    public async Task A_yes_with_hardly_more_around_it_is_one(string words)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("no-data").Dials().Presses("9").Presses("1").Hears(FreezePrompts.FreezeNow).Speaks(words).Hears("已经冻结");
    }

    [Fact]
    public async Task The_owner_freezes_from_the_registered_phone_in_these_words()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("no-data")
            .Dials()
            .Hears("账户被盗或手机丢失，请按九。")
            .Presses("9")
            .Hears("紧急冻结会停止所有付款，钱不会少。是本人，请按一。不冻结，请按二。替家人，请按三。")
            .Presses("1")
            .Hears("现在冻结吗？冻结，请按一。不冻结，请按二。")
            .Presses("1")
            .Hears("已经冻结，所有付款都停了，钱不会少。编号是，")
            .Hears("解冻要在应用里做人脸核验，或者由人工办理，电话里不能自己解冻。")
            .Hears("要把发生的事报告给我们吗？要，请按一。不用，请按二。")
            .Presses("2")
            .Hears("还有别的问题吗？")
            .DoesNotHear("账户被锁，请按一。");

        Assert.Equal(1, await Frozen(hotline, 14));
        Assert.Equal("+8613800000014", await hotline.AskAsync<string>("select to_e164 from notifications where template = 'Frozen'"));
        Assert.Equal(
            1,
            await hotline.AskAsync<long>("select count(*) from audit_log where action = 'account frozen' and object = 'wallet:14'")
        );
        Assert.Equal("TOP", await hotline.AskAsync<string>("select priority from cases where type = 'FREEZE' and wallet_id = 14"));
    }

    [Fact]
    public async Task The_same_in_English_by_voice_alone()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("english-only")
            .Dials()
            .InEnglish()
            .Hears("If your account or your phone was stolen, press nine.")
            .Speaks("Help me, my phone was stolen!")
            .Hears("An emergency freeze stops all payments; no money is lost.")
            .Speaks("my own account")
            .Hears("Shall I freeze it now? For yes, press one. For no, press two.")
            .Speaks("yes please")
            .Hears("It is frozen. All payments have stopped, and no money is lost. Your case number is")
            .Hears("To unfreeze it, use the app with a face check, or talk to a person.")
            .Hears("Would you like to report what happened?")
            .Speaks("no thanks")
            .Hears("Is there anything else?");

        Assert.Equal(1, await Frozen(hotline, 13));
    }

    [Fact]
    public async Task Who_declines_goes_on_where_they_were()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Presses("9")
            .Presses("2")
            .Hears("好的，没有冻结，账户照常使用。")
            .Hears("账户被锁，请按一。")
            .DoesNotHear("您好")
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Hears(UnlockPrompts.UnlockNow)
            .Presses("9")
            .Presses("1")
            .Hears(FreezePrompts.FreezeNow)
            .Presses("2")
            .Hears(FreezePrompts.NotFrozen)
            .Hears(UnlockPrompts.UnlockNow)
            .Presses("1")
            .KeysTheCode()
            .Hears(UnlockPrompts.Done);

        Assert.Equal(0, await Frozen(hotline, 1));
    }

    [Fact]
    public async Task In_an_entry_a_nine_is_a_nine()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .CallerFrom(Stranger, "happy")
            .Dials()
            .Chooses<UnlockFlow>()
            .Presses("999999#")
            .DoesNotHear("紧急冻结")
            .Hears(IdentityPrompts.AskTail)
            .Presses("**")
            .IsSilent()
            .Presses("9")
            .Hears(FreezePrompts.ForWhom);
    }

    [Fact]
    public async Task Nine_again_begins_anew_and_star_goes_back()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Presses("9")
            .Presses("1")
            .Hears(FreezePrompts.FreezeNow)
            .Presses("9")
            .Hears(FreezePrompts.ForWhom)
            .Presses("9")
            .Hears(FreezePrompts.ForWhom)
            .Presses("2")
            .Hears(FreezePrompts.NotFrozen)
            .Hears("账户被锁，请按一。")
            .Presses("9")
            .Presses("*")
            .Hears("账户被锁，请按一。");
    }

    [Fact]
    public async Task It_works_when_the_questions_of_the_account_are_locked()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync(
            "insert into question_guards (wallet_id, consecutive_wrong, locked_at) values (1, 10, '2026-01-01T00:00:00.000000Z')"
        );

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersWrongly(3)
            .Hears(IdentityPrompts.NotProven)
            .Presses("9")
            .Presses("1")
            .Presses("1")
            .Hears("已经冻结");

        Assert.Equal(1, await Frozen(hotline, 1));
    }

    [Fact]
    public async Task For_the_family_the_relatives_number_and_tail_are_asked_for_and_the_relative_is_told()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Presses("9")
            .Presses("3")
            .Hears("请输入家人注册的手机号，或者家人的钱包号，最后按井号键。")
            .Presses("13800000002#")
            .Hears("请输入家人证件号码的最后四位。最后一位是字母的，用星号键代替。")
            .Presses("551*")
            .Hears(FreezePrompts.FreezeNow)
            .Presses("1")
            .Hears(FreezePrompts.FrozenIfRight(Some.Case))
            .Presses("3")
            .Presses("2")
            .Presses("1")
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Hears("登录密码输错")
            .Hears(UnlockPrompts.UnlockNow);

        Assert.Equal(1, await Frozen(hotline, 2));
        Assert.Equal(0, await Frozen(hotline, 1));
        Assert.Equal("+8613800000002", await hotline.AskAsync<string>("select to_e164 from notifications where template = 'Frozen'"));
    }

    [Fact]
    public async Task What_was_frozen_is_not_unlocked_by_phone()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("no-data")
            .Dials()
            .Presses("9")
            .Presses("1")
            .Presses("1")
            .Presses("2")
            .Presses("1")
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Hears("这件事要由专人来办")
            .WaitsForAPerson();

        Assert.Equal(1, await Frozen(hotline, 14));
    }

    [Fact]
    public async Task A_frozen_caller_can_report_what_happened_without_being_asked_to_freeze_again()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("no-data")
            .Dials()
            .Presses("9")
            .Presses("1")
            .Presses("1")
            .Presses("1")
            .Hears(ReportPrompts.WhatHappened)
            .Presses("5")
            .Presses("1")
            .Presses("2")
            .Presses("2")
            .Presses("1")
            .Hears("已经立案")
            .DoesNotHear("要先把账户冻结起来吗")
            .Hears(ReportPrompts.PersonToo)
            .Presses("2")
            .Hears("还有别的问题吗");
    }

    private static Task<long> Frozen(TestHotline hotline, long wallet) =>
        hotline.AskAsync<long>(
            $"select count(*) from wallet_locks where wallet_id = {wallet} and reason_code = 'SELF_FREEZE' and released_at is null"
        );
}
