using Ivr.Flows.Flows;

namespace Ivr.Tests.Calls;

/// <summary>How many codes are sent and how many may be tried, over all calls.</summary>
public sealed class CodeLimitCalls
{
    private const string Phone = "+8613800000001";

    [Fact]
    public async Task Five_messages_a_day_and_then_a_person_until_the_first_is_a_day_old()
    {
        await using var hotline = await TestHotline.StartAsync();
        await CodeCalls.AsksForCode(hotline.Caller("happy")).Presses("1#");
        await CodeCalls.AsksForCode(hotline.Caller("happy")).Presses("1#");
        await CodeCalls.AsksForCode(hotline.Caller("happy")).Presses("1#").Hears(CodePrompts.NotArriving).WaitsForAPerson();

        await NoCode(hotline.Caller("happy"));
        hotline.Clock.Advance(TimeSpan.FromHours(23));
        await NoCode(hotline.Caller("happy"));
        Assert.Equal(5, await hotline.AskAsync<long>("select count(*) from notifications where template = 'Code'"));

        hotline.Clock.Advance(TimeSpan.FromHours(1));
        await CodeCalls.AsksForCode(hotline.Caller("happy")).KeysTheCode().Hears(UnlockPrompts.Done);
    }

    [Fact]
    public async Task Thirty_calls_at_once_get_no_more_messages_than_one_after_another()
    {
        await using var hotline = await TestHotline.StartAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 30)
                .Select(async _ => await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersRightly(2).Presses("1"))
        );

        Assert.Equal(5, await hotline.AskAsync<long>("select count(*) from code_messages"));
        Assert.Equal(5, await hotline.AskAsync<long>("select count(*) from notifications where template = 'Code'"));
        Assert.Equal(25, await hotline.AskAsync<long>("select count(*) from audit_log where action = 'code not possible'"));
    }

    [Fact]
    public async Task Ten_wrong_codes_in_a_row_end_it_for_the_account_and_no_time_opens_it_again()
    {
        await using var hotline = await TestHotline.StartAsync();
        foreach (var wrong in new[] { 3, 3, 3 })
        {
            await CodeCalls.AsksForCode(hotline.Caller("happy")).KeysAWrongCode(wrong).Hears(IdentityPrompts.NotProven);
        }

        var last = CodeCalls.AsksForCode(hotline.Caller("happy"));
        await last;
        var code = await hotline.CodeSentToAsync(Phone);
        await last.KeysAWrongCode()
            .Hears(IdentityPrompts.NotProven)
            .Presses("1")
            .Chooses<UnlockFlow>()
            .Presses("1")
            .DoesNotHear("请用按键");
        Assert.Equal(10, await hotline.AskAsync<long>("select consecutive_wrong from code_guards where wallet_id = 1"));
        Assert.NotNull(code);

        hotline.Clock.Advance(TimeSpan.FromDays(400));
        await NoCode(hotline.Caller("happy"));
        Assert.Equal(10, await hotline.AskAsync<long>("select consecutive_wrong from code_guards where wallet_id = 1"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from notifications where template = 'CodesLocked'"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from wallet_locks where wallet_id = 1"));
    }

    [Fact]
    public async Task Five_calls_at_once_try_ten_codes_and_not_one_more_and_then_the_right_one_opens_nothing()
    {
        await using var hotline = await TestHotline.StartAsync();
        var callers = Enumerable.Range(0, 5).Select(_ => hotline.Caller("happy")).ToList();
        foreach (var caller in callers)
        {
            await CodeCalls.AsksForCode(caller);
        }

        await Task.WhenAll(callers.Take(4).Select(async caller => await caller.KeysAWrongCode(3)));

        Assert.Equal(10, await hotline.AskAsync<long>("select consecutive_wrong from code_guards where wallet_id = 1"));
        Assert.Equal(10, await hotline.AskAsync<long>("select count(*) from audit_log where action = 'code wrong'"));
        await callers[4].KeysTheCode().Hears(IdentityPrompts.NotProven).DoesNotHear("已经解锁");
    }

    [Fact]
    public async Task The_right_code_ends_the_run_of_wrong_ones()
    {
        await using var hotline = await TestHotline.StartAsync();
        await CodeCalls.AsksForCode(hotline.Caller("happy")).KeysAWrongCode(3);
        await CodeCalls.AsksForCode(hotline.Caller("happy")).KeysAWrongCode(2).HangsUp();
        Assert.Equal(5, await hotline.AskAsync<long>("select consecutive_wrong from code_guards where wallet_id = 1"));

        await CodeCalls.AsksForCode(hotline.Caller("happy")).KeysTheCode().Hears(UnlockPrompts.Done);

        Assert.Equal(0, await hotline.AskAsync<long>("select consecutive_wrong from code_guards where wallet_id = 1"));
    }

    [Fact]
    public async Task A_phone_that_changed_within_three_days_gets_no_code_and_nobody_says_why()
    {
        await using var hotline = await TestHotline.StartAsync();

        await NoCode(hotline.Caller("phone-changed"));
        await hotline.ExecuteAsync(
            $"update phone_bindings set verified_at = '{hotline.Clock.GetUtcNow().AddHours(-71):yyyy-MM-ddTHH:mm:ss.ffffffZ}' where customer_id = 1"
        );
        await NoCode(hotline.Caller("happy"));
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from notifications where template = 'Code'"));

        hotline.Clock.Advance(TimeSpan.FromHours(46));
        await CodeCalls.AsksForCode(hotline.Caller("phone-changed")).KeysTheCode().Hears(UnlockPrompts.Done);
    }

    [Fact]
    public async Task The_code_goes_to_the_number_on_file_and_never_to_one_that_calls_or_is_keyed()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .CallerFrom("+8613700000099", "happy")
            .Dials()
            .Chooses<UnlockFlow>()
            .Presses("600000000001#")
            .Presses("8021")
            .AnswersRightly(2)
            .Presses("1")
            .KeysTheCode()
            .Hears(UnlockPrompts.Done);

        Assert.Equal([Phone], await hotline.ListAsync<string>("select to_e164 from notifications where template = 'Code'"));
    }

    [Fact]
    public async Task Nothing_in_the_database_can_be_read_as_the_code_and_a_used_one_is_gone()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = CodeCalls.AsksForCode(hotline.Caller("happy"));
        await caller;
        var code = await hotline.CodeSentToAsync(Phone);

        Assert.NotNull(code);
        Assert.DoesNotContain(code, await hotline.AskAsync<string>("select body from notifications where template = 'Code'"));
        Assert.DoesNotContain(code, await hotline.AskAsync<string>("select concat(code_hash, ' ', sealed_code) from code_challenges"));
        Assert.DoesNotContain(code, await hotline.AskAsync<string>("select session from calls"));

        await caller.Presses(code!).Hears(UnlockPrompts.Done);
        Assert.Null(await hotline.AskAsync<string>("select sealed_code from code_challenges"));
        Assert.Null(await hotline.CodeSentToAsync(Phone));
    }

    [Fact]
    public async Task What_has_expired_is_not_kept_even_sealed_once_another_code_is_sent()
    {
        await using var hotline = await TestHotline.StartAsync();
        await CodeCalls.AsksForCode(hotline.Caller("happy"));

        hotline.Clock.Advance(TimeSpan.FromMinutes(10));
        await CodeCalls.AsksForCode(hotline.Caller("locked-two"), isElder: true);

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from code_challenges where sealed_code is not null"));
    }

    private static TestCaller NoCode(TestCaller caller) =>
        caller
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Presses("1")
            .Hears("这一步要由我们的同事来帮您核对。")
            .DoesNotHear("六位数字")
            .WaitsForAPerson();
}
