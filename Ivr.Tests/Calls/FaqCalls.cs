using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Calls;

public sealed class FaqCalls
{
    [Fact]
    public async Task A_question_is_answered_in_these_words_and_sent_to_who_is_known()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("no-data");

        await caller
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Presses("1")
            .Presses("6")
            .Hears("请说一句您的问题。想听常见的问题，请按一。");
        Assert.True(caller.Call.Listening!.Speech);
        Assert.Equal(1, caller.Call.Listening.NumDigits);

        await caller
            .Speaks("你好我想问一下怎么才能修改密码呢")
            .Hears("打开应用，点我的，再点设置里的账户安全，选修改登录密码。")
            .Hears("清楚了，请按一。再听一遍，请按二。发给我，请按三。人工，请按零。")
            .Presses("2")
            .Hears("打开应用，点我的")
            .Presses("3")
            .Hears("已经发到您登记的手机号。")
            .Hears("还有别的问题吗");

        Assert.Equal("+8613800000014", await hotline.AskAsync<string>("select to_e164 from notifications where template = 'FaqAnswer'"));
    }

    [Fact]
    public async Task The_same_in_English_and_who_is_not_known_is_told_where_to_read_it()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("english-only")
            .Dials()
            .InEnglish()
            .Speaks("I have another question")
            .Hears("Please say your question in one sentence.")
            .Speaks("What should I do, I forgot my password")
            .Hears("In the app, tap Me, then Settings, then Account security, and choose Change password.")
            .Hears("If that is clear, press one.")
            .Speaks("send it to me please")
            .Hears("I have not checked who you are, so I can't send it.")
            .Hears("Is there anything else?");

        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from notifications"));
    }

    [Fact]
    public async Task Between_two_the_caller_is_asked()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<FaqFlow>()
            .Speaks("提现的限额")
            .Hears("您说的是提现要手续费吗，还是付款限额是多少？")
            .Hears("请按一。")
            .Hears("请按二。")
            .Hears("都不是，请按三。")
            .Presses("1")
            .Hears(FaqPrompts.WasItClear)
            .Speaks("清楚了")
            .Hears("还有别的问题吗");
    }

    [Fact]
    public async Task Who_means_neither_and_is_not_found_again_goes_to_a_person_with_the_words_but_no_figures()
    {
        await using var hotline = await TestHotline.StartAsync(
            "--Hotline:Agents:Queue=",
            "--Hotline:Agents:Workflow=WW0123456789abcdef0123456789abcdef"
        );
        var caller = hotline.Caller("happy");

        await caller
            .Dials()
            .Chooses<FaqFlow>()
            .Speaks("提现的限额")
            .Speaks("都不是")
            .Hears("没有找到这个问题。")
            .Hears("请换一种说法，再说一次。")
            .Speaks("我的猫叫8834住在三楼")
            .Hears("还是没有找到，让我们的同事来回答您。")
            .WaitsForAPerson();

        var twiml = caller.Call.Events.OfType<Answered>().Last(answered => answered.Twiml.Contains("Enqueue")).Twiml;
        Assert.Contains("\"words\"", twiml, StringComparison.Ordinal);
        Assert.DoesNotContain("8834", twiml, StringComparison.Ordinal);
        Assert.DoesNotContain("8834", await hotline.AskAsync<string>("select session from calls"), StringComparison.Ordinal);
        await caller.FindsThat("answers").Hears("还有别的问题吗");
    }

    [Fact]
    public async Task By_keys_alone_the_commonest_questions_come_round_by_round()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<FaqFlow>()
            .Presses("1")
            .Hears("怎么改登录密码，请按一。")
            .Hears("转账多久到，请按三。")
            .Hears("听别的问题，请按六。")
            .Hears("人工，随时按零。")
            .Presses("6")
            .Hears("付款限额是多少，请按一。")
            .Presses("6")
            .Presses("6")
            .Hears("忘了支付密码怎么办，请按一。")
            .Hears("听别的问题，请按二。")
            .Presses("2")
            .Hears("怎么改登录密码，请按一。")
            .Presses("3")
            .Hears("转到钱包，马上就到。")
            .Presses("1")
            .Hears("还有别的问题吗");
    }

    [Fact]
    public async Task In_the_list_a_question_can_be_said_as_well()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("happy").Dials().Chooses<FaqFlow>().Presses("1").Speaks("第二").Hears("再点更换手机号");
        await hotline.Caller("happy").Dials().Chooses<FaqFlow>().Presses("1").Speaks("怎么开发票").Hears("买东西的发票由商户开。");
    }

    [Theory]
    [InlineData("人工", "好的，正在为您接通人工")]
    [InlineData("我的手机丢了", "紧急冻结会停止所有付款")]
    [InlineData("帮助", "比如说，怎么改密码。")]
    [InlineData("主菜单", "账户被锁，请按一。")]
    public async Task What_means_the_same_everywhere_means_it_at_an_open_question_too(string words, string heard)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("happy").Dials().Chooses<FaqFlow>().Speaks(words).Hears(heard);
    }

    [Fact]
    public async Task Inside_a_sentence_such_a_word_is_part_of_the_question()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("happy").Dials().Chooses<FaqFlow>().Speaks("请问身份证过期了我应该怎么办呢").Hears("把新身份证拍上去就行");
    }

    [Fact]
    public async Task A_silent_caller_meets_the_ladder()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<FaqFlow>()
            .IsSilent()
            .Hears(CommonPrompts.NotHeard)
            .Hears("请说出您的问题，或者按一，听常见的问题。")
            .Presses("5")
            .Hears(CommonPrompts.NoSuchKey)
            .Presses("0")
            .WaitsForAPerson();
    }
}
