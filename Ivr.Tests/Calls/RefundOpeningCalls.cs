using Ivr.Flows.Flows;

namespace Ivr.Tests.Calls;

/// <summary>Callers ask for a refund.</summary>
public sealed class RefundOpeningCalls
{
    private const string Refundable = "202611210000003301";
    private const string IdOfRefundable = $"(select id from payments where order_no = '{Refundable}')";

    [Fact]
    public async Task A_refund_is_opened_in_these_words()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("refund-open");

        await caller
            .Dials()
            .Chooses<RefundFlow>()
            .Hears("查退款进度，请按一。")
            .Hears("申请退款，请按二。")
            .Hears("退款没收到，请按三。")
            .Hears("退款规则，请按四。")
            .Speaks("我要申请退款")
            .AnswersRightly(2)
            .Speaks("订单号")
            .Presses("003301")
            .Presses("1")
            .Hears("为什么要退款？")
            .Hears("没收到货，请按一。")
            .Hears("东西有问题，请按二。")
            .Hears("重复付款，请按三。")
            .Hears("金额不对，请按四。")
            .Hears("其他原因，请按五。")
            .Speaks("东西坏了")
            .Hears("向得力文具申请退一百二十六元，退回尾号二九四六的储蓄卡，现在提交吗？是，请按一。不是，请按二。")
            .Speaks("是")
            .Hears($"已经提交，商户最晚{hotline.SayWorkday(3)}答复。")
            .Hears("有凭证的话，请在应用的这笔订单里上传。")
            .Hears("还有别的问题吗");

        Assert.Equal(
            1,
            await hotline.AskAsync<long>(
                $"""
                select count(*) from refunds f join payments p on p.id = f.payment_id
                where p.order_no = '{Refundable}' and f.state = 'REQUESTED' and f.reason_code = 'FAULTY' and f.channel = 'ORIGINAL'
                  and f.receiving_card_id = p.card_id and f.amount_minor = p.amount_minor and f.requested_by is not null
                """
            )
        );
        var id = await hotline.AskAsync<long>($"select id from refunds where payment_id = {IdOfRefundable}");
        Assert.Single(await hotline.PromisedAsync($"refund:{id}", "MERCHANT_ANSWERED"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from notifications where template = 'RefundRequested'"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from audit_log where action = 'refund requested'"));

        // And it can be asked for at once, with the same promise.
        await hotline
            .Caller("refund-open")
            .Dials()
            .Chooses<RefundFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Hears($"得力文具的退款，一百二十六元，已经提交，商户最晚{hotline.SayWorkday(3)}答复。")
            .Hears("钱会退到尾号二九四六的储蓄卡。");
        Assert.Single(await hotline.PromisedAsync($"refund:{id}", "MERCHANT_ANSWERED"));
    }

    [Theory]
    [InlineData("1", "NOT_DELIVERED")]
    [InlineData("2", "FAULTY")]
    [InlineData("3", "PAID_TWICE")]
    [InlineData("4", "WRONG_AMOUNT")]
    [InlineData("5", "OTHER")]
    public async Task Each_reason_is_kept_with_the_refund_and_asked_for_in_English(string key, string code)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("refund-open")
            .Dials()
            .InEnglish()
            .Chooses<RefundFlow>()
            .Speaks("I want to ask for a refund")
            .AnswersRightly(2)
            .Presses("3")
            .Presses("003301")
            .Speaks("yes")
            .Hears("Why do you want a refund?")
            .Hears("If nothing was delivered, press one.")
            .Presses(key)
            .Hears("to your debit card ending in two nine four six. Shall I? For yes, press one. For no, press two.")
            .Speaks("yes")
            .Hears("It has been requested. The shop answers at the latest ");

        Assert.Equal(code, await hotline.AskAsync<string>($"select reason_code from refunds where payment_id = {IdOfRefundable}"));
    }

    [Fact]
    public async Task Nothing_is_opened_before_the_caller_says_yes()
    {
        await using var hotline = await TestHotline.StartAsync();

        await Confirming(hotline).Presses("2").Hears("好的，先不申请。").Hears("还有别的问题吗");
        Assert.Equal(0, await hotline.AskAsync<long>($"select count(*) from refunds where payment_id = {IdOfRefundable}"));
    }

    [Fact]
    public async Task After_half_a_year_there_is_no_refund_but_a_dispute()
    {
        await using var hotline = await TestHotline.StartAsync();

        await TooOld(hotline)
            .Hears("付款已经过了一百八十天，不能再申请退款。")
            .Hears("您可以申诉，由专人来看。要申诉，请按一。不用，请按二。")
            .Presses("2")
            .Hears("还有别的问题吗");
        await TooOld(hotline)
            .Presses("1")
            .Hears("付给三联书店的七十五元，您要申诉吗？")
            .Presses("1")
            .Hears("申诉已经记下，编号是，")
            .Hears("还有别的问题吗");
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from refunds where reason_code is not null"));

        static TestCaller TooOld(TestHotline hotline) =>
            hotline
                .Caller("refund-too-old")
                .Dials()
                .Chooses<RefundFlow>()
                .Presses("2")
                .AnswersRightly(2)
                .Presses("1")
                .Presses("75#")
                .Presses("1");
    }

    [Theory]
    [InlineData("method = 'BALANCE', card_id = null", "退回钱包余额，现在提交吗？")]
    [InlineData("method = 'CREDIT_CARD'", "退回尾号二九四六的信用卡，现在提交吗？")]
    public async Task The_account_it_goes_back_to_is_named(string change, string words)
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync($"update payments set {change} where order_no = '{Refundable}'");

        await Confirming(hotline).Hears(words);
    }

    [Fact]
    public async Task Where_the_calendar_ends_the_span_is_told()
    {
        await using var hotline = await TestHotline.StartAsync();
        hotline.Clock.Advance(new DateTimeOffset(2027, 12, 30, 4, 0, 0, TimeSpan.Zero) - hotline.Clock.GetUtcNow());
        await hotline.ExecuteAsync(
            $"update payments set created_at = '{TestHotline.Stored(hotline.Clock.GetUtcNow().AddDays(-3))}' where order_no = '{Refundable}'"
        );

        await Confirming(hotline).Presses("1").Hears("已经提交，商户会在三个工作日内答复。");
    }

    [Fact]
    public async Task A_payment_that_cannot_be_found_becomes_a_case_and_a_person_looks()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("no-data")
            .Dials()
            .Chooses<RefundFlow>()
            .Presses("2")
            .AnswersRightly(2)
            .Presses("1")
            .Presses("5#")
            .Presses("1")
            .Presses("6#")
            .Presses("1")
            .Presses("7#")
            .Hears(PaymentPrompts.ReferNotFound(Some.Case))
            .WaitsForAPerson()
            .FindsThat("answers")
            .Hears("还有别的问题吗");
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'REFUND_NOT_FOUND'"));
    }

    [Fact]
    public async Task One_answer_is_not_enough_to_ask_for_a_refund()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("refund-open")
            .Dials()
            .Chooses<RefundFlow>()
            .Presses("2")
            .AnswersRightly(1)
            .AnswersWrongly(2)
            .Hears(IdentityPrompts.NotProven)
            .DoesNotHear("按金额来找")
            .Hears("还有别的问题吗");
    }

    /// <summary>Up to the question whether to ask for it.</summary>
    private static TestCaller Confirming(TestHotline hotline) => Found(hotline).Presses("2");

    private static TestCaller Found(TestHotline hotline, string? from = null)
    {
        var caller = (from is null ? hotline.Caller("refund-open") : hotline.CallerFrom(from, "refund-open"))
            .Dials()
            .Chooses<RefundFlow>()
            .Presses("2");
        return (from is null ? caller : caller.Presses("600000000033#").Presses("6142"))
            .AnswersRightly(2)
            .Presses("3")
            .Presses("003301")
            .Presses("1");
    }
}
