using Ivr.Flows.Flows;
using Ivr.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Calls;

/// <summary>Callers who were promised a day that was not kept.</summary>
public sealed class ApologyCalls
{
    [Fact]
    public async Task The_next_call_begins_with_the_apology_and_the_new_day_once()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.Caller("payment-held").Dials().Chooses<PaymentFlow>().Presses("1").AnswersRightly(1).Presses("1").Hears("自动退回");
        hotline.Clock.Advance(TimeSpan.FromDays(4));
        await hotline.Services.GetRequiredService<PromiseWatch>().LookAsync(default);

        await hotline
            .Caller("payment-held")
            .Dials()
            .DoesNotHear("抱歉")
            .Chooses<RefundFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Hears("核对好了，谢谢您。")
            .Hears("先说声抱歉。上次答应您")
            .Hears("没有查到您的退款");
        await hotline.Caller("payment-held").Dials().Chooses<RefundFlow>().Presses("1").AnswersRightly(1).DoesNotHear("抱歉");
    }

    [Fact]
    public async Task It_is_said_in_English_with_the_day_of_the_answer()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync(
            "insert into promises (id, wallet_id, call_sid, subject, [rule], calendar, made_at, due_at, broken_at) values ('p1', 13, 'CA1', 'payment:13', 'MONEY_BACK', 'CN', '2026-01-01T00:00:00.000000Z', '2026-01-05T00:00:00.000000Z', '2026-01-06T00:00:00.000000Z')"
        );

        await hotline
            .Caller("english-only")
            .Dials()
            .InEnglish()
            .Chooses<RefundFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Hears("First, an apology. What we promised you for Monday, January fifth");
    }

    [Fact]
    public async Task Who_is_not_proven_hears_nothing_of_it()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync(
            "insert into promises (id, wallet_id, call_sid, subject, [rule], calendar, made_at, due_at, broken_at) values ('p1', 1, 'CA1', 'payment:1', 'MONEY_BACK', 'CN', '2026-01-01T00:00:00.000000Z', '2026-01-05T00:00:00.000000Z', '2026-01-06T00:00:00.000000Z')"
        );

        await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersWrongly(3).DoesNotHear("抱歉");

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from promises where apologised_at is null"));
    }
}
