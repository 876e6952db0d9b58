using System.Text.Json;
using Ivr.Flows.Flows;
using Ivr.Flows.Wallet;

namespace Ivr.Tests.Calls;

/// <summary>Callers ask about a payment that went wrong.</summary>
public sealed class PaymentCalls
{
    [Fact]
    public async Task Held_money_is_explained_in_these_words()
    {
        await using var hotline = await TestHotline.StartAsync();
        var due = Spoken(hotline, "select due_at from reversals where payment_id = 2");

        await hotline
            .Caller("payment-held")
            .Dials()
            .Speaks("我付款失败了，钱被扣了")
            .AnswersRightly(1)
            .Hears("核对好了，谢谢您。")
            .Hears("一笔一千零二十元零五分的付款吗？是，请按一。不是，请按二。")
            .Speaks("对，就是这笔")
            .Hears("银行没有及时回复，我们正在核实。")
            .Hears($"这笔一千零二十元零五分只是暂时冻结，没有划走，最晚{await due}自动退回。")
            .Hears("请先不要再付一次。")
            .Hears("两个小时后，可以在账单里看结果。")
            .Hears("还有别的问题吗");
    }

    [Theory]
    [InlineData("payment-not-debited", "余额不够", "这笔钱没有扣。", "可以充值")]
    [InlineData("payment-debited", "商户没有收到", "这笔三百元五角已经扣了，最晚明天", "钱会自己回来")]
    [InlineData("payment-reversed", "没有成功", "已经退回，在尾号六零幺八的银行卡里。", "银行流水")]
    public async Task Where_the_money_is_is_told_apart(string tag, string why, string money, string next)
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller(tag);

        await caller.Dials().Chooses<PaymentFlow>();
        await (tag == "payment-not-debited" ? caller.Presses("600000000005#").Presses("4406") : caller);
        await caller.AnswersRightly(1).Presses("1").Hears(why).Hears(money).Hears(next);
    }

    [Fact]
    public async Task A_payment_in_progress_is_told_in_these_words()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("english-only")
            .Dials()
            .InEnglish()
            .Speaks("my payment failed")
            .AnswersRightly(1)
            .Hears("Is it the payment of one thousand five hundred yuan, today at ")
            .Speaks("yes")
            .Hears("This payment is still in progress.")
            .Hears(
                "The one thousand five hundred yuan is on hold. If the payment goes through, the shop gets it. If not, it comes back, at the latest "
            )
            .Hears("Please do not pay a second time for now.")
            .Hears("In two hours you can see the result in your bills.");
    }

    [Fact]
    public async Task Another_payment_is_found_by_its_amount()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("card-lost")
            .Dials()
            .Chooses<PaymentFlow>()
            .AnswersRightly(1)
            .Hears("两百一十元七角")
            .Presses("2")
            .Hears("按金额来找，请按一。")
            .Hears("按订单号最后六位来找，请按二。")
            .Presses("1")
            .Hears(PaymentPrompts.AskAmount)
            .Presses("210*7#")
            .Hears("两百一十元七角")
            .Presses("1")
            .Hears("因为这张卡已经挂失");
    }

    [Fact]
    public async Task Another_payment_is_found_by_the_last_six_digits_of_its_order()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("payment-duplicate")
            .Dials()
            .Chooses<PaymentFlow>()
            .AnswersRightly(1)
            .Hears("按金额来找，请按一。")
            .Speaks("按订单号")
            .Hears(PaymentPrompts.AskOrder)
            .Presses("000905")
            .Hears("三十二元")
            .Presses("1")
            .Hears("付给瑞幸咖啡的三十二元，已经付成功了。");
    }

    [Fact]
    public async Task Equal_payments_are_offered_one_after_another()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("payment-duplicate")
            .Dials()
            .Chooses<PaymentFlow>()
            .AnswersRightly(1)
            .Presses("1")
            .Presses("32#")
            .Hears("九点十二分")
            .Presses("2")
            .Hears("九点十分")
            .Presses("2")
            .Hears(PaymentPrompts.NotFound)
            .Hears(PaymentPrompts.OfferByAmount(new('1')));
    }

    [Fact]
    public async Task A_charge_that_is_not_wrong_itself_is_not_said_to_come_back_by_itself()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("payment-duplicate")
            .Dials()
            .Chooses<PaymentFlow>()
            .AnswersRightly(1)
            .Presses("1")
            .Presses("310#")
            .Presses("1")
            .Hears("扣款的金额和订单不一致。")
            .DoesNotHear("自动退回");
    }

    [Fact]
    public async Task What_is_not_found_twice_becomes_a_case_and_a_person_looks()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("no-data")
            .Dials()
            .Chooses<PaymentFlow>()
            .AnswersRightly(1)
            .Presses("1")
            .Presses("12*5#")
            .Hears("没有找到这样的付款，换一个办法再找。")
            .Presses("2")
            .Presses("123456")
            .Hears(PaymentPrompts.ReferNotFound(Some.Case))
            .WaitsForAPerson()
            .FindsThat("answers")
            .Hears("还有别的问题吗");

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'PAYMENT_NOT_FOUND'"));
    }

    [Theory]
    [InlineData("0#", true)]
    [InlineData("0*01#", false)]
    [InlineData("1*2*3#", false)]
    [InlineData("*5#", false)]
    [InlineData("0000000000000#", false)]
    public async Task Odd_amounts_find_nothing_and_break_nothing(string keys, bool isForAPerson)
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("no-data");

        await caller.Dials().Chooses<PaymentFlow>().AnswersRightly(1).Presses("1").Presses(keys).IsStillOn();

        Assert.Equal(isForAPerson, caller.Call.WaitsFor is not null);
        Assert.DoesNotContain(hotline.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_of_ours_and_an_unknown_code_and_late_money_open_a_case_and_the_same_one_next_time()
    {
        await using var hotline = await TestHotline.StartAsync();
        string[] unclear =
        [
            "reason_code = 'SYSTEM_ERROR'",
            "reason_code = 'E_7731'",
            $"status = 'PROCESSING', reason_code = null, created_at = '{hotline.Clock.GetUtcNow().AddHours(-30):yyyy-MM-ddTHH:mm:ss.ffffffZ}'",
        ];

        foreach (var what in unclear)
        {
            await hotline.ExecuteAsync($"update payments set status = 'FAILED', reason_code = 'BANK_TIMEOUT' where id = 2");
            await hotline.ExecuteAsync($"update payments set {what} where id = 2");
            await AskAsync().Hears(PaymentPrompts.ReferUnclear(Some.Case)).WaitsForAPerson();
        }

        await hotline.ExecuteAsync("update payments set status = 'FAILED', reason_code = 'BANK_TIMEOUT' where id = 2");
        await hotline.ExecuteAsync("update reversals set due_at = '2026-01-01T00:00:00.000000Z' where payment_id = 2");
        await AskAsync().Hears(PaymentPrompts.Overdue).Hears(PaymentPrompts.ReferUnclear(Some.Case)).WaitsForAPerson();
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'PAYMENT_UNCLEAR'"));

        TestCaller AskAsync() => hotline.Caller("payment-held").Dials().Chooses<PaymentFlow>().AnswersRightly(1).Presses("1");
    }

    [Fact]
    public async Task Every_reason_is_told_in_both_languages_with_what_to_do_next()
    {
        await using var hotline = await TestHotline.StartAsync();
        foreach (var reason in Enum.GetValues<PaymentReason>())
        {
            var code = JsonNamingPolicy.SnakeCaseUpper.ConvertName(reason.ToString());
            await hotline.ExecuteAsync($"update payments set reason_code = '{code}', fund_position = 'NONE' where id = 2");

            await hotline
                .Caller("payment-held")
                .Dials()
                .Chooses<PaymentFlow>()
                .AnswersRightly(1)
                .Presses("1")
                .Hears(PaymentPrompts.Because(reason))
                .Hears(PaymentPrompts.NextStep(reason));
            await hotline
                .Caller("payment-held")
                .Dials()
                .InEnglish()
                .Chooses<PaymentFlow>()
                .AnswersRightly(1)
                .Presses("1")
                .Hears(PaymentPrompts.Because(reason))
                .Hears(PaymentPrompts.NextStep(reason));
        }

        Assert.Equal(29, Enum.GetValues<PaymentReason>().Length);
    }

    [Fact]
    public async Task A_hostile_shop_name_is_read_as_plain_words()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("hostile-name")
            .Dials()
            .Chooses<PaymentFlow>()
            .AnswersRightly(1)
            .Presses("1")
            .Presses("0*01#")
            .Presses("1")
            .Hears("已经付成功了。")
            .DoesNotHear("<")
            .DoesNotHear("break");
    }

    private static async Task<string> Spoken(TestHotline hotline, string sql) =>
        hotline.SayDay(DateTimeOffset.Parse((await hotline.AskAsync<string>(sql))!, System.Globalization.CultureInfo.InvariantCulture));
}
