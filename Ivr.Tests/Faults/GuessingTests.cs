using Ivr.Data.Demo;
using Ivr.Flows.Flows;
using Ivr.Tests.Calls;

namespace Ivr.Tests.Faults;

/// <summary>However guesses come, no more of them are compared than the limits have, to the attempt; and no owner is shut out for good.</summary>
public sealed class GuessingTests
{
    /// <summary>Calls of one attack; a thousand by hand.</summary>
    private static readonly int Calls = Settings.Of("IVR_TEST_GUESSES", 60);

    private readonly DemoCustomer owner = DemoWallet.Customers[0];

    [Fact]
    public async Task Two_hundred_calls_at_once_from_as_many_numbers_get_five_guesses_and_then_the_right_answer_is_refused()
    {
        await using var hotline = await TestHotline.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async at => await Guesser(hotline, at, owner).AnswersWrongly(1).HangsUp()));

        Assert.Equal(5, await WrongAsync(hotline));
        await Guesser(hotline, 500, owner).AnswersRightly(3).Hears(IdentityPrompts.NotProven);
        await hotline.CallerFrom(owner.Phone, "happy").Dials().Chooses<UnlockFlow>().AnswersRightly(3).Hears(IdentityPrompts.NotProven);
        await hotline.Caller("happy").Dials().Presses("9").Presses("1").Presses("1").Hears(FreezePrompts.Frozen(new("")));
    }

    [Fact]
    public async Task Call_after_call_from_any_number_in_any_language_gets_ten_guesses_for_ever()
    {
        await using var hotline = await TestHotline.StartAsync();
        for (var at = 0; at < Calls; at++)
        {
            await Guesser(hotline, at, owner, inEnglish: at % 3 == 0).AnswersWrongly(1 + (at % 3)).HangsUp();
            hotline.Clock.Advance(TimeSpan.FromMinutes(at % 4 == 0 ? 31 : 1));
        }

        Assert.Equal(10, await WrongAsync(hotline));
        hotline.Clock.Advance(TimeSpan.FromDays(400));
        await Guesser(hotline, Calls, owner).AnswersRightly(3).Hears(IdentityPrompts.NotProven);
        Assert.Equal(10, await WrongAsync(hotline));
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from wallet_locks where reason_code = 'SELF_FREEZE'"));
        await hotline.Caller("happy").Dials().Presses("9").Presses("1").Presses("1").Hears(FreezePrompts.Frozen(new("")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public async Task One_guess_on_each_of_many_accounts_ends_at_three_accounts_for_a_number(int numbers)
    {
        await using var hotline = await TestHotline.StartAsync();
        var accounts = await AccountsAsync(hotline, Calls);

        for (var at = 0; at < accounts.Count; at++)
        {
            await Guesser(hotline, at % numbers, accounts[at]).AnswersWrongly(1).HangsUp();
        }

        Assert.Equal(3 * numbers, await AttemptsAsync(hotline));
        Assert.Equal(
            numbers,
            await hotline.AskAsync<long>("select count(*) from audit_log where action = 'caller shut out of the questions'")
        );
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from question_guards where consecutive_wrong > 1"));
        await hotline.CallerFrom(NumberOf(0)).Dials().Chooses<UnlockFlow>().Hears(IdentityPrompts.NotProven);

        hotline.Clock.Advance(TimeSpan.FromMinutes(61));
        await Guesser(hotline, 0, owner).AnswersRightly(2).Hears(IdentityPrompts.Proven);
    }

    [Fact]
    public async Task Calls_of_one_number_that_stand_at_the_questions_of_many_accounts_at_once_get_three()
    {
        await using var hotline = await TestHotline.StartAsync();
        var guessers = (await AccountsAsync(hotline, 40)).Select(account => Guesser(hotline, 0, account)).ToList();
        foreach (var guesser in guessers)
        {
            await guesser;
        }

        await Task.WhenAll(guessers.Select(async guesser => await guesser.AnswersWrongly(1)));

        Assert.Equal(3, await AttemptsAsync(hotline));
    }

    [Fact]
    public async Task Ten_wrong_answers_from_one_number_shut_it_out_for_an_hour_and_no_account_for_it()
    {
        await using var hotline = await TestHotline.StartAsync();
        var (one, two, three) = (DemoWallet.Customers[0], DemoWallet.Customers[1], DemoWallet.Customers[2]);
        foreach (var account in new[] { one, two, three })
        {
            await Guesser(hotline, 0, account).AnswersWrongly(3).HangsUp();
        }

        await Guesser(hotline, 0, one).AnswersWrongly(1).Hears(IdentityPrompts.NotProven);
        await hotline.CallerFrom(NumberOf(0)).Dials().Chooses<UnlockFlow>().Hears(IdentityPrompts.NotProven).DoesNotHear("请输入");
        Assert.Equal(10, await AttemptsAsync(hotline));
        await Guesser(hotline, 1, one).AnswersRightly(2).Hears(IdentityPrompts.Proven);
        await hotline
            .CallerFrom(NumberOf(0))
            .Dials()
            .Presses("9")
            .Presses("1")
            .Presses($"{two.WalletNo}#")
            .Presses(Tail(two))
            .Presses("1")
            .Hears(FreezePrompts.FrozenIfRight(new("")));

        hotline.Clock.Advance(TimeSpan.FromMinutes(59));
        await hotline.CallerFrom(NumberOf(0)).Dials().Chooses<UnlockFlow>().Hears(IdentityPrompts.NotProven);
        hotline.Clock.Advance(TimeSpan.FromMinutes(2));
        await Guesser(hotline, 0, three).AnswersRightly(2).Hears(IdentityPrompts.Proven);
    }

    /// <summary>Named an account, brought its certificate tail, and is asked the first question.</summary>
    private static TestCaller Guesser(TestHotline hotline, int number, DemoCustomer account, bool inEnglish = false)
    {
        var caller = new TestCaller(hotline, account, NumberOf(number)).Dials();
        return (inEnglish ? caller.InEnglish() : caller).Chooses<UnlockFlow>().Presses($"{account.WalletNo}#").Presses(Tail(account));
    }

    /// <summary>Every second one does not exist.</summary>
    private static async Task<List<DemoCustomer>> AccountsAsync(TestHotline hotline, int count) =>
        [
            .. (await Crowd.JoinAsync(hotline, count, "happy")).Select(
                (account, at) => at % 2 == 0 ? account : account with { WalletNo = $"699{at:000000000}" }
            ),
        ];

    /// <summary>Each of another prefix, which has a limit of its own.</summary>
    private static string NumberOf(int caller) => $"+86136{caller:0000}0000";

    private static string Tail(DemoCustomer account) => account.CertificateTail.Replace('X', '*');

    private static Task<long> WrongAsync(TestHotline hotline) =>
        hotline.AskAsync<long>("select consecutive_wrong from question_guards where wallet_id = 1");

    private static Task<long> AttemptsAsync(TestHotline hotline) => hotline.AskAsync<long>("select count(*) from verification_attempts");
}
