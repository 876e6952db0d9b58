using Ivr.Flows.Flows;

namespace Ivr.Tests.Calls;

/// <summary>Callers were charged another amount than they agreed to.</summary>
public sealed class WrongAmountCalls
{
    [Fact]
    public async Task A_wrong_amount_is_asked_for_read_back_and_noted_in_these_words()
    {
        await using var hotline = await TestHotline.StartAsync();

        await WrongAmount(hotline)
            .AnswersRightly(1)
            .Hears("应该是多少钱？请说出对的金额，或者用键输入，小数点用星号键，最后按井号键。")
            .Presses("310#")
            .Hears("这和扣款的金额是一样的。")
            .Hears(WrongAmountPrompts.AskAmount)
            .Presses("13#")
            .Hears("扣了三百一十元，应该是十三元，对吗？对，请按一。不对，请按二。")
            .Presses("2")
            .Hears(WrongAmountPrompts.AskAmount)
            .Presses("130*5#")
            .Hears("扣了三百一十元，应该是一百三十元五角，对吗？")
            .Speaks("对")
            .Hears("已经记下，请商户核对。编号是，")
            .Hears($"最晚{hotline.SayWorkday(3)}给您答复。")
            .Hears("多扣的钱，会退回原来付款的地方。")
            .Hears("还有别的问题吗");

        Assert.Equal(
            1,
            await hotline.AskAsync<long>("select count(*) from wrong_amounts where charged_minor = 31000 and right_minor = 13050")
        );
        var caseNo = await hotline.AskAsync<string>("select case_no from cases where type = 'WRONG_AMOUNT'");
        Assert.Single(await hotline.PromisedAsync($"case:{caseNo}", "CASE_ANSWERED"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from notifications where template = 'CaseOpened'"));

        await WrongAmount(hotline).AnswersRightly(1).Presses("20#").Presses("1").Hears("这一笔您之前已经说过，正在核对。编号是，");
        Assert.Equal(13050, await hotline.AskAsync<long>("select right_minor from wrong_amounts"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'WRONG_AMOUNT'"));
    }

    [Fact]
    public async Task A_wrong_amount_is_noted_in_English()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("payment-wrong-amount")
            .Dials()
            .InEnglish()
            .Chooses<PaymentFlow>()
            .Speaks("the amount is wrong")
            .AnswersRightly(1)
            .Speaks("no")
            .Speaks("no")
            .Presses("1")
            .Presses("310#")
            .Speaks("yes")
            .AnswersRightly(1)
            .Hears("What should it have been? Please say the right amount, or key it in: star for the decimal point, and pound at the end.")
            .Presses("130#")
            .Hears(
                "You were charged three hundred ten yuan, and it should have been one hundred thirty, one three zero, yuan. Is that right?"
            )
            .Speaks("yes")
            .Hears("I have noted it, and the shop will check. Your case number is ")
            .Hears("You will have an answer at the latest ")
            .Hears("What was charged too much goes back to where you paid from.");
    }

    [Fact]
    public async Task The_wallets_own_word_for_a_wrong_amount_is_enough_however_the_payment_was_found()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("payment-wrong-amount")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Presses("1")
            .Presses("310#")
            .Presses("1")
            .AnswersRightly(1)
            .Hears(WrongAmountPrompts.AskAmount);
    }

    [Fact]
    public async Task A_charge_that_changed_meanwhile_is_not_noted()
    {
        await using var hotline = await TestHotline.StartAsync();

        await WrongAmount(hotline)
            .AnswersRightly(1)
            .Presses("20#")
            .Meanwhile(() => hotline.ExecuteAsync("update payments set status = 'REVERSED' where order_no = '202611210000000907'"))
            .Presses("1")
            .Hears("这笔付款刚刚有变化，现在不能登记。");

        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from wrong_amounts"));
    }

    [Fact]
    public async Task Nothing_is_noted_for_who_fails_the_second_question()
    {
        await using var hotline = await TestHotline.StartAsync();

        await WrongAmount(hotline).AnswersWrongly(2).Hears(IdentityPrompts.NotProven).DoesNotHear("应该是多少钱").Hears("还有别的问题吗");
    }

    /// <summary>Up to the second question.</summary>
    private static TestCaller WrongAmount(TestHotline hotline) =>
        hotline
            .Caller("payment-wrong-amount")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("2")
            .AnswersRightly(1)
            .Presses("2")
            .Presses("2")
            .Presses("1")
            .Presses("310#")
            .Presses("1");
}
