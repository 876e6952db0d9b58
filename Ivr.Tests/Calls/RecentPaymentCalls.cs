using Ivr.Flows.Flows;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Calls;

/// <summary>Callers who are asked of their own last payment.</summary>
public sealed class RecentPaymentCalls
{
    private const string Question = "您最近一次付款大约是多少元？";

    [Fact]
    public async Task Who_missed_one_question_is_asked_of_the_last_payment()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("locked-remote-login")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(1)
            .AnswersWrongly(1)
            .Hears("信息没有对上，我们换一个问题。")
            .Hears("您最近一次付款大约是多少元？一小时之内的不算。请按整数元，最后按井号键。")
            .AnswersRightly(1)
            .Hears(IdentityPrompts.Proven);
    }

    [Fact]
    public async Task The_same_in_English()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("locked-remote-login")
            .Dials()
            .InEnglish()
            .Chooses<UnlockFlow>()
            .AnswersRightly(1)
            .AnswersWrongly(1)
            .Hears("About how many yuan was your last payment? The last hour does not count. Key in whole yuan, then press pound.")
            .Presses("87#")
            .Hears(IdentityPrompts.Proven);
    }

    [Theory]
    [InlineData("87#", true)]
    [InlineData("88#", true)]
    [InlineData("87*50#", true)]
    [InlineData("86#", false)]
    [InlineData("89#", false)]
    [InlineData("8#", false)]
    public async Task Rounding_to_the_yuan_is_forgiven_and_nothing_more(string keys, bool isRight)
    {
        await using var hotline = await TestHotline.StartAsync();

        await ToPaymentQuestion(hotline).Presses(keys).Hears(isRight ? IdentityPrompts.Proven : IdentityPrompts.NotProven);
    }

    [Fact]
    public async Task A_wrong_amount_spends_an_attempt_like_any_other()
    {
        await using var hotline = await TestHotline.StartAsync();

        await ToPaymentQuestion(hotline).AnswersWrongly(1).HangsUp();

        Assert.Equal(2, await hotline.AskAsync<long>("select count(*) from verification_attempts where result = 'WRONG'"));
        Assert.Equal(2, await hotline.AskAsync<long>("select sum(consecutive_wrong) from question_guards"));
    }

    [Theory]
    [InlineData("update payments set status = 'FAILED'")]
    [InlineData("update payments set amount_minor = 8000")]
    [InlineData("update payments set amount_minor = 999")]
    [InlineData("update payments set created_at = '2020-01-01T00:00:00.000000Z'")]
    public async Task Nothing_is_asked_of_a_payment_that_failed_is_old_or_is_what_everybody_would_guess(string change)
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync($"{change} where order_no = '202611230000003201'");

        await hotline
            .Caller("locked-remote-login")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(1)
            .AnswersWrongly(1)
            .DoesNotHear(Question)
            .AnswersRightly(1)
            .Hears(IdentityPrompts.Proven);
    }

    [Fact]
    public async Task A_payment_of_the_last_hour_is_not_the_one_that_is_meant()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync(
            $"""
            insert into payments (id, order_no, wallet_id, payee_name, amount_minor, currency, method, status, fund_position, created_at)
            select 999, 'x', wallet_id, 'x', 4300, 'CNY', 'BALANCE', 'SUCCEEDED', 'DEBITED', '{hotline.Clock.GetUtcNow().AddMinutes(
                -59
            ):yyyy-MM-ddTHH:mm:ss.ffffffZ}'
            from payments where order_no = '202611230000003201'
            """
        );

        await ToPaymentQuestion(hotline).Presses("43#").Hears(IdentityPrompts.NotProven);
        hotline.Clock.Advance(TimeSpan.FromMinutes(1));
        await ToPaymentQuestion(hotline).Presses("43#").Hears(IdentityPrompts.Proven);
    }

    [Fact]
    public async Task One_answer_at_most_of_those_that_prove_a_caller_is_of_a_payment()
    {
        await using var hotline = await TestHotline.StartAsync();

        // One answer, of the payment, is enough to hear of a refund; unlocking needs a second, and that is another one.
        await hotline
            .Caller("refund-arrived")
            .Dials()
            .Chooses<RefundFlow>()
            .Presses("1")
            .AnswersWrongly(2)
            .Hears("您最近一次付款大约是多少元？一小时之内的不算。请按整数元，最后按井号键。")
            .AnswersRightly(1)
            .Hears(IdentityPrompts.Proven)
            .Presses("**")
            .Chooses<UnlockFlow>()
            .DoesNotHear(Question)
            .AnswersRightly(1)
            .Hears(UnlockPrompts.NotLocked);
    }

    [Fact]
    public async Task Accounts_that_do_not_exist_are_asked_of_payments_too_the_same_each_time()
    {
        await using var hotline = await TestHotline.StartAsync();

        var first = new List<bool>();
        var second = new List<bool>();
        for (var number = 0; number < 12; number++)
        {
            first.Add(await IsAskedAsync($"60000000{7000 + number}"));
            second.Add(await IsAskedAsync($"60000000{7000 + number}"));
        }

        Assert.Equal(first, second);
        Assert.Contains(true, first);
        Assert.Contains(false, first);

        async Task<bool> IsAskedAsync(string number)
        {
            var caller = hotline.CallerFrom($"+86137{string.Concat(number[^8..].Reverse())}");
            await caller
                .Dials()
                .Chooses<UnlockFlow>()
                .Presses($"{number}#")
                .Presses("1111")
                .AnswersWrongly(3)
                .Hears(IdentityPrompts.NotProven);
            return caller.Call.Events.OfType<Spoken>().Any(spoken => spoken.Text.StartsWith(Question, StringComparison.Ordinal));
        }
    }

    private static TestCaller ToPaymentQuestion(TestHotline hotline) =>
        hotline
            .Caller("locked-remote-login")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(1)
            .AnswersWrongly(1)
            .Hears(IdentityPrompts.AmountQuestion(new(Question, "")));
}
