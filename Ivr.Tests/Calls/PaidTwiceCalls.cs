using Ivr.Flows.Flows;

namespace Ivr.Tests.Calls;

/// <summary>Callers were charged twice for one thing.</summary>
public sealed class PaidTwiceCalls
{
    private const string Second = "202611230000000906";

    [Fact]
    public async Task Who_paid_twice_hears_of_both_and_has_the_second_refunded_in_these_words()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync($"update payments set reason_code = null where order_no = '{Second}'");

        await hotline
            .Caller("payment-duplicate")
            .Dials()
            .Chooses<PaymentFlow>()
            .Speaks("扣了两次")
            .AnswersRightly(1)
            .Hears("我们看到两笔相同的付款，都是付给瑞幸咖啡，三十二元，一笔在昨天上午九点十分，一笔在昨天上午九点十二分。")
            .Speaks("要")
            .AnswersRightly(1)
            .Hears("向瑞幸咖啡申请退三十二元，退回尾号幺幺八零的储蓄卡，现在提交吗？是，请按一。不是，请按二。")
            .Speaks("是的")
            .Hears($"已经提交，商户最晚{hotline.SayWorkday(3)}答复。")
            .Hears("有凭证的话，请在应用的这笔订单里上传。")
            .Hears("还有别的问题吗");

        Assert.Equal(
            1,
            await hotline.AskAsync<long>(
                $"""
                select count(*) from refunds f join payments p on p.id = f.payment_id
                where p.order_no = '{Second}' and f.reason_code = 'PAID_TWICE' and f.receiving_card_id = p.card_id and f.amount_minor = 3200
                """
            )
        );

        // What is being refunded is not offered again, and the caller is asked what else may be wrong.
        await hotline
            .Caller("payment-duplicate")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("2")
            .AnswersRightly(1)
            .DoesNotHear("两笔相同的付款")
            .Hears(PaymentPrompts.IsItThisOne(Some.Payment));
    }

    [Fact]
    public async Task The_same_in_English()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("payment-duplicate")
            .Dials()
            .InEnglish()
            .Chooses<PaymentFlow>()
            .Speaks("I was charged twice")
            .AnswersRightly(1)
            .Hears(
                "I see two equal payments to 瑞幸咖啡, thirty two yuan each, one yesterday at nine ten a.m., one yesterday at nine twelve a.m."
            )
            .Speaks("yes")
            .AnswersRightly(1)
            .Hears("I will ask 瑞幸咖啡 to give back thirty two yuan to your debit card ending in one one eight zero. Shall I?")
            .Speaks("yes")
            .Hears("It has been requested. The shop answers at the latest ")
            .Hears("If you have any proof, please upload it to the order in the app.");
    }

    [Fact]
    public async Task A_payment_found_by_search_is_known_to_be_twice_there_and_told_where_the_caller_means_no_refund()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("payment-duplicate")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Presses("1")
            .Presses("32#")
            .Presses("1")
            .Hears("我们看到两笔相同的付款")
            .Presses("2")
            .Hears("我们看到了两笔相同的付款。")
            .Hears(PaymentPrompts.IsItRight)
            .Presses("1")
            .Hears("还有别的问题吗");
    }

    [Theory]
    [InlineData("created_at = '{0}'")]
    [InlineData("amount_minor = 3201")]
    [InlineData("payee_name = '星巴克'")]
    [InlineData("status = 'FAILED'")]
    public async Task What_differs_in_anything_is_not_taken_for_twice(string difference)
    {
        await using var hotline = await TestHotline.StartAsync();
        var first = await hotline.AskAsync<DateTimeOffset>("select created_at from payments where order_no = '202611230000000905'");
        var late = TestHotline.Stored(first.AddMinutes(10).AddSeconds(1));
        await hotline.ExecuteAsync(
            $"update payments set {difference.Replace("{0}", late, StringComparison.Ordinal)} where order_no = '{Second}'"
        );

        await hotline
            .Caller("payment-duplicate")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("2")
            .AnswersRightly(1)
            .DoesNotHear("两笔相同的付款")
            .Hears(PaymentPrompts.IsItThisOne(Some.Payment));
    }

    [Fact]
    public async Task Three_equal_payments_are_offered_one_after_another()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync(
            $"""
            insert into payments (id, order_no, wallet_id, card_id, payee_name, amount_minor, currency, method, status, fund_position, created_at)
            select 9001, 'third', wallet_id, card_id, payee_name, amount_minor, currency, method, status, fund_position,
                   replace(created_at, ':12:00', ':21:00')
            from payments where order_no = '{Second}'
            """
        );

        await hotline
            .Caller("payment-duplicate")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("2")
            .AnswersRightly(1)
            .Hears("一笔在昨天上午九点十二分，一笔在昨天上午九点二十一分")
            .Presses("2")
            .Hears("一笔在昨天上午九点十分，一笔在昨天上午九点十二分")
            .Presses("2")
            .Hears(PaymentPrompts.IsItThisOne(Some.Payment));
    }
}
