using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;

namespace Ivr.Tests.Calls;

/// <summary>Callers of whom the hotline is not sure what they meant.</summary>
public sealed class DoubtCalls
{
    private const string Two = "退款还是付款";

    [Fact]
    public async Task Between_two_branches_the_caller_is_asked_and_goes_where_the_key_says()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Speaks(Two)
            .Hears("您说的是付款问题，还是退款？")
            .Hears("付款问题，请按一。")
            .Hears("退款，请按二。")
            .Hears("都不是，请按三。")
            .Hears("人工，随时按零。")
            .DoesNotHear("没听明白")
            .Presses("2")
            .Hears("查退款进度，请按一。");
    }

    [Theory]
    [InlineData("退款", "查退款进度，请按一。")]
    [InlineData("付款问题", "钱扣了，但是没付成功，请按一。")]
    [InlineData("第二", "查退款进度，请按一。")]
    [InlineData("都不是", "好的，那请再说一次。")]
    [InlineData("都不是，是银行卡", "换绑定的银行卡，请按一。")]
    [InlineData("我的银行卡", "换绑定的银行卡，请按一。")]
    [InlineData("怎么开发票", "买东西的发票由商户开。")]
    [InlineData("人工", "好的，正在为您接通人工")]
    [InlineData("再说一遍", "您说的是付款问题，还是退款？")]
    [InlineData("说英语", "Do you mean a payment problem or a refund?")]
    public async Task It_is_answered_by_voice_as_well_and_gone_past_by_who_says_something_else(string words, string heard)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("happy").Dials().Speaks(Two).Speaks(words).Hears(heard);
    }

    [Fact]
    public async Task The_same_in_English()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("english-only")
            .Dials()
            .InEnglish()
            .Speaks("my account is locked or the refund")
            .Hears("Do you mean a locked account or a refund?")
            .Hears("a locked account: press one.")
            .Speaks("the refund")
            .Hears("To hear how a refund stands, press one.");
    }

    [Fact]
    public async Task In_a_menu_of_a_branch_the_caller_is_asked_between_its_choices()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<RefundFlow>()
            .Speaks("申请退款还是退款规则")
            .Hears("您说的是申请退款，还是退款规则？")
            .Speaks("规则")
            .Hears(RefundPolicyPrompts.First);
    }

    [Fact]
    public async Task Silence_there_is_met_like_silence_at_any_question_and_star_goes_back_to_the_question()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Speaks(Two)
            .IsSilent()
            .Hears(CommonPrompts.NotHeard)
            .Hears("是付款问题，还是退款？")
            .Presses("*")
            .Hears("账户被锁，请按一。")
            .DoesNotHear("付款问题，还是退款");
    }

    [Fact]
    public async Task Who_is_never_clear_is_asked_in_vain_only_so_often_and_comes_to_a_person()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller.Dials().Speaks(Two).Presses("3").Hears("好的，那请再说一次。").DoesNotHear("没听明白");
        Assert.True(caller.Call.Listening!.Speech);
        await caller.Speaks(Two).Presses("3").Speaks(Two).Hears("您说的是付款问题，还是退款？");
        Assert.False(caller.Call.Listening!.Speech);
        await caller.Presses("3").Hears("好的，那请再说一次。").IsSilent().IsSilent().IsSilent().IsSilent().WaitsForAPerson();
    }

    [Fact]
    public async Task Who_goes_to_a_person_leaves_the_question_behind()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller.Dials().Speaks(Two).Hears("您说的是付款问题，还是退款？");
        Assert.Contains("\"Doubt\"", await hotline.AskAsync<string>("select session from calls"), StringComparison.Ordinal);

        await caller.Presses("0").WaitsForAPerson().FindsThat("full").Presses("2").Hears("账户被锁，请按一。");
        Assert.DoesNotContain("\"Doubt\"", await hotline.AskAsync<string>("select session from calls"), StringComparison.Ordinal);
    }
}
