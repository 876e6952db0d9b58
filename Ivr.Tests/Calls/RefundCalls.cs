using System.Text.Json;
using Ivr.Flows.Flows;
using Ivr.Flows.Wallet;

namespace Ivr.Tests.Calls;

/// <summary>Callers ask where a refund is.</summary>
public sealed class RefundCalls
{
    [Fact]
    public async Task A_refund_on_its_way_is_told_in_these_words_and_the_next_one_offered()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("refund-on-time")
            .Dials()
            .Speaks("我的退款怎么还没到")
            .Speaks("查退款进度")
            .AnswersRightly(1)
            .Hears("京东商城的退款，两千元两角，正在退到尾号八八三四的储蓄卡，最晚明天，")
            .Hears("还有一笔退款，要听吗？要，请按一。不要，请按二。")
            .Presses("1")
            .Hears("优衣库的退款，一百九十九元，商户没有同意，说东西已经用过。")
            .Hears(RefundPrompts.DisputeIt);

        Assert.Equal(
            [hotline.SayDay(hotline.Clock.GetUtcNow().AddDays(1))],
            (await hotline.PromisedAsync("refund:1", "REFUND_ARRIVED")).Select(hotline.SayDay)
        );
    }

    [Fact]
    public async Task The_rest_can_be_left_unheard()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("refund-on-time")
            .Dials()
            .InEnglish()
            .Chooses<RefundFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Hears("is on its way to your debit card ending in eight eight three four. It is there at the latest tomorrow,")
            .Speaks("no thanks")
            .Hears("anything else")
            .DoesNotHear("did not agree");
    }

    [Fact]
    public async Task Who_misses_money_hears_first_of_what_is_late_and_of_what_arrived()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync("update refunds set state = 'SUCCEEDED', arrived_at = requested_at where id = 4");
        await hotline.ExecuteAsync("update refunds set requested_at = '2026-01-05T00:00:00.000000Z' where id = 3");

        await hotline
            .Caller("refund-overdue")
            .Dials()
            .Chooses<RefundFlow>()
            .Speaks("退款没收到")
            .AnswersRightly(1)
            .Hears("携程旅行的退款")
            .Presses("1")
            .Hears("大麦网的退款，六百八十元，");
        await hotline.ExecuteAsync("update refunds set state = 'REQUESTED', expected_at = null where id = 3");
        await hotline
            .Caller("refund-overdue")
            .Dials()
            .InEnglish()
            .Chooses<RefundFlow>()
            .Speaks("it has not come")
            .AnswersRightly(1)
            .Hears("Your refund from 大麦网, six hundred eighty, six eight zero, yuan, arrived ");
    }

    [Fact]
    public async Task The_rules_are_read_one_at_a_time_to_anybody_and_again_on_pound()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .CallerFrom("+8613900000099")
            .Dials()
            .Chooses<RefundFlow>()
            .Speaks("退款规则")
            .Hears("第一条，退款只退回原来付款的卡或者余额，不会退到别的账户。下一条，请按一。")
            .Presses("#")
            .Hears("第一条")
            .Speaks("下一条")
            .Hears("第二条，申请以后，商户三个工作日内答复，不答复的，我们去催。下一条，请按一。")
            .Presses("1")
            .Hears("第三条，商户同意以后，退到余额只要几分钟，储蓄卡一到三个工作日，信用卡三到七个工作日。下一条，请按一。")
            .Presses("1")
            .Hears("第四条，付款一百八十天之内可以申请，每笔一次。商户不同意的，三十天内可以申诉。都听完了，请按一。")
            .Presses("1")
            .Hears("还有别的问题吗");
        await hotline
            .CallerFrom("+15550100199")
            .Dials()
            .InEnglish()
            .Chooses<RefundFlow>()
            .Speaks("the rules")
            .Hears("First: a refund only goes back to the card or the balance you paid from, never to another account.")
            .Speaks("next")
            .Hears("Second: the shop answers within three working days.")
            .Speaks("next")
            .Hears("Third: once the shop agrees")
            .Speaks("next")
            .Hears("Fourth: you can ask within one hundred and eighty days, once for each payment.")
            .Speaks("go on")
            .Hears("anything else");
    }

    [Fact]
    public async Task Who_cannot_prove_who_they_are_hears_of_no_refund()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("refund-on-time")
            .Dials()
            .Chooses<RefundFlow>()
            .Presses("1")
            .AnswersWrongly(3)
            .Hears(IdentityPrompts.NotProven)
            .DoesNotHear("京东")
            .Hears("还有别的问题吗");
    }

    [Fact]
    public async Task A_refund_that_arrived_and_is_not_seen_becomes_a_case()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("refund-arrived")
            .Dials()
            .Chooses<RefundFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Hears("已经到账，退到尾号七三四五的银行卡，看银行流水就能看到。收到了，请按一。没收到，请按二。")
            .Speaks("没看到")
            .Hears("好的，我们去查退到尾号七三四五的这笔钱，查到了会告诉您。编号是，")
            .Hears($"最晚{hotline.SayWorkday(3)}给您答复。");

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'MISSING_CREDIT'"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from promises where [rule] = 'CASE_ANSWERED'"));
        await hotline
            .Caller("refund-arrived")
            .Dials()
            .Chooses<RefundFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Speaks("收到了")
            .Hears(RefundPrompts.GladItCame);
    }

    [Fact]
    public async Task What_is_taken_back_after_it_was_said_to_have_arrived_is_not_searched_for()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("refund-arrived")
            .Dials()
            .Chooses<RefundFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Hears("已经到账")
            .Meanwhile(() => hotline.ExecuteAsync("update refunds set state = 'ABNORMAL' where id = 5"))
            .Presses("2")
            .Hears("原来尾号七三四五的银行卡收不了");
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from cases"));
    }

    [Fact]
    public async Task Without_a_refund_the_caller_hears_so_and_may_ask_for_one()
    {
        await using var hotline = await TestHotline.StartAsync();

        await None(hotline)
            .Hears(RefundPrompts.None)
            .Hears("要申请退款吗？要，请按一。不要，请按二。")
            .Presses("2")
            .Hears("还有别的问题吗");
        await None(hotline).Speaks("要").AnswersRightly(1).Hears("按金额来找，请按一。");

        static TestCaller None(TestHotline hotline) =>
            hotline.Caller("no-data").Dials().Chooses<RefundFlow>().Presses("1").AnswersRightly(1);
    }

    [Fact]
    public async Task Every_state_is_told_for_every_receiving_account_in_both_languages()
    {
        await using var hotline = await TestHotline.StartAsync();
        string[] accounts =
        [
            "receiving_card_id = null",
            "receiving_card_id = (select id from bank_cards where tail4 = '8834' and wallet_id = 10)",
            "receiving_card_id = (select id from bank_cards where tail4 = '4021')",
        ];
        string[] dates = ["expected_at = null", $"expected_at = '{hotline.Clock.GetUtcNow().AddDays(3):yyyy-MM-dd}T10:00:00.000000Z'"];
        await hotline.ExecuteAsync("delete from refunds where wallet_id = 10 and state = 'REJECTED'");

        foreach (var state in Enum.GetValues<RefundState>())
        {
            foreach (var account in accounts)
            {
                foreach (var date in dates)
                {
                    await hotline.ExecuteAsync($"update refunds set state = '{Code(state)}', {account}, {date} where wallet_id = 10");
                    await hotline.Caller("refund-on-time").Dials().Chooses<RefundFlow>().Presses("1").AnswersRightly(1).Hears("两千元两角");
                    await hotline
                        .Caller("refund-on-time")
                        .Dials()
                        .InEnglish()
                        .Chooses<RefundFlow>()
                        .Presses("1")
                        .AnswersRightly(1)
                        .Hears("two thousand yuan and twenty fen");
                }
            }
        }

        foreach (var reason in Enum.GetValues<RejectReason>())
        {
            await hotline.ExecuteAsync($"update refunds set state = 'REJECTED', reject_code = '{Code(reason)}' where wallet_id = 10");
            await hotline.Caller("refund-on-time").Dials().Chooses<RefundFlow>().Presses("1").AnswersRightly(1).Hears("商户没有同意");
        }

        static string Code<T>(T value)
            where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
    }
}
