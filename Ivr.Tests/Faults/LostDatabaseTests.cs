using Ivr.Flows.Prompts;
using Ivr.Tests.Calls;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Faults;

/// <summary>The database is lost between one step of an unlock and the next, whichever: nobody is taken for proven, and nothing is done or counted.</summary>
public sealed class LostDatabaseTests
{
    /// <summary>Menu, two questions, the yes, the code, another matter, was it solved.</summary>
    private const int Steps = 7;

    public static TheoryData<int> EachStep => [.. Enumerable.Range(0, Steps + 1)];

    [Theory]
    [MemberData(nameof(EachStep))]
    public async Task Whenever_it_is_lost_the_caller_reaches_a_person_and_nothing_is_done(int step)
    {
        var trouble = new Trouble();
        await using var hotline = await TestHotline.StartAsync(TroubledDialect.With(trouble));
        using var twilio = new ImpatientTwilio(hotline);
        var caller = twilio.Caller("locked-self-service");
        for (var taken = 0; taken < step; taken++)
        {
            await Take(caller, taken);
        }

        var before = await StandingAsync(hotline);
        trouble.AtStatement = () => throw new IOException("There is no connection.");

        await Take(caller, step).Hears(CommonPrompts.Sorry).WaitsForAPerson();

        ImpatientTwilio.WasAlwaysAnswered(caller);
        Assert.DoesNotContain(caller.Call.Events.SkipWhile(one => one is not CallerDid).OfType<Answered>(), Opens);
        Assert.Equal(before, await StandingAsync(hotline));
        trouble.AtStatement = null;
        await twilio.Caller("locked-two").Dials().Hears("连江数字钱包");

        bool Opens(Answered answer) => step < 5 && answer.Twiml.Contains("已经解锁", StringComparison.Ordinal);
    }

    private static TestCaller Take(TestCaller caller, int step) =>
        step switch
        {
            0 => caller.Dials(),
            1 or 4 or 7 => caller.Presses("1"),
            2 or 3 => caller.AnswersRightly(1),
            5 => caller.KeysTheCode(),
            _ => caller.Presses("2"),
        };

    private static Task<string?> StandingAsync(TestHotline hotline) =>
        hotline.AskAsync<string>(
            """
            select (select count(*) from verification_attempts) || ' attempts, '
                || (select count(*) from wallet_locks where released_at is null) || ' locks, '
                || (select count(*) from audit_log) || ' audited, '
                || (select count(*) from call_turns) || ' turns, '
                || (select coalesce(group_concat(level || session || stumbles), '') from calls)
            """
        );
}
