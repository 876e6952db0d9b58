using Ivr.Tests.Calls;
using Ivr.Tests.Webhooks;
using Ivr.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Faults;

/// <summary>What Twilio tells of a call comes in any order, twice, late, or never.</summary>
public sealed class UntoldEndTests
{
    private static readonly string[] Statuses = ["initiated", "ringing", "in-progress", "completed", "completed"];

    [Fact]
    public async Task In_whatever_order_a_calls_states_are_told_it_ends_once_and_stays_ended()
    {
        await using var hotline = await TestHotline.StartAsync();
        foreach (var order in Orders(Statuses.Length))
        {
            using var twilio = new TwilioSide(hotline);
            await twilio.DialAsync();
            foreach (var at in order)
            {
                (await twilio.SendAsync("/voice/status", ("CallStatus", Statuses[at]))).IsTwiml();
            }

            (await twilio.SendAsync("/voice/status", ("CallStatus", "failed"))).IsTwiml();
            Assert.True((await twilio.PressAsync(1, "1")).IsTwiml().HangsUp);
        }

        Assert.Equal(["completed"], await hotline.ListAsync<string>("select distinct coalesce(outcome, 'none') from calls"));
        Assert.Equal(1, await hotline.AskAsync<int>("select max(turn) from calls"));
    }

    [Fact]
    public async Task A_state_of_a_call_that_nobody_knows_is_taken_and_changes_nothing()
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);

        Assert.Empty((await twilio.SendAsync("/voice/status", ("CallStatus", "completed"))).IsTwiml().Verbs);

        Assert.Equal(0, await hotline.AskAsync<int>("select count(*) from calls"));
    }

    [Fact]
    public async Task A_call_whose_end_is_never_told_is_ended_after_a_day_and_nobody_waits_for_it()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.Caller("happy").Dials().Presses("0").WaitsForAPerson();
        hotline.Clock.Advance(TimeSpan.FromHours(23));
        using var twilio = new TwilioSide(hotline);
        await twilio.DialAsync();
        hotline.Clock.Advance(TimeSpan.FromHours(2));

        await hotline.Services.GetRequiredService<CallSweep>().SweepAsync(CancellationToken.None);

        Assert.Equal(
            "1 never told, 1 open, 0 handovers, 0 waiting",
            await hotline.AskAsync<string>(
                """
                select concat((select count(*) from calls where outcome = 'never-told'), ' never told, ',
                    (select count(*) from calls where ended_at is null), ' open, ',
                    (select count(*) from handovers where ended_at is null), ' handovers, ',
                    (select count(*) from queue_entries where left_at is null), ' waiting')
                """
            )
        );
    }

    /// <summary>The end of a call is told while its last answer is being worked on: what was committed stays, and nothing else is.</summary>
    [Fact]
    public async Task A_hang_up_at_the_moment_of_the_last_answer_leaves_the_step_done_once_or_not_at_all()
    {
        await using var hotline = await TestHotline.StartAsync();
        foreach (var customer in await Crowd.JoinAsync(hotline, 20, "happy"))
        {
            var caller = new TestCaller(hotline, customer);
            await caller.Dials().Presses("1").AnswersRightly(2).Presses("1").Hears("输入这六位数字");
            var code = (await hotline.CodeSentToAsync(customer.Phone))!;
            using var twilio = new TwilioSide(hotline) { CallSid = caller.Call.CallSid };
            twilio.Always["AccountSid"] = await hotline.AskAsync<string>($"select account_sid from calls where sid = '{twilio.CallSid}'");
            twilio.Always["From"] = customer.Phone;
            var turn = await hotline.AskAsync<int>($"select turn from calls where sid = '{twilio.CallSid}'");

            var answers = await Task.WhenAll(twilio.PressAsync(turn, code), twilio.SendAsync("/voice/status", ("CallStatus", "completed")));

            var isDone = answers[0].IsTwiml().Body.Contains("已经解锁", StringComparison.Ordinal);
            Assert.Equal(
                isDone ? "1 released, 1 told" : "0 released, 0 told",
                await hotline.AskAsync<string>(
                    $"""
                    select (select count(*) from audit_log where action = 'locks released' and call_sid = '{twilio.CallSid}') || ' released, '
                        || (select count(*) from notifications where template = 'Unlocked' and call_sid = '{twilio.CallSid}') || ' told'
                    """
                )
            );
            Assert.Equal("completed", await hotline.AskAsync<string>($"select outcome from calls where sid = '{twilio.CallSid}'"));
        }
    }

    private static IEnumerable<int[]> Orders(int count) =>
        Enumerable
            .Range(0, count)
            .Aggregate(
                (IEnumerable<int[]>)
                    [
                        [],
                    ],
                (heads, _) => heads.SelectMany(head => Enumerable.Range(0, count).Except(head).Select(next => (int[])[.. head, next]))
            );
}
