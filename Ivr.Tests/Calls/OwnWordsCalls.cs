using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Calls;

/// <summary>Callers who say at the main menu what they want, in a sentence of their own.</summary>
public sealed class OwnWordsCalls
{
    [Theory]
    [InlineData("你好，我的账户被锁了，登录不上去了", "为了您的资金安全")]
    [InlineData("我昨天付款失败了可是钱没了", "钱扣了，但是没付成功，请按一。")]
    [InlineData("我想问一下我的退款什么时候到", "查退款进度，请按一。")]
    [InlineData("我要换一张银行卡怎么弄", "换绑定的银行卡，请按一。")]
    [InlineData("有个人打电话来说是客服，我觉得是诈骗", "可疑电话、短信或链接，请按一。")]
    [InlineData("我有别的问题想问", "请说一句您的问题。")]
    [InlineData("怎么开发票", "买东西的发票由商户开。")]
    [InlineData("提现的限额", "您说的是提现要手续费吗，还是付款限额是多少？")]
    [InlineData("我要找人工服务谢谢", "好的，正在为您接通人工")]
    [InlineData("我的手机被偷了怎么办啊", "紧急冻结会停止所有付款")]
    [InlineData("忘了支付密码怎么办", "再点重设支付密码")]
    public async Task A_sentence_leads_to_the_branch_the_answer_or_the_person(string words, string heard)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("happy").Dials().Hears("也可以直接说出来。").Speaks(words).Hears(heard);
    }

    [Theory]
    [InlineData("hi, my account is locked and I can't sign in", "To keep your money safe")]
    [InlineData("yesterday a payment failed", "press one")]
    [InlineData("where is my refund please", "To hear how a refund stands, press one.")]
    [InlineData("I want to talk to a real person", "connecting you")]
    [InlineData("how do I get an invoice", "invoice")]
    public async Task The_same_in_English(string words, string heard)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("english-only").Dials().InEnglish().Hears("Or just tell me what you need.").Speaks(words).Hears(heard);
    }

    [Fact]
    public async Task An_answer_that_was_found_goes_on_as_in_its_branch_and_ends_in_the_menu()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Speaks("怎么开发票")
            .Hears("买东西的发票由商户开。")
            .Hears(FaqPrompts.WasItClear)
            .Presses("1")
            .Hears("还有别的问题吗")
            .Presses("1")
            .Chooses<FaqFlow>()
            .Hears("请说一句您的问题。");
    }

    [Fact]
    public async Task An_older_caller_says_it_too()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("elder")
            .Dials()
            .Presses("1")
            .Hears("退款，请按三。")
            .Hears("也可以直接说出来。")
            .Speaks("我的银行卡换了")
            .Hears("换绑定的银行卡，请按一。");
    }

    [Fact]
    public async Task What_nothing_is_found_for_reaches_the_person_in_the_callers_words_without_figures_and_no_log()
    {
        await using var hotline = await TestHotline.StartAsync("--Hotline:Agents:Queue=", "--Hotline:Agents:Number=+15550142");
        var caller = hotline.Caller("happy");

        await caller.Dials().Speaks("我的猫叫8834").Hears(CommonPrompts.NotUnderstood).Presses("0").WaitsForAPerson().FindsThat("answers");

        Assert.Contains("客户的原话是，我的猫叫。", caller.Call.Events.OfType<Whispered>().Select(one => one.Text));
        Assert.DoesNotContain(hotline.Log.Lines, line => line.Contains("我的猫", StringComparison.Ordinal));
        Assert.DoesNotContain("我的猫", await hotline.AskAsync<string>("select session from calls"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_forgotten_as_soon_as_the_caller_was_understood()
    {
        await using var hotline = await TestHotline.StartAsync("--Hotline:Agents:Queue=", "--Hotline:Agents:Client=anna");
        var caller = hotline.Caller("happy");

        await caller.Dials().Speaks("我的猫很可爱").Speaks("退款").Presses("0").WaitsForAPerson();

        Assert.DoesNotContain("我的猫", caller.Call.Events.OfType<Answered>().Last().Twiml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("English", "For a locked account, press one.")]
    [InlineData("English please", "For a locked account, press one.")]
    [InlineData("operator", "好的，正在为您接通人工")]
    [InlineData("I want an agent", "好的，正在为您接通人工")]
    [InlineData("my phone was stolen", "紧急冻结会停止所有付款")]
    [InlineData("refund", "查退款进度，请按一。")]
    public async Task Plain_English_at_a_Chinese_question_is_understood(string words, string heard)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("happy").Dials().Speaks(words).Hears(heard);
    }

    [Theory]
    [InlineData("转人工", "connecting you")]
    [InlineData("中文", "账户被锁，请按一。")]
    public async Task And_plain_Chinese_at_an_English_one(string words, string heard)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("english-only").Dials().InEnglish().Speaks(words).Hears(heard);
    }

    [Fact]
    public async Task Who_was_misunderstood_says_so_and_is_asked_again()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Speaks("付款")
            .Hears("钱扣了，但是没付成功，请按一。")
            .Speaks("不对")
            .Hears("好的，刚才的不算，我们重来。")
            .Hears("账户被锁，请按一。")
            .Speaks("错了")
            .Hears(CommonPrompts.NotUnderstood);

        await hotline
            .Caller("english-only")
            .Dials()
            .InEnglish()
            .Speaks("payment")
            .Speaks("no, wrong")
            .Hears("All right, let's take that back.")
            .Hears("For a locked account, press one.");
    }
}
