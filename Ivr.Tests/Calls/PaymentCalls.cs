using System.Text.Json;
using Ivr.Flows.Calls;
using Ivr.Flows.Flows;
using Ivr.Flows.Wallet;
using Microsoft.Extensions.DependencyInjection;

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
            .Hears("钱扣了，但是没付成功，请按一。")
            .Hears("金额不对，或者扣了两次，请按二。")
            .Hears("付不了款，请按三。")
            .Hears("有一笔扣款不认识，请按四。")
            .Speaks("钱扣了没付成功")
            .AnswersRightly(1)
            .Hears("核对好了，谢谢您。")
            .Hears("一笔一千零二十元零五分的付款吗？是，请按一。不是，请按二。")
            .Speaks("对，就是这笔")
            .Hears("银行没有及时回复，我们正在核实。")
            .Hears($"这笔一千零二十元零五分只是暂时冻结，没有划走，最晚{await due}自动退回。")
            .Hears("请先不要再付一次。")
            .Hears("结果会写在账单里。")
            .Hears("还有别的问题吗");

        Assert.Equal([await due], (await hotline.PromisedAsync("payment:2", "MONEY_BACK")).Select(day => hotline.SayDay(day)));
    }

    [Theory]
    [InlineData("payment-not-debited", "余额不够", "这笔钱没有扣。", "可以充值")]
    [InlineData("payment-debited", "商户没有收到", "这笔三百元五角已经扣了，最晚明天", "钱会自己回来")]
    [InlineData("payment-reversed", "没有成功", "已经退回，在尾号六零幺八的银行卡里。", "银行流水")]
    public async Task Where_the_money_is_is_told_apart(string tag, string why, string money, string next)
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller(tag);

        await caller.Dials().Chooses<PaymentFlow>().Presses("1");
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
            .Speaks("I have a problem with a payment")
            .Hears("If money was taken but the payment failed, press one.")
            .Hears("If the amount is wrong, or was taken twice, press two.")
            .Hears("If you can't pay, press three.")
            .Hears("If you don't know a charge, press four.")
            .Speaks("the payment failed")
            .AnswersRightly(1)
            .Hears("Is it the payment of one thousand five hundred yuan, today at ")
            .Speaks("yes")
            .Hears("This payment is still in progress.")
            .Hears(
                "The one thousand five hundred yuan is on hold. If the payment goes through, the shop gets it. If not, it comes back, at the latest "
            )
            .Hears("Please do not pay a second time for now.")
            .Hears("Whether it went through, you will see in your bills.")
            .Hears("There will be a result at the latest ");
    }

    [Fact]
    public async Task The_hour_of_the_result_that_was_told_stays_when_the_caller_asks_again()
    {
        await using var hotline = await TestHotline.StartAsync();
        await InProgress(hotline).Hears(PaymentPrompts.Recheck(default));
        var told = await hotline.AskAsync<DateTimeOffset>("select due_at from promises where [rule] = 'PAYMENT_SETTLED'");

        hotline.Clock.Advance(TimeSpan.FromMinutes(70));
        await InProgress(hotline).Hears(PaymentPrompts.Recheck(default));
        Assert.Equal(told, await hotline.AskAsync<DateTimeOffset>("select max(due_at) from promises where [rule] = 'PAYMENT_SETTLED'"));
        Assert.Equal(0, told.Ticks % TimeSpan.TicksPerHour);
        Assert.Empty(await hotline.PromisedAsync("payment:14", "MONEY_BACK"));

        static TestCaller InProgress(TestHotline hotline) =>
            hotline.Caller("english-only").Dials().InEnglish().Chooses<PaymentFlow>().Presses("1").AnswersRightly(1).Presses("1");
    }

    [Theory]
    [InlineData("HELD")]
    [InlineData("DEBITED")]
    public async Task Without_a_known_day_money_is_promised_back_in_three_working_days(string funds)
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync("delete from reversals where payment_id = 2");
        await hotline.ExecuteAsync($"update payments set fund_position = '{funds}' where id = 2");
        var day = hotline.SayWorkday(3);

        for (var call = 0; call < 2; call++)
        {
            await Held(hotline).Hears($"最晚{day}自动退回。");
        }

        Assert.Equal([day], (await hotline.PromisedAsync("payment:2", "MONEY_BACK")).Select(promised => hotline.SayDay(promised)));
    }

    [Fact]
    public async Task Where_the_calendar_ends_the_longest_span_is_told_and_nothing_promised()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync("delete from reversals where payment_id = 2");
        hotline.Clock.Advance(new DateTimeOffset(2027, 12, 30, 4, 0, 0, TimeSpan.Zero) - hotline.Clock.GetUtcNow());
        await hotline.ExecuteAsync(
            $"update payments set created_at = '{TestHotline.Stored(hotline.Clock.GetUtcNow().AddHours(-3))}' where id = 2"
        );

        await Held(hotline).Hears("没有划走，最晚三个工作日自动退回。");
        Assert.Empty(await hotline.PromisedAsync("payment:2", "MONEY_BACK"));
    }

    [Fact]
    public async Task A_payment_that_takes_longer_than_a_day_becomes_a_case_and_a_person_looks()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("payment-pending-long")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Presses("1")
            .Hears("这笔付款还在处理中。")
            .DoesNotHear("有结果")
            .Hears("我们的同事来接着办。编号是，")
            .WaitsForAPerson()
            .FindsThat("answers")
            .Hears("还有别的问题吗");
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

        TestCaller AskAsync() => Held(hotline);
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
                .Presses("1")
                .AnswersRightly(1)
                .Presses("1")
                .Hears(PaymentPrompts.Because(reason))
                .Hears(PaymentPrompts.NextStep(reason));
            await hotline
                .Caller("payment-held")
                .Dials()
                .InEnglish()
                .Chooses<PaymentFlow>()
                .Presses("1")
                .AnswersRightly(1)
                .Presses("1")
                .Hears(PaymentPrompts.Because(reason))
                .Hears(PaymentPrompts.NextStep(reason));
        }

        Assert.Equal(29, Enum.GetValues<PaymentReason>().Length);
    }

    [Fact]
    public async Task Money_that_was_expected_earlier_today_is_late_only_tomorrow()
    {
        await using var hotline = await TestHotline.StartAsync();
        var market = hotline.Services.GetRequiredService<MarketTime>();
        var today = market.DayOf(hotline.Clock.GetUtcNow());
        await hotline.ExecuteAsync($"update reversals set due_at = '{TestHotline.Stored(market.StartOf(today))}' where payment_id = 2");

        await Held(hotline).Hears($"最晚{hotline.SayDay(today)}自动退回。");

        await hotline.ExecuteAsync(
            $"update reversals set due_at = '{TestHotline.Stored(market.StartOf(today).AddSeconds(-1))}' where payment_id = 2"
        );
        await Held(hotline).Hears(PaymentPrompts.Overdue);
    }

    private static TestCaller Held(TestHotline hotline) =>
        hotline.Caller("payment-held").Dials().Chooses<PaymentFlow>().Presses("1").AnswersRightly(1).Presses("1");

    private static async Task<string> Spoken(TestHotline hotline, string sql) =>
        hotline.SayDay(DateTimeOffset.Parse((await hotline.AskAsync<string>(sql))!, System.Globalization.CultureInfo.InvariantCulture));
}
