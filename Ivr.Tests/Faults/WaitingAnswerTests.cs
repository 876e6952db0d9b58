using Ivr.Flows.Prompts;
using Ivr.Tests.Calls;

namespace Ivr.Tests.Faults;

/// <summary>
/// The last step of an unlock meets a database that is slow, is stuck, or does not confirm a commit: the account is unlocked once or not at all,
/// and the last words say which.
/// </summary>
public sealed class WaitingAnswerTests
{
    private const string AsksForCode = "输入这六位数字";

    private readonly Trouble trouble = new();

    [Fact]
    public async Task A_commit_that_takes_two_seconds_is_waited_for_without_a_word()
    {
        await using var hotline = await TestHotline.StartAsync(TroubledDialect.With(trouble));
        using var twilio = new ImpatientTwilio(hotline);
        var caller = await AtTheLastStepAsync(twilio);
        trouble.AtCommit = commit => Slow(commit, TimeSpan.FromSeconds(2));

        await caller.KeysTheCode().DoesNotHear("请稍等").Hears("已经解锁");

        await IsUnlockedAsync(hotline, 1);
    }

    [Fact]
    public async Task A_commit_that_takes_seven_seconds_is_asked_after_until_its_own_answer_is_heard()
    {
        await using var hotline = await TestHotline.StartAsync(TroubledDialect.With(trouble));
        using var twilio = new ImpatientTwilio(hotline);
        var caller = await AtTheLastStepAsync(twilio);
        trouble.AtCommit = commit => Slow(commit, TimeSpan.FromSeconds(7));

        await caller.KeysTheCode().Hears("请稍等，我还在办。").Hears("One moment please").DoesNotHear("出了点问题").Hears("已经解锁");

        ImpatientTwilio.WasAlwaysAnswered(caller);
        await IsUnlockedAsync(hotline, 1);
    }

    [Fact]
    public async Task A_commit_that_is_stuck_ends_with_a_person_and_with_neither_done_nor_not_done()
    {
        await using var hotline = await TestHotline.StartAsync(TroubledDialect.With(trouble));
        using var twilio = new ImpatientTwilio(hotline);
        var caller = await AtTheLastStepAsync(twilio);
        var stuck = new TaskCompletionSource();
        trouble.AtCommit = commit => Stuck(commit, stuck.Task);

        await caller
            .KeysTheCode()
            .Hears("请稍等，我还在办。")
            .Hears("还没好，请再等一下。")
            .Hears("还没好，请再等一下。")
            .Hears(CommonPrompts.NotKnown)
            .WaitsForAPerson();

        ImpatientTwilio.WasAlwaysAnswered(caller);
        trouble.AtCommit = null;
        stuck.SetResult();
        await hotline.BecomesAsync("select count(*) from audit_log where action = 'locks released'", 1);
        await IsUnlockedAsync(hotline, 1);
    }

    [Fact]
    public async Task A_commit_that_was_done_and_not_confirmed_is_told_as_done()
    {
        await using var hotline = await TestHotline.StartAsync(TroubledDialect.With(trouble));
        using var twilio = new ImpatientTwilio(hotline);
        var caller = await AtTheLastStepAsync(twilio);
        trouble.AtCommit = async commit =>
        {
            trouble.AtCommit = null;
            await commit();
            throw new IOException("The connection was cut.");
        };

        await caller.KeysTheCode().Hears("请稍等，我还在办。").DoesNotHear("出了点问题").DoesNotHear(AsksForCode).Hears("已经解锁");

        await IsUnlockedAsync(hotline, 1);
    }

    [Fact]
    public async Task A_commit_that_was_not_done_and_not_confirmed_is_told_as_not_done()
    {
        await using var hotline = await TestHotline.StartAsync(TroubledDialect.With(trouble));
        using var twilio = new ImpatientTwilio(hotline);
        var caller = await AtTheLastStepAsync(twilio);
        trouble.AtCommit = _ =>
        {
            trouble.AtCommit = null;
            throw new IOException("The connection was cut.");
        };

        await caller.KeysTheCode().Hears("请稍等，我还在办。").Hears(CommonPrompts.StartOver).Hears(AsksForCode).DoesNotHear("已经解锁");
        await IsUnlockedAsync(hotline, 0);

        await caller.KeysTheCode().Hears("已经解锁");
        await IsUnlockedAsync(hotline, 1);
    }

    [Fact]
    public async Task While_the_outcome_cannot_be_read_either_the_caller_waits_and_then_hears_it()
    {
        await using var hotline = await TestHotline.StartAsync(TroubledDialect.With(trouble));
        using var twilio = new ImpatientTwilio(hotline);
        var caller = await AtTheLastStepAsync(twilio);
        var (commits, reads) = (0, 0);
        trouble.AtCommit = async commit =>
        {
            trouble.AtCommit = null;
            await commit();
            commits++;
            throw new IOException("The connection was cut.");
        };
        trouble.AtStatement = () =>
        {
            if (commits == 1 && reads++ == 0)
            {
                throw new IOException("There is no connection.");
            }
        };

        await caller.KeysTheCode().Hears("请稍等，我还在办。").Hears("还没好，请再等一下。").DoesNotHear("出了点问题").Hears("已经解锁");

        await IsUnlockedAsync(hotline, 1);
    }

    private static async Task<TestCaller> AtTheLastStepAsync(ImpatientTwilio twilio)
    {
        var caller = twilio.Caller("locked-self-service");
        await caller.Dials().Presses("1").AnswersRightly(2).Hears("现在为您解锁吗").Presses("1").Hears(AsksForCode);
        return caller;
    }

    /// <summary>As SQLite commits: nobody gets the thread back meanwhile.</summary>
    private Task Slow(Func<Task> commit, TimeSpan time)
    {
        trouble.AtCommit = null;
        Thread.Sleep(time);
        return commit();
    }

    private Task Stuck(Func<Task> commit, Task until)
    {
        trouble.AtCommit = null;
#pragma warning disable xUnit1031 // It is the hotline that is blocked here.
        until.Wait();
#pragma warning restore xUnit1031
        return commit();
    }

    private static async Task IsUnlockedAsync(TestHotline hotline, int times)
    {
        Assert.Equal(times, await hotline.AskAsync<int>("select count(*) from audit_log where action = 'locks released'"));
        Assert.Equal(
            1 - times,
            await hotline.AskAsync<int>("select count(*) from wallet_locks where wallet_id = 1 and released_at is null")
        );
    }
}
