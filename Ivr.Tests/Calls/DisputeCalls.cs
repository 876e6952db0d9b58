using Ivr.Flows.Flows;

namespace Ivr.Tests.Calls;

/// <summary>Callers do not accept a charge, or that a refund was refused.</summary>
public sealed class DisputeCalls
{
    private const string Refused = "202611100000001009";

    [Fact]
    public async Task A_charge_is_disputed_in_these_words_and_once()
    {
        await using var hotline = await TestHotline.StartAsync();
        var day = hotline.SayDay(hotline.Clock.GetUtcNow().AddDays(15));

        for (var call = 0; call < 2; call++)
        {
            await Charged(hotline)
                .Hears("已经付成功了。")
                .Hears("没有问题，请按一。不认可这笔付款，要申诉，请按二。")
                .Speaks("我不认可")
                .AnswersRightly(1)
                .Hears("付给得力文具的一百二十六元，您要申诉吗？是，请按一。不是，请按二。")
                .Speaks("是")
                .Hears("申诉已经记下，编号是，")
                .Hears($"最晚{day}给您答复。")
                .Hears("有凭证的话，请在应用的这笔订单里上传。")
                .Hears("还有别的问题吗");
        }

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'DISPUTE'"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from promises where [rule] = 'CASE_ANSWERED'"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from audit_log where action = 'case opened'"));
    }

    [Fact]
    public async Task Who_finds_the_charge_right_or_thinks_again_leaves_it()
    {
        await using var hotline = await TestHotline.StartAsync();

        await Charged(hotline).Speaks("没问题").Hears("还有别的问题吗");
        await Charged(hotline).Presses("2").AnswersRightly(1).Presses("2").Hears("好的，先不申诉。").Hears("还有别的问题吗");
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from cases"));
    }

    [Fact]
    public async Task What_changed_meanwhile_is_not_disputed()
    {
        await using var hotline = await TestHotline.StartAsync();

        await Charged(hotline)
            .Presses("2")
            .AnswersRightly(1)
            .Meanwhile(() => hotline.ExecuteAsync("update payments set status = 'REVERSED' where order_no = '202611210000003301'"))
            .Presses("1")
            .Hears("这一笔刚刚有变化，现在不能申诉。");
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from cases"));
    }

    [Fact]
    public async Task Nothing_is_disputed_for_who_fails_the_second_question()
    {
        await using var hotline = await TestHotline.StartAsync();

        await Charged(hotline).Presses("2").AnswersWrongly(2).Hears(IdentityPrompts.NotProven).DoesNotHear("您要申诉吗");
    }

    [Fact]
    public async Task A_payment_in_dispute_is_told_so()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync("update payments set status = 'DISPUTED' where order_no = '202611210000003301'");

        await Charged(hotline).Hears(PaymentPrompts.Disputed).DoesNotHear("要申诉").Hears("还有别的问题吗");
    }

    [Fact]
    public async Task A_refusal_is_disputed_in_these_words()
    {
        await using var hotline = await TestHotline.StartAsync();

        await RefusedRefund(hotline)
            .Hears("优衣库的退款，一百九十九元，商户没有同意，说东西已经用过。")
            .Hears("您要申诉吗？要，请按一。不要，请按二。")
            .Speaks("要")
            .AnswersRightly(1)
            .Hears("优衣库没有同意退一百九十九元，您要申诉吗？是，请按一。不是，请按二。")
            .Presses("1")
            .Hears("申诉已经记下，编号是，")
            .Hears("还有别的问题吗");

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'DISPUTE' and subject like 'refund:%'"));
    }

    [Fact]
    public async Task A_refusal_is_disputed_in_English()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("refund-rejected")
            .Dials()
            .InEnglish()
            .Chooses<RefundFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Presses("1")
            .Hears("The shop did not agree to your refund from 优衣库, one hundred ninety nine yuan, because the goods had been used.")
            .Hears("Would you like to dispute that? For yes, press one. For no, press two.")
            .Speaks("yes")
            .AnswersRightly(1)
            .Hears("Do you want to dispute that 优衣库 did not agree to give back one hundred ninety nine yuan?")
            .Speaks("yes")
            .Hears("Your dispute is noted. The case number is ")
            .Hears("You will have an answer at the latest ");
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public async Task A_refusal_can_be_disputed_for_thirty_days(int days, bool offered)
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync(
            $"""
            update refunds set rejected_at = '{TestHotline.Stored(hotline.Clock.GetUtcNow().AddDays(-days))}',
                requested_at = '{TestHotline.Stored(hotline.Clock.GetUtcNow().AddDays(-days - 5))}'
            where payment_id = (select id from payments where order_no = '{Refused}')
            """
        );
        var caller = RefusedRefund(hotline).Hears("商户没有同意");

        await (offered ? caller.Hears(RefundPrompts.DisputeIt) : caller.DoesNotHear("申诉").Hears("还有别的问题吗"));
    }

    [Fact]
    public async Task Who_leaves_a_refusal_as_it_is_goes_on()
    {
        await using var hotline = await TestHotline.StartAsync();

        await RefusedRefund(hotline).Speaks("不要").Hears("还有别的问题吗");
    }

    [Fact]
    public async Task A_refund_that_is_no_longer_refused_is_not_disputed()
    {
        await using var hotline = await TestHotline.StartAsync();

        await RefusedRefund(hotline)
            .Presses("1")
            .AnswersRightly(1)
            .Meanwhile(() => hotline.ExecuteAsync("update refunds set state = 'APPROVED' where state = 'REJECTED'"))
            .Presses("1")
            .Hears(DisputePrompts.NotPossible);
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from cases"));
    }

    private static TestCaller Charged(TestHotline hotline) =>
        hotline
            .Caller("refund-open")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Presses("3")
            .Presses("003301")
            .Presses("1");

    private static TestCaller RefusedRefund(TestHotline hotline) =>
        hotline.Caller("refund-rejected").Dials().Chooses<RefundFlow>().Presses("1").AnswersRightly(1).Presses("1");
}
