using Ivr.Flows.Flows;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Calls;

/// <summary>What a freeze tells nobody, how often it works, and who comes when it does not.</summary>
public sealed class FreezeLimitsCalls
{
    private const string Stranger = "+8613700000077";

    [Fact]
    public async Task From_another_phone_nobody_learns_whether_there_is_such_an_account()
    {
        await using var hotline = await TestHotline.StartAsync();

        foreach (var language in new[] { "", "8" })
        {
            var right = await Listen(hotline, "600000000014", "1234", language);
            Assert.Contains(
                language.Length > 0 ? "If the number and the ID belong together" : "如果手机号或钱包号",
                right,
                StringComparison.Ordinal
            );
            Assert.Equal(right, await Listen(hotline, "600000000001", "1111", language));
            Assert.Equal(right, await Listen(hotline, "600000009999", "1234", language));
            Assert.Equal(right, await Listen(hotline, "600000000003", "3390", language));
        }

        Assert.Equal(1, await Frozen(hotline, 14));
        Assert.Equal(0, await Frozen(hotline, 1));

        static async Task<string> Listen(TestHotline hotline, string number, string tail, string language)
        {
            var caller = hotline.CallerFrom("anonymous");
            await caller.Dials().Presses(language).Presses("9").Presses("1").Presses($"{number}#").Presses(tail).Presses("1");
            await caller.Presses("3").Presses("2").Presses("1").Chooses<UnlockFlow>().HangsUp();
            return TestHotline.Said(caller.Call);
        }
    }

    [Fact]
    public async Task A_number_keyed_for_the_freeze_opens_no_other_door()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .CallerFrom(Stranger, "happy")
            .Dials()
            .Presses("9")
            .Presses("1")
            .Presses("600000000001#")
            .Presses("8021")
            .Presses("1")
            .Hears("如果手机号或钱包号，和证件号码对得上，这个账户现在已经冻结，机主马上会收到通知。编号是，")
            .Hears("想让同事马上确认，请按一。号码可能输错了，再输一次，请按二。都不用，请按三。")
            .Presses("3")
            .Hears(FreezePrompts.HowToUnfreeze)
            .Presses("2")
            .Presses("1")
            .Chooses<SafetyFlow>()
            .Presses("4")
            .Presses("2")
            .Hears(IdentityPrompts.AskNumber);

        Assert.Equal(1, await Frozen(hotline, 1));
    }

    [Fact]
    public async Task After_two_numbers_a_person_comes_first_in_line()
    {
        await using var hotline = await TestHotline.StartAsync(
            "--Hotline:Agents:Queue=",
            "--Hotline:Agents:Workflow=WW0123456789abcdef0123456789abcdef"
        );
        var caller = hotline.CallerFrom(Stranger);

        await caller
            .Dials()
            .Presses("9")
            .Presses("1")
            .Presses("600000000001#")
            .Presses("1111")
            .Presses("1")
            .Presses("2")
            .Hears(IdentityPrompts.AskNumber)
            .Presses("600000000001#")
            .Presses("2222")
            .Presses("1")
            .Hears(FreezePrompts.NotSure)
            .Presses("2")
            .Hears("这样在电话里核对不了。我们的同事马上来帮您，您排在最前面。")
            .WaitsForAPerson();
        Assert.Contains(
            "priority=\"100\"",
            caller.Call.Events.OfType<Answered>().Last(answered => answered.Twiml.Contains("Enqueue")).Twiml,
            StringComparison.Ordinal
        );

        await caller.FindsThat("answers").Hears("还有别的问题吗");
        await hotline
            .CallerFrom(Stranger)
            .Dials()
            .Presses("9")
            .Presses("1")
            .Presses("600000000002#")
            .Presses("1111")
            .Presses("1")
            .Presses("1")
            .WaitsForAPerson();
    }

    [Fact]
    public async Task Tails_cannot_be_guessed_one_after_another()
    {
        await using var hotline = await TestHotline.StartAsync();
        for (var guess = 0; guess < 5; guess++)
        {
            await Guess(hotline, "anonymous", $"111{guess}").Hears(FreezePrompts.FreezeNow).HangsUp();
        }

        await Guess(hotline, "anonymous", "8021").DoesNotHear("现在冻结吗").Hears(FreezePrompts.PersonFirst).WaitsForAPerson();
        Assert.Equal(0, await Frozen(hotline, 1));

        hotline.Clock.Advance(TimeSpan.FromHours(25));
        await Guess(hotline, "anonymous", "8021").Hears(FreezePrompts.FreezeNow).Presses("1");
        Assert.Equal(1, await Frozen(hotline, 1));

        static TestCaller Guess(TestHotline hotline, string from, string tail) =>
            hotline.CallerFrom(from).Dials().Presses("9").Presses("1").Presses("600000000001#").Presses(tail);
    }

    [Fact]
    public async Task One_caller_cannot_try_number_after_number()
    {
        await using var hotline = await TestHotline.StartAsync();
        for (var number = 0; number < 10; number++)
        {
            await Try(number).Hears(FreezePrompts.FreezeNow).HangsUp();
        }

        await Try(10).Hears(FreezePrompts.PersonFirst).WaitsForAPerson();

        TestCaller Try(int number) =>
            hotline.CallerFrom(Stranger).Dials().Presses("9").Presses("1").Presses($"6000000001{number:00}#").Presses("1111");
    }

    [Fact]
    public async Task Who_is_frozen_already_hears_so_and_nothing_happens_twice()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("no-data").Dials().Presses("9").Presses("1").Presses("1").Hears("已经冻结").HangsUp();
        await hotline
            .Caller("no-data")
            .Dials()
            .Presses("9")
            .Presses("1")
            .Presses("1")
            .Hears("这个账户已经是冻结的，付款都停着，不用再冻结一次。编号是，")
            .Presses("2")
            .Hears("还有别的问题吗");

        Assert.Equal(1, await Frozen(hotline, 14));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from notifications where template = 'Frozen'"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'FREEZE'"));
    }

    [Fact]
    public async Task Of_many_calls_at_once_one_freezes()
    {
        await using var hotline = await TestHotline.StartAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async _ => await hotline.Caller("no-data").Dials().Presses("9").Presses("1").Presses("1").Presses("2"))
        );

        Assert.Equal(1, await Frozen(hotline, 14));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from audit_log where action = 'account frozen'"));
    }

    [Fact]
    public async Task On_light_proof_it_happens_once_a_day()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.Caller("no-data").Dials().Presses("9").Presses("1").Presses("1").Hears("已经冻结").HangsUp();
        await OpenInTheApp();

        await hotline
            .Caller("no-data")
            .Dials()
            .Presses("9")
            .Presses("1")
            .Presses("1")
            .Hears("为了防止有人乱冻结，电话里一天只能这样冻结一次。我们的同事马上来帮您。")
            .WaitsForAPerson();
        Assert.Equal(0, await Frozen(hotline, 14));

        await hotline
            .Caller("no-data")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Presses("9")
            .Presses("1")
            .Presses("1")
            .Hears("已经冻结")
            .HangsUp();
        await OpenInTheApp();
        hotline.Clock.Advance(TimeSpan.FromHours(25));
        await hotline.Caller("no-data").Dials().Presses("9").Presses("1").Presses("1").Hears("已经冻结");

        Task OpenInTheApp() =>
            hotline.ExecuteAsync("update wallet_locks set released_at = '2026-01-01T00:00:00.000000Z' where wallet_id = 14");
    }

    [Fact]
    public async Task An_operator_may_ask_for_more_proof_and_then_a_person_freezes_for_the_family()
    {
        await using var hotline = await TestHotline.StartAsync("--Hotline:Policy:Levels:Freeze=L2");

        await hotline
            .Caller("no-data")
            .Dials()
            .Presses("9")
            .Presses("1")
            .AnswersRightly(2)
            .Hears(FreezePrompts.FreezeNow)
            .Presses("1")
            .Hears("已经冻结");
        await hotline
            .Caller("happy")
            .Dials()
            .Presses("9")
            .Presses("1")
            .AnswersWrongly(3)
            .Hears(FreezePrompts.PersonFirst)
            .WaitsForAPerson();
        await hotline.Caller("happy").Dials().Presses("9").Presses("3").Hears(FreezePrompts.PersonFirst).WaitsForAPerson();
    }

    private static Task<long> Frozen(TestHotline hotline, long wallet) =>
        hotline.AskAsync<long>(
            $"select count(*) from wallet_locks where wallet_id = {wallet} and reason_code = 'SELF_FREEZE' and released_at is null"
        );
}
