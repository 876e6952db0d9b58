using Ivr.Flows.Prompts;
using Ivr.Tests.Calls;

namespace Ivr.Tests.Faults;

/// <summary>
/// The database refuses a statement in the middle of the last step of an unlock: none of the step is done, the caller hears so, is asked again,
/// and has the account unlocked once.
/// </summary>
public sealed class FailingStatementTests
{
    private const string AsksForCode = "输入这六位数字";

    /// <summary>Everything that the step writes.</summary>
    public static TheoryData<string> Writes =>
        [
            "update on code_challenges",
            "update on wallet_locks",
            "insert on audit_log",
            "insert on notifications",
            "update on calls",
            "insert on call_turns",
        ];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Whatever_statement_fails_nothing_is_done_and_nobody_says_otherwise(string write)
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new ImpatientTwilio(hotline);
        var caller = twilio.Caller("locked-self-service");
        await caller.Dials().Presses("1").AnswersRightly(2).Hears("现在为您解锁吗").Presses("1").Hears(AsksForCode);
        var before = await StandingAsync(hotline);
        var heads = await hotline.AskAsync<long>("select count(*) from audit_log");
        await hotline.ExecuteAsync($"create trigger refuses before {write} begin select raise(rollback, 'refused'); end");

        await caller.KeysTheCode().Meanwhile(() => hotline.ExecuteAsync("drop trigger refuses")).DoesNotHear("已经解锁");

        Assert.Equal((before, heads), (await StandingAsync(hotline), await hotline.AskAsync<long>("select count(*) from audit_log")));
        Assert.Contains(caller.Call.Events, one => one is Ivr.Web.Telephone.Spoken { Text: "抱歉，刚才出了点问题，我们重新来一下。" });
        ImpatientTwilio.WasAlwaysAnswered(caller);
    }

    [Fact]
    public async Task When_it_takes_statements_again_the_call_goes_on_where_it_stood()
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new ImpatientTwilio(hotline);
        var caller = twilio.Caller("locked-self-service");
        await caller.Dials().Presses("1").AnswersRightly(2).Hears("现在为您解锁吗").Presses("1").Hears(AsksForCode);
        await hotline.ExecuteAsync("create trigger refuses before insert on audit_log begin select raise(rollback, 'refused'); end");
        await caller.KeysTheCode().Hears(CommonPrompts.StartOver).Hears(AsksForCode);
        await hotline.ExecuteAsync("drop trigger refuses");

        await caller.KeysTheCode().Hears("已经解锁");

        Assert.Equal(
            "1 released, 2 messages",
            await hotline.AskAsync<string>(
                """
                select (select count(*) from audit_log where action = 'locks released') || ' released, '
                    || (select count(*) from notifications) || ' messages'
                """
            )
        );
    }

    /// <summary>All that the step could have changed.</summary>
    private static Task<string?> StandingAsync(TestHotline hotline) =>
        hotline.AskAsync<string>(
            """
            select (select count(*) from wallet_locks where released_at is null) || ' locks, '
                || (select group_concat(tries || coalesce(used_at, '')) from code_challenges) || ' codes, '
                || (select count(*) from notifications) || ' messages, '
                || (select turn || ' ' || session from calls) || (select count(*) from call_turns)
            """
        );
}
