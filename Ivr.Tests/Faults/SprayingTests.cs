using Ivr.Data.Demo;
using Ivr.Flows.Flows;
using Ivr.Tests.Calls;

namespace Ivr.Tests.Faults;

/// <summary>
/// One guess on each of many accounts: a prefix of calling numbers is shut out of the questions, and where it comes from everywhere, answers alone
/// prove nothing. Nobody else is the worse for a prefix.
/// </summary>
public sealed class SprayingTests
{
    /// <summary>Accounts of one attack; five hundred by hand.</summary>
    private static readonly int Accounts = Settings.Of("IVR_TEST_SPRAY", 40);

    private const string PrefixShut = "select count(*) from audit_log where action = 'prefix shut out of the questions'";
    private const string CodesDemanded = "select count(*) from audit_log where action = 'codes demanded of everybody'";

    private readonly DemoCustomer owner = DemoWallet.Customers[0];

    [Theory]
    [InlineData(1, 3, 0)]
    [InlineData(10, 15, 1)]
    [InlineData(100, 15, 1)]
    public async Task One_prefix_gets_fifteen_guesses_from_however_many_numbers_and_callers_of_another_notice_nothing(
        int numbers,
        int guesses,
        int alarms
    )
    {
        await using var hotline = await StartAsync();
        var accounts = await AccountsAsync(hotline, Accounts);

        for (var at = 0; at < accounts.Count; at++)
        {
            await Guesser(hotline, NumberOf(1, at % numbers), accounts[at]).AnswersWrongly(1).HangsUp();
        }

        Assert.Equal(guesses, await AttemptsAsync(hotline));
        Assert.Equal(alarms, await hotline.AskAsync<long>(PrefixShut));
        Assert.Equal(alarms, Alarms(hotline, "by prefix"));
        Assert.Equal(0, await hotline.AskAsync<long>(CodesDemanded));
        await Guesser(hotline, NumberOf(2, 0), owner).AnswersRightly(2).Hears(IdentityPrompts.Proven);
    }

    [Fact]
    public async Task Guesses_of_one_prefix_at_once_are_no_more_than_those_in_a_row()
    {
        await using var hotline = await StartAsync();
        var accounts = await AccountsAsync(hotline, 40);
        var guessers = accounts.Select((account, at) => Guesser(hotline, NumberOf(1, at), account)).ToList();
        foreach (var guesser in guessers)
        {
            await guesser;
        }

        await Task.WhenAll(guessers.Select(async guesser => await guesser.AnswersWrongly(1)));

        Assert.Equal(15, await AttemptsAsync(hotline));
        Assert.Equal(1, await hotline.AskAsync<long>(PrefixShut));
    }

    [Fact]
    public async Task Whoever_calls_from_a_prefix_that_is_shut_out_may_freeze_and_is_asked_again_after_an_hour()
    {
        await using var hotline = await StartAsync("PrefixFloor=2");
        await Guesser(hotline, NumberOf(1, 0), owner).AnswersWrongly(1).HangsUp();
        var caught = Guesser(hotline, NumberOf(1, 1), owner);
        await caught;
        await Guesser(hotline, NumberOf(1, 2), owner).AnswersWrongly(1).Hears(IdentityPrompts.NotProven);

        await caught.AnswersRightly(1).Hears(IdentityPrompts.NotProven);
        var innocent = NumberOf(1, 9);
        await hotline.CallerFrom(innocent).Dials().Chooses<UnlockFlow>().Hears(IdentityPrompts.NotProven).DoesNotHear("请输入");
        await hotline.CallerFrom(innocent).Dials().Chooses<UnlockFlow>().Presses("0").WaitsForAPerson();
        await hotline
            .CallerFrom(innocent)
            .Dials()
            .Presses("9")
            .Presses("1")
            .Presses($"{owner.WalletNo}#")
            .Presses(Tail(owner))
            .Presses("1")
            .Hears(FreezePrompts.FrozenIfRight(new("")));

        hotline.Clock.Advance(TimeSpan.FromMinutes(59));
        await hotline.CallerFrom(innocent).Dials().Chooses<UnlockFlow>().Hears(IdentityPrompts.NotProven);
        hotline.Clock.Advance(TimeSpan.FromMinutes(2));
        await Guesser(hotline, innocent, DemoWallet.Customers[1]).AnswersWrongly(1).Hears(IdentityPrompts.Differs);
    }

    [Fact]
    public async Task Guesses_from_many_prefixes_alarm_at_the_twentieth_and_from_then_on_answers_need_a_code()
    {
        await using var hotline = await StartAsync();
        var accounts = await AccountsAsync(hotline, Accounts);
        for (var at = 0; at < 19; at++)
        {
            await Guesser(hotline, NumberOf(at, 0), accounts[at]).AnswersWrongly(1).HangsUp();
        }

        await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersRightly(2).Hears(IdentityPrompts.Proven);
        Assert.Equal(0, await hotline.AskAsync<long>(CodesDemanded));

        for (var at = 19; at < accounts.Count; at++)
        {
            await Guesser(hotline, NumberOf(at, 0), accounts[at]).AnswersWrongly(1).HangsUp();
        }

        Assert.Equal(1, await hotline.AskAsync<long>(CodesDemanded));
        Assert.Equal(1, Alarms(hotline, "by system"));
        Assert.Equal(0, await hotline.AskAsync<long>(PrefixShut));
        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Hears(CodePrompts.Sent)
            .KeysTheCode()
            .Hears(IdentityPrompts.Proven);
    }

    [Fact]
    public async Task Without_the_code_two_right_answers_open_nothing_in_the_rest_of_the_call_nor_forgive_wrong_ones()
    {
        await using var hotline = await StartAsync("SystemFloor=1");

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersWrongly(1)
            .AnswersRightly(2)
            .Hears(CodePrompts.Sent)
            .KeysAWrongCode(3)
            .Hears(IdentityPrompts.NotProven)
            .Hears("还有别的问题吗")
            .Presses("1")
            .Chooses<UnlockFlow>()
            .DoesNotHear("锁")
            .Hears(CodePrompts.ByPerson);

        Assert.Equal(1, await hotline.AskAsync<long>("select consecutive_wrong from question_guards where wallet_id = 1"));
    }

    [Fact]
    public async Task An_episode_lasts_until_an_hour_went_by_without_a_breach_and_alarms_once()
    {
        await using var hotline = await StartAsync("SystemFloor=2");
        await LearnAsync(hotline, "all", 0, 0);
        await BreachAsync(1);
        hotline.Clock.Advance(TimeSpan.FromMinutes(50));
        await BreachAsync(2);
        hotline.Clock.Advance(TimeSpan.FromMinutes(50));
        await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersRightly(2).Hears(CodePrompts.Sent);
        Assert.Equal(1, await hotline.AskAsync<long>(CodesDemanded));

        hotline.Clock.Advance(TimeSpan.FromMinutes(11));
        await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersRightly(2).Hears(IdentityPrompts.Proven);
        await BreachAsync(3);
        Assert.Equal(2, await hotline.AskAsync<long>(CodesDemanded));

        async Task BreachAsync(int prefix) =>
            await Guesser(hotline, NumberOf(prefix, 0), DemoWallet.Customers[prefix]).AnswersWrongly(2).HangsUp();
    }

    /// <summary>Of everybody the mean is 5 and the deviation 0.5; of the prefix the mean is 1.</summary>
    [Theory]
    [InlineData("all", 10_080, 50_904, 9, CodesDemanded)]
    [InlineData("prefix:+861360001", 2_016, 2_016, 6, PrefixShut)]
    public async Task What_is_usual_alarms_nobody(string scope, double total, double squares, int first, string alarms)
    {
        await using var hotline = await StartAsync("SystemFloor=3", "PrefixFloor=3");
        await LearnAsync(hotline, scope, total, squares);
        var accounts = await AccountsAsync(hotline, first);
        for (var at = 0; at < first; at++)
        {
            Assert.Equal(0, await hotline.AskAsync<long>(alarms));
            await Guesser(hotline, scope == "all" ? NumberOf(at + 5, 0) : NumberOf(1, at), accounts[at]).AnswersWrongly(1).HangsUp();
        }

        Assert.Equal(1, await hotline.AskAsync<long>(alarms));
    }

    [Fact]
    public async Task Ten_minutes_just_below_the_limit_do_not_make_that_usual()
    {
        await using var hotline = await StartAsync("PrefixFloor=3");
        await GuessAsync(2);
        hotline.Clock.Advance(TimeSpan.FromMinutes(10));
        await GuessAsync(3);
        Assert.Equal(1, await hotline.AskAsync<long>(PrefixShut));

        async Task GuessAsync(int wrong) => await Guesser(hotline, NumberOf(1, wrong), owner).AnswersWrongly(wrong).HangsUp();
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(4, 0)]
    public async Task Ten_minutes_are_learned_from_unless_they_were_an_attack(int wrong, int learned)
    {
        await using var hotline = await StartAsync("SystemFloor=3");
        await LearnAsync(hotline, "all", 0, 0);
        for (var at = 0; at < wrong; at++)
        {
            await Guesser(hotline, NumberOf(at, 0), owner).AnswersWrongly(1).HangsUp();
        }

        hotline.Clock.Advance(TimeSpan.FromMinutes(10));
        await Guesser(hotline, NumberOf(9, 0), DemoWallet.Customers[1]).AnswersWrongly(1).HangsUp();

        Assert.Equal(learned, await hotline.AskAsync<double>("select total from guess_rates where scope = 'all'"));
        Assert.Equal(1, await hotline.AskAsync<long>("select wrong from guess_rates where scope = 'all'"));
    }

    [Fact]
    public async Task A_right_answer_does_not_count()
    {
        await using var hotline = await StartAsync("SystemFloor=1", "PrefixFloor=1");

        await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersRightly(2).Hears(IdentityPrompts.Proven);

        Assert.Equal(0, await hotline.AskAsync<long>("select sum(wrong) from guess_rates"));
        Assert.Equal(0, await hotline.AskAsync<long>($"{CodesDemanded} or action = 'prefix shut out of the questions'"));
    }

    /// <summary>Ten minutes begin with the test.</summary>
    private static async Task<TestHotline> StartAsync(params string[] limits)
    {
        var hotline = await TestHotline.StartAsync([.. limits.Select(limit => $"--Hotline:Policy:Verification:{limit}")]);
        hotline.Clock.Advance(TimeSpan.FromSeconds(601 - (hotline.Clock.GetUtcNow().ToUnixTimeSeconds() % 600)));
        return hotline;
    }

    private static Task LearnAsync(TestHotline hotline, string scope, double total, double squares) =>
        hotline.ExecuteAsync(
            $"""
            insert into guess_rates
            values ('{scope}', {hotline.Clock.GetUtcNow().ToUnixTimeSeconds()
                / 600}, 0, 2000, {total}, {squares}, null, '2026-01-01T00:00:00.000000Z')
            """
        );

    /// <summary>Named an account, brought its certificate tail, and is asked the first question.</summary>
    private static TestCaller Guesser(TestHotline hotline, string number, DemoCustomer account) =>
        new TestCaller(hotline, account, number).Dials().Chooses<UnlockFlow>().Presses($"{account.WalletNo}#").Presses(Tail(account));

    /// <summary>Every second one does not exist.</summary>
    private static async Task<List<DemoCustomer>> AccountsAsync(TestHotline hotline, int count) =>
        [
            .. (await Crowd.JoinAsync(hotline, count, "happy")).Select(
                (account, at) => at % 2 == 0 ? account : account with { WalletNo = $"699{at:000000000}" }
            ),
        ];

    private static string NumberOf(int prefix, int number) => $"+86136{prefix:0000}{number:0000}";

    private static string Tail(DemoCustomer account) => account.CertificateTail.Replace('X', '*');

    private static Task<long> AttemptsAsync(TestHotline hotline) => hotline.AskAsync<long>("select count(*) from verification_attempts");

    private static int Alarms(TestHotline hotline, string whose) =>
        hotline.Log.Lines.Count(line =>
            line.StartsWith("Warning 15", StringComparison.Ordinal) && line.Contains(whose, StringComparison.Ordinal)
        );
}
