using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Calls;

public sealed class CardCalls
{
    [Fact]
    public async Task The_eight_steps_are_told_one_at_a_time_in_these_words()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.CallerFrom("anonymous");

        await caller
            .Dials()
            .Presses("4")
            .Hears("换绑定的银行卡，请按一。")
            .Hears("银行卡解绑不了，请按二。")
            .Hears("收不到验证码，请按三。")
            .Hears("银行卡丢了，请按四。")
            .Presses("1")
            .Hears("第一步，共八步。")
            .Hears("打开钱包应用，登录您的账户。")
            .Hears("好了，请按一。重听，请按井号键。");
        Assert.Equal(25, caller.Call.Listening!.TimeoutSeconds);

        await caller
            .Presses("1")
            .Hears("第二步，共八步。")
            .Hears("点右下角的我的，再点设置。")
            .Speaks("等一下")
            .Hears("好的，不着急，我等您。")
            .DoesNotHear("第二步")
            .IsSilent()
            .Hears(CommonPrompts.StillWaiting)
            .Presses("#")
            .Hears("第二步，共八步。")
            .Speaks("好了")
            .Hears("第三步，共八步。")
            .Hears("点银行卡，会看到已经绑定的卡。")
            .Presses("*")
            .Hears("第二步，共八步。")
            .Presses("1")
            .Presses("1")
            .Hears("点要换掉的旧卡，再点解除绑定。")
            .Presses("1")
            .Hears("输入支付密码，确认解绑。")
            .Presses("1")
            .Hears("回到银行卡，点添加银行卡。")
            .Presses("1")
            .Hears("输入新卡的卡号，核对姓名和银行登记的手机号。")
            .Presses("1")
            .Hears("第八步，共八步。")
            .Hears("输入银行发来的验证码，点确定，新卡就绑好了。")
            .Presses("1")
            .Hears("八步都做完了，新卡可以用了。")
            .Hears("还有别的问题吗");
    }

    [Fact]
    public async Task The_steps_in_English_by_voice_alone()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("english-only")
            .Dials()
            .InEnglish()
            .Speaks("something with my bank card")
            .Hears("To change your bank card, press one.")
            .Hears("If a card cannot be removed, press two.")
            .Speaks("I want to change my card")
            .Hears("Step one of eight.")
            .Hears("Open the wallet app and sign in.")
            .Speaks("done")
            .Hears("Step two of eight.")
            .Speaks("say that again")
            .Hears("Step two of eight.")
            .Speaks("next step")
            .Hears("Step three of eight.");
    }

    [Fact]
    public async Task The_person_who_takes_over_knows_the_step()
    {
        await using var hotline = await TestHotline.StartAsync(
            "--Hotline:Agents:Queue=",
            "--Hotline:Agents:Workflow=WW0123456789abcdef0123456789abcdef"
        );
        var caller = hotline.Caller("happy");

        await caller.Dials().Chooses<CardFlow>().Presses("1").Presses("1").Presses("1").Hears("第三步").Presses("0").WaitsForAPerson();

        var twiml = caller.Call.Events.OfType<Answered>().Last(answered => answered.Twiml.Contains("Enqueue")).Twiml;
        Assert.Contains("ChangeCard 3/8", twiml, StringComparison.Ordinal);
        Assert.DoesNotContain("priority", twiml, StringComparison.Ordinal);
        await caller.FindsThat("full").Presses("2").Hears("第三步，共八步。");
    }

    [Fact]
    public async Task Each_reason_why_a_card_stays_comes_with_its_next_step_and_then_a_person_is_offered()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("card-last")
            .Dials()
            .Chooses<CardFlow>()
            .Presses("2")
            .Hears("如果还有没完成的付款或退款，卡暂时不能解绑。请在账单里看一下，等它完成了再解绑。")
            .Hears("听下一条，请按一。不用听了，请按二。")
            .Presses("1")
            .Hears("如果这是实名账户唯一的一张卡，不能解绑。请先添加一张新卡，再解绑旧卡。")
            .Speaks("下一条")
            .Hears("信用付款")
            .Presses("1")
            .Hears("有时候是银行没有同意。")
            .Presses("1")
            .Hears("银行登记的还是旧手机号")
            .Hears("这几条都不是的话，我们的同事可以帮您看。")
            .Presses("1")
            .WaitsForAPerson()
            .FindsThat("answers")
            .Hears("还有别的问题吗");
    }

    [Fact]
    public async Task Who_has_heard_enough_or_wants_no_person_comes_to_the_end()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("happy").Dials().Chooses<CardFlow>().Presses("2").Presses("1").Speaks("知道了").Hears("还有别的问题吗");
        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<CardFlow>()
            .Presses("3")
            .Presses("1")
            .Presses("1")
            .Presses("1")
            .Presses("1")
            .Hears(CardPrompts.PersonToo)
            .Presses("2")
            .Hears("还有别的问题吗");
    }

    [Fact]
    public async Task A_code_that_does_not_come_is_looked_for_piece_by_piece()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<CardFlow>()
            .Speaks("我收不到验证码")
            .Hears("先看手机有没有信号，再看短信是不是被拦截了。")
            .Presses("1")
            .Hears("验证码发到银行登记的手机号")
            .Presses("1")
            .Hears("请等六十秒，再点一次重新发送。")
            .Presses("1")
            .Hears("一天最多发三次。")
            .Presses("1")
            .Hears("请打银行卡背面的电话")
            .Hears(CardPrompts.PersonToo);
    }

    [Fact]
    public async Task Who_lost_a_card_is_asked_about_the_freeze_and_sent_to_the_bank()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("card-lost")
            .Dials()
            .Chooses<CardFlow>()
            .Presses("4")
            .Hears("怕有人用卡付款，可以先冻结钱包。冻结，请按一。不冻结，请按二。")
            .Presses("2")
            .Hears("请马上打发卡银行的电话，把卡挂失。")
            .Hears("还有别的问题吗");

        await hotline
            .Caller("card-lost")
            .Dials()
            .Chooses<CardFlow>()
            .Presses("4")
            .Presses("1")
            .Hears(FreezePrompts.ForWhom)
            .Presses("1")
            .Presses("1")
            .Hears("已经冻结")
            .Presses("2")
            .Hears(CardPrompts.TellTheBank);
        Assert.Equal(
            1,
            await hotline.AskAsync<long>("select count(*) from wallet_locks where wallet_id = 16 and reason_code = 'SELF_FREEZE'")
        );
    }
}
