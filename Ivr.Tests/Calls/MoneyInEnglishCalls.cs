using Ivr.Flows.Flows;
using Ivr.Flows.Wallet;

namespace Ivr.Tests.Calls;

/// <summary>The ways out of the payment and refund branches that the other calls take in Chinese only.</summary>
public sealed class MoneyInEnglishCalls
{
    [Fact]
    public async Task A_bill_that_is_fine_and_a_charge_that_is_right_end_kindly()
    {
        await using var hotline = await TestHotline.StartAsync();

        await Payment(hotline, "payment-held").Presses("3").Speaks("it works").Speaks("all is well").Hears("Good, I'm glad it's solved.");
        await Charged(hotline).Hears(PaymentPrompts.IsItRight).Speaks("that's correct").Hears("anything else");
    }

    [Fact]
    public async Task An_unknown_charge_and_a_payment_in_progress_for_too_long_bring_a_person()
    {
        await using var hotline = await TestHotline.StartAsync();

        await Payment(hotline, "payment-held")
            .Speaks("I don't know this charge")
            .Speaks("yes")
            .Hears("An emergency freeze stops all payments; no money is lost. For your own account, press one.")
            .Presses("1")
            .Hears(FreezePrompts.FreezeNow)
            .Presses("1")
            .Hears("It is frozen. All payments have stopped, and no money is lost. Your case number is ")
            .Hears("Would you like to report what happened?")
            .Speaks("yes")
            .Hears(ReportPrompts.WhatHappened)
            .Presses("5")
            .Presses("1")
            .Presses("1")
            .Presses("2")
            .Presses("1")
            .Hears(ReportPrompts.Filed(Some.Case))
            .WaitsForAPerson();
        await Payment(hotline, "payment-pending-long")
            .Presses("1")
            .AnswersRightly(1)
            .Presses("1")
            .Hears("A colleague will take it from here. Your case number is ")
            .WaitsForAPerson();
        await Payment(hotline, "no-data")
            .Presses("1")
            .AnswersRightly(1)
            .Presses("1")
            .Presses("5#")
            .Presses("2")
            .Presses("1")
            .Presses("3")
            .Presses("123456")
            .Hears("I still can't find it. Let a colleague look for you. Your case number is ")
            .WaitsForAPerson();
    }

    [Fact]
    public async Task A_dispute_is_left_or_comes_too_late()
    {
        await using var hotline = await TestHotline.StartAsync();

        await Charged(hotline).Presses("2").AnswersRightly(1).Speaks("no").Hears("All right, we'll leave it as it is.");
        await Charged(hotline)
            .Presses("2")
            .AnswersRightly(1)
            .Meanwhile(() => hotline.ExecuteAsync("update payments set status = 'REVERSED' where order_no = '202611210000003301'"))
            .Presses("1")
            .Hears("This has just changed, and can't be disputed now.");
    }

    [Fact]
    public async Task A_wrong_amount_is_the_same_or_was_noted_before_or_comes_too_late()
    {
        await using var hotline = await TestHotline.StartAsync();

        await WrongAmount(hotline)
            .Presses("310#")
            .Hears("That is the amount that was charged.")
            .Presses("20#")
            .Presses("1")
            .Hears(WrongAmountPrompts.Noted(Some.Case));
        await WrongAmount(hotline)
            .Presses("20#")
            .Presses("1")
            .Hears("You told us about this one before, and it is being checked. Your case number is ");
        await WrongAmount(hotline)
            .Presses("20#")
            .Meanwhile(() => hotline.ExecuteAsync("update payments set status = 'REVERSED' where order_no = '202611210000000907'"))
            .Presses("1")
            .Hears("This payment has just changed, and can't be noted now.");
    }

    [Fact]
    public async Task A_refund_is_not_asked_for_or_cannot_be()
    {
        await using var hotline = await TestHotline.StartAsync();

        await Refund(hotline).Presses("5").Speaks("no").Hears("All right, I won't ask for it now.");
        await hotline.ExecuteAsync("update payments set status = 'DISPUTED' where order_no = '202611210000003301'");
        await Refund(hotline).Hears(OpenRefundPrompts.Barred(RefundBar.InDispute));
        await hotline.ExecuteAsync("update payments set status = 'FAILED' where order_no = '202611210000003301'");
        await Refund(hotline).Hears(OpenRefundPrompts.Barred(RefundBar.NotCharged));
        await hotline.ExecuteAsync("update payments set status = 'SUCCEEDED' where order_no = '202611210000003301'");
        await Refund(hotline).Presses("5").Presses("1").Hears("It has been requested.");
        await Refund(hotline).Hears(OpenRefundPrompts.Barred(RefundBar.UnderWay));
        await hotline.ExecuteAsync("update refunds set state = 'SUCCEEDED' where reason_code = 'OTHER'");
        await Refund(hotline).Hears(OpenRefundPrompts.Barred(RefundBar.Refunded)).Hears(OpenRefundPrompts.DisputeInstead).Speaks("no");
        await hotline.ExecuteAsync("update refunds set amount_minor = 1 where reason_code = 'OTHER'");
        await Refund(hotline)
            .Hears(OpenRefundPrompts.Barred(RefundBar.RefundedInPart))
            .Speaks("yes")
            .Hears(DisputePrompts.ConfirmPayment(Some.Charge));
        await hotline.ExecuteAsync("delete from refunds where reason_code = 'OTHER'");
        await hotline.ExecuteAsync(
            $"""
            update payments set created_at = '{TestHotline.Stored(hotline.Clock.GetUtcNow().AddDays(-181))}'
            where order_no = '202611210000003301'
            """
        );
        await Refund(hotline).Hears("The payment is more than one hundred and eighty days old, and can no longer be refunded.");
    }

    [Fact]
    public async Task A_refund_is_late_again_or_missing_or_not_there()
    {
        await using var hotline = await TestHotline.StartAsync();

        await Status(hotline, "refund-arrived")
            .Speaks("I don't see it")
            .Hears("we will look for the money that went to the card ending in seven three four five, and let you know.")
            .Hears("You will have an answer at the latest ");
        await Status(hotline, "no-data").Hears(RefundPrompts.None).Hears(RefundPrompts.OpenOne).Speaks("no").Hears("anything else");
        await Status(hotline, "refund-overdue").Hears("The new date for your credit card ending in four zero two one is ");
        hotline.Clock.Advance(TimeSpan.FromDays(15));
        await Status(hotline, "refund-overdue")
            .Hears("is late again, and we are very sorry. This time a colleague takes care of it directly. Your case number is ")
            .WaitsForAPerson()
            .FindsThat("error")
            .Hears(AgentPrompts.LineBroken)
            .Presses("2")
            .Hears(RefundPrompts.HearNext);
    }

    private static TestCaller Payment(TestHotline hotline, string tag) => hotline.Caller(tag).Dials().InEnglish().Chooses<PaymentFlow>();

    private static TestCaller Charged(TestHotline hotline) =>
        Payment(hotline, "refund-open").Presses("1").AnswersRightly(1).Presses("3").Presses("003301").Presses("1");

    private static TestCaller WrongAmount(TestHotline hotline) =>
        Payment(hotline, "payment-wrong-amount")
            .Presses("1")
            .AnswersRightly(1)
            .Presses("1")
            .Presses("310#")
            .Presses("1")
            .AnswersRightly(1)
            .Hears(WrongAmountPrompts.AskAmount);

    private static TestCaller Refund(TestHotline hotline) =>
        hotline
            .Caller("refund-open")
            .Dials()
            .InEnglish()
            .Chooses<RefundFlow>()
            .Presses("2")
            .AnswersRightly(2)
            .Presses("3")
            .Presses("003301")
            .Presses("1");

    private static TestCaller Status(TestHotline hotline, string tag) =>
        hotline.Caller(tag).Dials().InEnglish().Chooses<RefundFlow>().Presses("1").AnswersRightly(1);
}
