using Ivr.Flows.Flows;

namespace Ivr.Tests.Calls;

/// <summary>Callers on bad lines: what the recogniser says of its own certainty, and what follows.</summary>
public sealed class ConfidenceCalls
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0.0")]
    [InlineData("0")]
    [InlineData("NaN")]
    [InlineData("-1")]
    [InlineData("2")]
    [InlineData("Infinity")]
    [InlineData("abc")]
    [InlineData("0,3")]
    [InlineData("0.5")]
    [InlineData("1")]
    public async Task What_says_nothing_and_what_is_high_leaves_it_to_the_words(string? confidence)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("happy").Dials().Mumbles("退款", confidence).Hears("查退款进度，请按一。");
    }

    [Fact]
    public async Task What_was_heard_badly_is_asked_about_and_is_no_error_the_first_time()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Mumbles("退款", "0.4")
            .Hears("您是说退款吗？是，请按一。不是，请按二。")
            .DoesNotHear("没听明白")
            .Presses("1")
            .Hears("查退款进度，请按一。");
    }

    [Theory]
    [InlineData("是的", "0.9", "查退款进度，请按一。")]
    [InlineData("是的", "0.4", "查退款进度，请按一。")]
    [InlineData("退款", "0.9", "查退款进度，请按一。")]
    [InlineData("不是", "0.9", "好的，那请再说一次。")]
    [InlineData("不是，付款", "0.9", "钱扣了，但是没付成功，请按一。")]
    [InlineData("不是退款", "0.9", "好的，那请再说一次。")]
    [InlineData("银行卡", "0.9", "换绑定的银行卡，请按一。")]
    [InlineData("是的", "0.1", "没听明白。")]
    [InlineData("人工", "0.4", "好的，正在为您接通人工")]
    public async Task The_question_about_it_is_answered_in_words(string words, string confidence, string heard)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("happy").Dials().Mumbles("退款", "0.4").Mumbles(words, confidence).Hears(heard);
    }

    [Fact]
    public async Task The_same_in_English()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("english-only")
            .Dials()
            .InEnglish()
            .Mumbles("refund", "0.31")
            .Hears("Do you mean a refund? For yes, press one. For no, press two.")
            .Speaks("no, my bank card")
            .Hears("To change your bank card, press one.");
    }

    [Fact]
    public async Task What_was_heard_very_badly_goes_down_the_ladder()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller.Dials().Mumbles("退款", "0.19").Hears("没听明白。").Hears("账户被锁，请按一。");
        Assert.True(caller.Call.Listening!.Speech);
        await caller.Mumbles("退款", "0.05").Hears("还是没听明白").Hears("这一次请用电话上的数字键。").DoesNotHear("直接说出来");
        Assert.False(caller.Call.Listening!.Speech);
        await caller.Presses("3").Hears("查退款进度，请按一。");
        Assert.True(caller.Call.Listening!.Speech);
    }

    [Fact]
    public async Task A_question_with_two_answers_is_asked_once_more_before_anything_happens()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Hears(UnlockPrompts.UnlockNow)
            .Mumbles("好", "0.3")
            .Hears("没太听清，再问您一次。")
            .Hears(UnlockPrompts.UnlockNow)
            .DoesNotHear("没听明白")
            .Mumbles("好", "0.3")
            .Hears(UnlockPrompts.UnlockNow)
            .Speaks("好")
            .Hears("六位数字");
    }

    [Theory]
    [InlineData("人工", "好的，正在为您接通人工")]
    [InlineData("我的手机丢了", "紧急冻结会停止所有付款")]
    [InlineData("再说一遍", "账户被锁，请按一。")]
    [InlineData("英文", "您是说换成英文吗？")]
    public async Task A_person_and_the_freeze_are_never_asked_about(string words, string heard)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("happy").Dials().Mumbles(words, "0.3").Hears(heard);
    }

    [Fact]
    public async Task Where_the_bands_lie_is_configured()
    {
        await using var hotline = await TestHotline.StartAsync("--Hotline:Confidence:Accept=0.95", "--Hotline:Confidence:Reject=0.6");

        await hotline.Caller("happy").Dials().Mumbles("退款", "0.9").Hears("您是说退款吗？").Mumbles("是", "0.5").Hears("没听明白。");
    }
}
