using Ivr.Data.Connections;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Ivr.Tests.Calls;
using Ivr.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Data;

/// <summary>What becomes of the dates that callers were told.</summary>
public sealed class PromiseTests
{
    [Theory]
    [InlineData(PromiseRule.MoneyBack, "payment:2", "update payments set fund_position = 'RETURNED' where id = 2")]
    [InlineData(PromiseRule.MoneyBack, "payment:2", "update reversals set done_at = '2026-11-20T00:00:00.000000Z' where payment_id = 2")]
    [InlineData(PromiseRule.PaymentSettled, "payment:13", "update payments set status = 'FAILED' where status = 'PROCESSING'")]
    [InlineData(PromiseRule.RefundArrived, "refund:1", "update refunds set state = 'SUCCEEDED' where id = 1")]
    [InlineData(PromiseRule.MerchantAnswered, "refund:6", "update refunds set state = 'APPROVED' where id = 6")]
    public async Task A_kept_promise_is_marked_and_nobody_is_bothered(PromiseRule rule, string subject, string kept)
    {
        await using var hotline = await TestHotline.StartAsync();
        await PromiseAsync(hotline, rule, subject);
        await hotline.ExecuteAsync(kept);

        await LookAsync(hotline, TimeSpan.FromDays(2));

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from promises where kept_at is not null and broken_at is null"));
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from notifications"));
    }

    [Fact]
    public async Task A_broken_promise_opens_a_case_tells_the_owner_and_promises_another_day_once()
    {
        await using var hotline = await TestHotline.StartAsync();
        await PromiseAsync(hotline, PromiseRule.MoneyBack, "payment:2");

        await LookAsync(hotline, TimeSpan.FromHours(12));
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from promises where kept_at is not null or broken_at is not null"));

        await LookAsync(hotline, TimeSpan.FromHours(13));
        await LookAsync(hotline, TimeSpan.Zero);

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from promises where broken_at is not null"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from promises where [rule] = 'CASE_ANSWERED' and broken_at is null"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'PROMISE_BROKEN' and subject = 'payment:2'"));
        Assert.Equal(
            1,
            await hotline.AskAsync<long>(
                "select count(*) from notifications where template = 'PromiseBroken' and to_e164 = '+8613800000006'"
            )
        );
    }

    [Fact]
    public async Task A_case_that_nobody_answers_is_apologised_for_and_does_not_breed_promises()
    {
        await using var hotline = await TestHotline.StartAsync();
        await PromiseAsync(hotline, PromiseRule.RefundArrived, "refund:1");

        await LookAsync(hotline, TimeSpan.FromDays(2));
        await LookAsync(hotline, TimeSpan.FromDays(10));
        await LookAsync(hotline, TimeSpan.FromDays(10));

        Assert.Equal(2, await hotline.AskAsync<long>("select count(*) from promises"));
        Assert.Equal(2, await hotline.AskAsync<long>("select count(*) from promises where broken_at is not null"));
        Assert.Equal(2, await hotline.AskAsync<long>("select count(*) from notifications"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'REFUND_OVERDUE'"));
    }

    [Fact]
    public async Task Two_nodes_that_look_at_once_settle_it_once()
    {
        await using var hotline = await TestHotline.StartAsync();
        await PromiseAsync(hotline, PromiseRule.MoneyBack, "payment:2");
        hotline.Clock.Advance(TimeSpan.FromDays(2));
        var watch = hotline.Services.GetRequiredService<PromiseWatch>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => watch.LookAsync(default)));

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from notifications"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases"));
    }

    [Fact]
    public async Task The_same_day_told_twice_is_one_promise()
    {
        await using var hotline = await TestHotline.StartAsync();
        await PromiseAsync(hotline, PromiseRule.MoneyBack, "payment:2");
        await PromiseAsync(hotline, PromiseRule.MoneyBack, "payment:2");

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from promises"));
    }

    /// <summary>Due in a day from the start of the test.</summary>
    private static async Task PromiseAsync(TestHotline hotline, PromiseRule rule, string subject)
    {
        await using var scope = hotline.Services.CreateAsyncScope();
        var now = hotline.Clock.GetUtcNow();
        var call = new Call
        {
            Sid = "CA1",
            From = "",
            To = "",
            StartedAt = now,
            Now = now,
        };
        await scope.ServiceProvider.GetRequiredService<IPromises>().MakeAsync(call, new Promise(6, subject, rule, Due(hotline)), default);
        await scope.ServiceProvider.GetRequiredService<TurnScope>().CommitAsync(default);
    }

    private static DateTimeOffset Due(TestHotline hotline) => hotline.Started.AddDays(1);

    private static async Task LookAsync(TestHotline hotline, TimeSpan later)
    {
        hotline.Clock.Advance(later);
        await hotline.Services.GetRequiredService<PromiseWatch>().LookAsync(default);
    }
}
