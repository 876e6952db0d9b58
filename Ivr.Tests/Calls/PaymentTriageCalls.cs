using Ivr.Flows.Flows;

namespace Ivr.Tests.Calls;

/// <summary>Callers who cannot pay, who do not know a charge, and who cannot prove who they are.</summary>
public sealed class PaymentTriageCalls
{
    [Fact]
    public async Task Who_cannot_pay_looks_at_the_network_and_the_bill_first_and_takes_their_time()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("payment-held")
            .Dials()
            .Chooses<PaymentFlow>()
            .Speaks("付不了款")
            .Hears("先看一下手机的网络，可以打开一个网页试试。不着急，我等您。网络是通的，请按一。网络不通，请按二。")
            .IsSilent()
            .Hears("我还在等您，不着急。")
            .Speaks("网络正常")
            .Hears("再到应用的账单里，看有没有这笔扣款。不着急，我等您。看好了，没问题了，请按一。还没解决，请按二。")
            .IsSilent()
            .Hears("我还在等您，不着急。")
            .Hears("看好了，没问题了，请按一。还没解决，请按二。")
            .Speaks("看好了，没问题了")
            .Hears("好的，解决了就好。")
            .Hears("还有别的问题吗");
    }

    [Fact]
    public async Task Who_has_no_network_hears_what_to_do_and_who_still_cannot_pay_is_helped_on()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("payment-held")
            .Dials()
            .InEnglish()
            .Speaks("payment problem")
            .Speaks("I can't pay")
            .Hears("First, please check your phone's network")
            .Speaks("it doesn't work")
            .Hears("Without the network a payment is not sent. Please use another one, for example mobile data instead of wireless.")
            .Hears("Now please look in the app's bills for this charge.")
            .Speaks("still there")
            .AnswersRightly(1)
            .Hears(PaymentPrompts.IsItThisOne(Some.Payment));
        await hotline.Caller("payment-held").Dials().Chooses<PaymentFlow>().Presses("3").Presses("1").Presses("2").AnswersRightly(1);
    }

    [Fact]
    public async Task A_charge_nobody_knows_freezes_the_account_and_its_report_brings_a_person_with_a_case_of_fraud()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("payment-held")
            .Dials()
            .Chooses<PaymentFlow>()
            .Speaks("这个扣款我不认识")
            .Hears("不认识的扣款，先帮您冻结账户好吗？钱不会少，谁也付不出去。好，请按一。先不用，请按二。")
            .Speaks("好的")
            .Hears("紧急冻结会停止所有付款，钱不会少。是本人，请按一。")
            .Presses("1")
            .Hears("现在冻结吗？冻结，请按一。不冻结，请按二。")
            .Presses("1")
            .Hears(FreezePrompts.Frozen(Some.Case))
            .Hears(FreezePrompts.ReportNow)
            .Presses("1")
            .Hears(ReportPrompts.WhatHappened)
            .Presses("5")
            .Presses("1")
            .Hears(ReportPrompts.MoneySent)
            .Presses("1")
            .Presses("2")
            .Hears(ReportPrompts.FileNow)
            .Presses("1")
            .Hears(ReportPrompts.Filed(Some.Case))
            .WaitsForAPerson()
            .FindsThat("answers")
            .Hears("还有别的问题吗");

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'FRAUD'"));
        Assert.Equal(
            1,
            await hotline.AskAsync<long>("select count(*) from wallet_locks where wallet_id = 6 and reason_code = 'SELF_FREEZE'")
        );
    }

    [Fact]
    public async Task Who_does_not_want_to_freeze_hears_who_was_paid_and_may_dispute_it()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("hostile-name")
            .Dials()
            .InEnglish()
            .Chooses<PaymentFlow>()
            .Presses("4")
            .Hears("A charge you don't know: shall we freeze the account first?")
            .Speaks("no")
            .AnswersRightly(1)
            .Hears("Is it the payment of one fen")
            .Speaks("yes")
            .Hears("went through.")
            .Hears("If that is all right, press one. If you do not accept this payment and want to dispute it, press two.")
            .Speaks("I want to dispute it")
            .AnswersRightly(1)
            .Hears(DisputePrompts.ConfirmPayment(Some.Charge));
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from cases"));
    }

    [Fact]
    public async Task Who_cannot_prove_who_they_are_hears_of_no_payment()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("payment-held")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .AnswersWrongly(3)
            .Hears(IdentityPrompts.NotProven)
            .DoesNotHear("付款吗")
            .Hears("还有别的问题吗");
    }
}
