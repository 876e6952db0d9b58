using System.Data.Common;
using Ivr.Flows.Flows;

namespace Ivr.Tests.Calls;

/// <summary>Each payment is refunded once, whoever asks and however often.</summary>
public sealed class RefundOnceCalls
{
    private const string Refundable = "202611210000003301";
    private const string IdOfRefundable = $"(select id from payments where order_no = '{Refundable}')";

    [Theory]
    [InlineData("update payments set status = 'FAILED' where order_no = '202611210000003301'", "这笔付款没有付成，没有可以退的钱。")]
    [InlineData("update payments set status = 'DISPUTED' where order_no = '202611210000003301'", "这笔付款正在处理争议")]
    [InlineData("insert|PROCESSING|12600", "每笔付款只能申请一次退款，这一笔已经在办了。")]
    [InlineData("insert|SUCCEEDED|12600", "这笔付款已经全部退过了，每笔付款只能退一次。")]
    [InlineData("insert|SUCCEEDED|2600", "这笔付款已经退过一部分，每笔付款只能申请一次退款。")]
    public async Task What_cannot_be_refunded_is_told_with_its_rule_before_and_in_the_turn_that_acts(string change, string rule)
    {
        await using var hotline = await TestHotline.StartAsync();
        var parts = change.Split('|');
        var sql =
            parts.Length == 1
                ? change
                : $"""
                    insert into refunds (id, refund_no, payment_id, wallet_id, amount_minor, state, channel, requested_at)
                    select 9001, 'R1', id, wallet_id, {parts[2]}, '{parts[
                        1
                    ]}', 'ORIGINAL', created_at from payments where order_no = '{Refundable}'
                    """;

        await Confirming(hotline).Meanwhile(() => hotline.ExecuteAsync(sql)).Presses("1").Hears(rule).DoesNotHear("已经提交");
        await Found(hotline).Hears(rule).DoesNotHear("为什么要退款");
        Assert.Equal(
            parts.Length == 1 ? 0 : 1,
            await hotline.AskAsync<long>($"select count(*) from refunds where payment_id = {IdOfRefundable}")
        );
    }

    [Fact]
    public async Task After_a_refusal_it_can_be_asked_for_again()
    {
        await using var hotline = await TestHotline.StartAsync();
        await Confirming(hotline).Presses("1").Hears(OpenRefundPrompts.Requested(default(DateTimeOffset)));
        await hotline.ExecuteAsync($"update refunds set state = 'REJECTED' where payment_id = {IdOfRefundable}");

        await Confirming(hotline).Presses("1").Hears(OpenRefundPrompts.Requested(default(DateTimeOffset)));
        Assert.Equal(2, await hotline.AskAsync<long>($"select count(*) from refunds where payment_id = {IdOfRefundable}"));
    }

    [Fact]
    public async Task Asking_again_in_the_same_call_opens_nothing_more()
    {
        await using var hotline = await TestHotline.StartAsync();

        await Confirming(hotline)
            .Presses("1")
            .Presses("1")
            .Chooses<RefundFlow>()
            .Presses("2")
            .Presses("3")
            .Presses("003301")
            .Presses("1")
            .Hears("这一笔已经在办了。");
        Assert.Equal(1, await hotline.AskAsync<long>($"select count(*) from refunds where payment_id = {IdOfRefundable}"));
    }

    [Fact]
    public async Task Of_two_calls_that_ask_at_once_one_opens_it_and_the_other_hears_so()
    {
        await using var hotline = await TestHotline.StartAsync();

        for (var round = 0; round < 24; round++)
        {
            var (one, other) = (Confirming(hotline), Confirming(hotline, "+8613900000077"));
            await one;
            await other;

            await Task.WhenAll(SaysYes(one), SaysYes(other));

            Assert.Equal(1, await hotline.AskAsync<long>($"select count(*) from refunds where payment_id = {IdOfRefundable}"));
            Assert.Equal(1, new[] { one, other }.Count(caller => Heard(caller, "已经提交，商户最晚")));
            Assert.Equal(1, new[] { one, other }.Count(caller => Heard(caller, "这一笔已经在办了")));
            await hotline.ExecuteAsync($"delete from refunds where payment_id = {IdOfRefundable}");
            await one.HangsUp();
            await other.HangsUp();
        }

        static async Task SaysYes(TestCaller caller) => await caller.Presses("1");

        static bool Heard(TestCaller caller, string words) =>
            caller.Call.Events.OfType<Ivr.Web.Telephone.Spoken>().Any(spoken => spoken.Text.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_database_itself_takes_no_second_refund_of_a_payment_that_is_open_or_done()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync(Insert(9001, "SUCCEEDED"));

        await Assert.ThrowsAnyAsync<DbException>(() => hotline.ExecuteAsync(Insert(9002, "REQUESTED")));
        await hotline.ExecuteAsync(Insert(9003, "REJECTED"));

        static string Insert(int id, string state) =>
            $"""
                insert into refunds (id, refund_no, payment_id, wallet_id, amount_minor, state, channel, requested_at)
                select {id}, 'R{id}', id, wallet_id, amount_minor, '{state}', 'ORIGINAL', created_at from payments where order_no = '{Refundable}'
                """;
    }

    /// <summary>Up to the question whether to ask for it.</summary>
    private static TestCaller Confirming(TestHotline hotline, string? from = null) => Found(hotline, from).Presses("2");

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
