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
            .AnswersRightly(1)
            .Hears("京东商城的退款，两千元两角，正在退到尾号八八三四的储蓄卡，最晚明天，")
            .Hears("还有一笔退款，要听吗？要，请按一。不要，请按二。")
            .Presses("1")
            .Hears("优衣库的退款，一百九十九元，商户没有同意，说东西已经用过。您不同意的话，三十天内可以在应用里申诉。")
            .Hears("还有别的问题吗");
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
            .AnswersRightly(1)
            .Hears("is on its way to your debit card ending in eight eight three four. It is there at the latest tomorrow,")
            .Speaks("no thanks")
            .Hears("anything else")
            .DoesNotHear("did not agree");
    }

    [Fact]
    public async Task A_late_refund_is_apologised_for_and_urged_with_one_case_however_often_it_is_asked()
    {
        await using var hotline = await TestHotline.StartAsync();

        for (var call = 0; call < 2; call++)
        {
            await hotline
                .Caller("refund-overdue")
                .Dials()
                .Chooses<RefundFlow>()
                .AnswersRightly(1)
                .Hears("现在晚了，很抱歉。已经为您催办，编号是，")
                .Presses("1")
                .Hears("大麦网的退款，六百八十元，原来的银行卡收不了。请在应用里选一张您自己的卡来收。")
                .Presses("2")
                .Presses("1")
                .Hears("这次的事已经记下，编号是，")
                .IsHungUpOn();
        }

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'REFUND_OVERDUE'"));
    }

    [Fact]
    public async Task A_refund_that_arrived_and_is_not_seen_becomes_a_case()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("refund-arrived")
            .Dials()
            .Chooses<RefundFlow>()
            .AnswersRightly(1)
            .Hears("已经到账，退到尾号七三四五的银行卡，看银行流水就能看到。收到了，请按一。没收到，请按二。")
            .Speaks("没看到")
            .Hears("好的，我们去查退到尾号七三四五的这笔钱，查到了会告诉您。编号是，");

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'MISSING_CREDIT'"));
        await hotline
            .Caller("refund-arrived")
            .Dials()
            .Chooses<RefundFlow>()
            .AnswersRightly(1)
            .Speaks("收到了")
            .Hears(RefundPrompts.GladItCame);
    }

    [Fact]
    public async Task Without_a_refund_the_caller_hears_so()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("no-data").Dials().Chooses<RefundFlow>().AnswersRightly(1).Hears(RefundPrompts.None).Hears("还有别的问题吗");
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
                    await hotline.Caller("refund-on-time").Dials().Chooses<RefundFlow>().AnswersRightly(1).Hears("两千元两角");
                    await hotline
                        .Caller("refund-on-time")
                        .Dials()
                        .InEnglish()
                        .Chooses<RefundFlow>()
                        .AnswersRightly(1)
                        .Hears("two thousand yuan and twenty fen");
                }
            }
        }

        foreach (var reason in Enum.GetValues<RejectReason>())
        {
            await hotline.ExecuteAsync($"update refunds set state = 'REJECTED', reject_code = '{Code(reason)}' where wallet_id = 10");
            await hotline.Caller("refund-on-time").Dials().Chooses<RefundFlow>().AnswersRightly(1).Hears("商户没有同意");
        }

        static string Code<T>(T value)
            where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
    }
}
