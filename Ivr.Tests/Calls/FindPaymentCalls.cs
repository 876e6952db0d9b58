using Ivr.Flows.Flows;

namespace Ivr.Tests.Calls;

/// <summary>Callers say which payment they mean.</summary>
public sealed class FindPaymentCalls
{
    [Fact]
    public async Task Another_payment_is_found_by_its_amount()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("card-lost")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Hears("两百一十元七角")
            .Presses("2")
            .Hears("按金额来找，请按一。")
            .Hears("按日期来找，请按二。")
            .Hears("按订单号最后六位来找，请按三。")
            .Presses("1")
            .Hears(PaymentPrompts.AskAmount)
            .Presses("210*7#")
            .Hears("两百一十元七角")
            .Presses("1")
            .Hears("因为这张卡已经挂失");
    }

    [Fact]
    public async Task A_payment_in_yen_is_found_by_its_amount_though_a_yen_has_no_parts()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync("update payments set currency = 'JPY', amount_minor = 5000 where id = 2");

        await hotline
            .Caller("payment-held")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Presses("2")
            .Presses("1")
            .Presses("50#")
            .Hears(PaymentPrompts.NotFound)
            .Presses("1")
            .Presses("5000#")
            .Hears("五千日元");
    }

    [Fact]
    public async Task Another_payment_is_found_by_the_last_six_digits_of_its_order()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("payment-duplicate")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Hears("按金额来找，请按一。")
            .Speaks("按订单号")
            .Hears(PaymentPrompts.AskOrder)
            .Presses("000905")
            .Hears("三十二元")
            .Presses("1")
            .Hears("都是付给瑞幸咖啡，三十二元")
            .Presses("2")
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
            .Presses("1")
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
    public async Task What_is_not_found_in_any_way_becomes_a_case_and_a_person_looks()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("no-data")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Presses("1")
            .Presses("12*5#")
            .Hears("没有找到这样的付款，换一个办法再找。")
            .Presses("2")
            .Presses("1")
            .Hears("没有找到这样的付款，换一个办法再找。")
            .Presses("3")
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

        await caller.Dials().Chooses<PaymentFlow>().Presses("1").AnswersRightly(1).Presses("1").Presses(keys).IsStillOn();

        Assert.Equal(isForAPerson, caller.Call.WaitsFor is not null);
        Assert.DoesNotContain(hotline.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hostile_shop_name_is_read_as_plain_words()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("hostile-name")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Presses("1")
            .Presses("0*01#")
            .Presses("1")
            .Hears("已经付成功了。")
            .DoesNotHear("<")
            .DoesNotHear("break");
    }

    [Fact]
    public async Task Another_payment_is_found_by_its_day_in_these_words()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync(
            $"update payments set created_at = '{TestHotline.Stored(Noon(hotline).AddDays(-1))}' where order_no = '202611230000001616'"
        );
        await hotline.ExecuteAsync(
            $"update payments set created_at = '{TestHotline.Stored(Noon(hotline).AddDays(-30))}' where order_no = '202611230000001617'"
        );

        await ByDay(hotline)
            .Hears("今天付的，请按一。")
            .Hears("昨天付的，请按二。")
            .Hears("别的日子，请按三。")
            .Speaks("昨天付的")
            .Hears("您说的是昨天中午十二点，一笔两百一十元七角的付款吗？")
            .Presses("1")
            .Hears("因为这张卡已经挂失");
        await ByDay(hotline)
            .Presses("3")
            .Hears("请说出付款的日期，或者用键输入，月和日各按两位。")
            .Presses($"{hotline.Clock.GetUtcNow().AddHours(8).AddDays(-30):MMdd}")
            .Hears("中午十二点，一笔一百元的付款吗？");
        await ByDay(hotline).Speaks("今天").Hears(PaymentPrompts.NotFound);

        static TestCaller ByDay(TestHotline hotline) =>
            hotline.Caller("card-lost").Dials().Chooses<PaymentFlow>().Presses("1").AnswersRightly(1).Presses("2").Speaks("按日期");
    }

    [Fact]
    public async Task The_same_in_English()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync(
            $"update payments set created_at = '{TestHotline.Stored(Noon(hotline).AddDays(-1))}' where order_no = '202611230000001616'"
        );
        await hotline.ExecuteAsync(
            $"update payments set created_at = '{TestHotline.Stored(Noon(hotline).AddDays(-30))}' where order_no = '202611230000001617'"
        );

        await hotline
            .Caller("card-lost")
            .Dials()
            .InEnglish()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Presses("2")
            .Hears("To find it by the amount, press one.")
            .Hears("To find it by the day, press two.")
            .Hears("To find it by the last six digits of the order number, press three.")
            .Speaks("by the day")
            .Hears("If you paid today, press one.")
            .Hears("If it was yesterday, press two.")
            .Hears("For another day, press three.")
            .Speaks("it was yesterday")
            .Hears("Is it the payment of two hundred ten yuan and seventy, seven zero, fen, yesterday at ")
            .Speaks("another one")
            .Hears("I can't find such a payment. Let's look for it another way.");
    }

    [Theory]
    [InlineData("1332")]
    [InlineData("0231")]
    [InlineData("0000")]
    public async Task A_day_that_does_not_exist_is_asked_for_again(string keys)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("no-data")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Presses("2")
            .Presses("3")
            .Presses(keys)
            .Hears("请说出是哪一天，或者按四个数字，月两位，日两位。");
    }

    [Theory]
    [InlineData("1125", "2026-11-25")]
    [InlineData("1126", "2025-11-26")]
    [InlineData("0101", "2026-01-01")]
    [InlineData("0229", null)]
    [InlineData("1131", null)]
    public void A_keyed_day_is_the_newest_one_that_has_come(string keys, string? day) =>
        Assert.Equal(
            day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            DateKeys.Read(keys, new DateOnly(2026, 11, 25))
        );

    private static DateTimeOffset Noon(TestHotline hotline) =>
        new(hotline.Clock.GetUtcNow().AddHours(8).Date.AddHours(12), TimeSpan.FromHours(8));
}
