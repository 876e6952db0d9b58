using Ivr.Flows.Flows;

namespace Ivr.Tests.Calls;

/// <summary>Callers who are sent a one-time code, and what it is worth.</summary>
public sealed class CodeCalls
{
    private const string Phone = "+8613800000001";

    [Fact]
    public async Task A_code_that_does_not_come_is_sent_once_more_the_same_and_then_a_person_comes()
    {
        await using var hotline = await TestHotline.StartAsync();

        await AsksForCode(hotline.Caller("happy"));
        var first = await hotline.CodeSentToAsync(Phone);
        Assert.NotNull(first);

        var caller = AsksForCode(hotline.Caller("happy"));
        await caller;
        var second = await hotline.CodeSentToAsync(Phone);
        await caller.Presses("1#").Hears("又发了一次，数字和刚才那条一样。").Hears(CodePrompts.AskCode);
        Assert.Equal(second, await hotline.CodeSentToAsync(Phone));
        await caller.Presses("1").IsSilent().Hears("消息没有到，不好意思。让我们的同事来帮您。").WaitsForAPerson();
        await caller.FindsThat("answers").Hears("还有别的问题吗");

        Assert.NotEqual(first, second);
        Assert.Equal(3, await hotline.AskAsync<long>("select count(*) from code_messages"));
        Assert.Equal(3, await hotline.AskAsync<long>("select count(*) from notifications where template = 'Code'"));
    }

    [Fact]
    public async Task The_same_in_English()
    {
        await using var hotline = await TestHotline.StartAsync();

        await AsksForCode(hotline.Caller("english-only"), inEnglish: true)
            .KeysAWrongCode()
            .Hears("Those digits did not match. Please have another look.")
            .Presses("1#")
            .Hears("I have sent it once more. The digits are the same as before.")
            .Presses("1#")
            .Hears("I'm sorry the message has not arrived. A colleague will help you.")
            .WaitsForAPerson();
    }

    [Fact]
    public async Task A_code_that_was_sent_again_opens()
    {
        await using var hotline = await TestHotline.StartAsync();

        await AsksForCode(hotline.Caller("happy")).Presses("1#").KeysTheCode().Hears(UnlockPrompts.Done);
    }

    [Fact]
    public async Task A_slip_is_forgiven_twice_and_the_third_ends_it_without_hanging_up()
    {
        await using var hotline = await TestHotline.StartAsync();

        await AsksForCode(hotline.Caller("happy"))
            .KeysAWrongCode(2)
            .Hears("这几个数字没有对上，请再看一下。")
            .KeysTheCode()
            .Hears(UnlockPrompts.Done);

        await AsksForCode(hotline.Caller("locked-two"), isElder: true)
            .KeysAWrongCode(3)
            .Hears("今天电话里不能再核对了。您可以在应用里办理，或者按零找人工。")
            .Hears("还有别的问题吗")
            .Presses("1")
            .Chooses<UnlockFlow>()
            .Presses("1")
            .Hears(CodePrompts.ByPerson)
            .WaitsForAPerson();
        Assert.Equal(2, await hotline.AskAsync<long>("select count(*) from wallet_locks where wallet_id = 2 and released_at is null"));
        Assert.Equal(3, await hotline.AskAsync<long>("select consecutive_wrong from code_guards where wallet_id = 2"));
        Assert.Equal(0, await hotline.AskAsync<long>("select consecutive_wrong from code_guards where wallet_id = 1"));
    }

    [Fact]
    public async Task After_ten_minutes_a_code_opens_nothing_and_costs_no_try()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = AsksForCode(hotline.Caller("happy"));
        await caller;
        var code = await hotline.CodeSentToAsync(Phone);

        await caller
            .After(TimeSpan.FromMinutes(10))
            .Presses(code!)
            .Hears("时间久了，这组数字不能再用。让我们的同事来帮您。")
            .WaitsForAPerson()
            .FindsThat("answers")
            .Presses("1")
            .Chooses<UnlockFlow>()
            .Presses("1")
            .Hears("这一步要由我们的同事来帮您核对。")
            .WaitsForAPerson();

        Assert.Null(await hotline.CodeSentToAsync(Phone));
        Assert.Equal(0, await hotline.AskAsync<long>("select tries from code_challenges"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from wallet_locks where wallet_id = 1 and released_at is null"));
    }

    [Fact]
    public async Task A_code_opens_nothing_in_another_call()
    {
        await using var hotline = await TestHotline.StartAsync();
        await AsksForCode(hotline.Caller("happy")).Presses("1#");
        var code = await hotline.CodeSentToAsync(Phone);

        await AsksForCode(hotline.Caller("happy")).Presses(code!).Hears(CodePrompts.Differs).KeysTheCode().Hears(UnlockPrompts.Done);
    }

    [Fact]
    public async Task A_code_for_one_action_opens_no_other()
    {
        await using var hotline = await TestHotline.StartAsync("--Hotline:Policy:Levels:PaymentState=L3");

        await AsksForCode(hotline.Caller("english-only"), inEnglish: true)
            .KeysTheCode()
            .Hears(UnlockPrompts.Done)
            .Presses("1")
            .Chooses<PaymentFlow>()
            .Presses("1")
            .Hears(CodePrompts.Sent)
            .KeysTheCode()
            .Hears(IdentityPrompts.Proven)
            .Hears(PaymentPrompts.IsItThisOne(Some.Payment))
            .Presses("**")
            .Chooses<UnlockFlow>()
            .Hears(UnlockPrompts.NotLocked);

        Assert.Equal(2, await hotline.AskAsync<long>("select count(distinct action) from code_challenges where used_at is not null"));
    }

    [Fact]
    public async Task Back_to_the_question_before_and_on_again_sends_no_second_message()
    {
        await using var hotline = await TestHotline.StartAsync();

        await AsksForCode(hotline.Caller("happy"))
            .Presses("*#")
            .Hears(UnlockPrompts.UnlockNow)
            .Presses("1")
            .Hears(CodePrompts.AskCode)
            .KeysTheCode()
            .Hears(UnlockPrompts.Done);

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from code_messages"));
    }

    [Fact]
    public async Task Zero_reaches_a_person_and_whoever_waits_for_a_message_is_given_time()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = AsksForCode(hotline.Caller("happy"));

        await caller;
        Assert.Equal(
            (25, true, "#"),
            (caller.Call.Listening!.TimeoutSeconds, caller.Call.Listening.Speech, caller.Call.Listening.FinishOnKey)
        );

        await caller.IsSilent().Hears("我还在等您，不着急。").Hears("请按六位数字。没有收到，请按一，再按井号键。");
        await caller.Presses("0#").WaitsForAPerson().FindsThat("full").Presses("2").KeysTheCode().Hears(UnlockPrompts.Done);
    }

    /// <summary>To the question for the code; an elder first says that they want to do it themselves.</summary>
    internal static TestCaller AsksForCode(TestCaller caller, bool inEnglish = false, bool isElder = false)
    {
        caller.Dials();
        if (isElder)
        {
            caller.Presses("1");
        }

        return (inEnglish ? caller.InEnglish() : caller)
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Hears(UnlockPrompts.UnlockNow)
            .Presses("1")
            .Hears(CodePrompts.Sent)
            .Hears(CodePrompts.AskCode);
    }
}
