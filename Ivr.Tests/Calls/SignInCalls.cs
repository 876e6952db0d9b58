using Ivr.Flows.Flows;

namespace Ivr.Tests.Calls;

/// <summary>Callers whose account was locked after a sign-in from an unusual place.</summary>
public sealed class SignInCalls
{
    [Fact]
    public async Task After_a_sign_in_from_an_unusual_place_the_caller_is_asked_whether_it_was_theirs()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("locked-remote-login")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Hears("账户在不常用的地方登录，所以先锁住了。")
            .Hears("是您本人登录的吗？是，请按一。不是，请按二。")
            .Speaks("是的")
            .DoesNotHear("不常用的地方")
            .Hears(UnlockPrompts.UnlockNow)
            .Presses("1")
            .KeysTheCode()
            .Hears(UnlockPrompts.Done);
    }

    [Fact]
    public async Task Where_a_stranger_signed_in_nothing_is_unlocked_and_a_person_comes_with_a_case()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("locked-remote-login")
            .Dials()
            .InEnglish()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Hears("Was that sign-in you? For yes, press one. For no, press two.")
            .Speaks("no")
            .Hears("Then the account stays locked, and your money is safe. Your case number is")
            .Hears(FreezePrompts.ForWhom)
            .Presses("2")
            .Hears(FreezePrompts.NotFrozen)
            .DoesNotHear("case number")
            .Hears("A colleague has to look after this. Please have your ID at hand.")
            .WaitsForAPerson();

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'STRANGER_SIGNED_IN'"));
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from code_messages"));
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from wallet_locks where reason_code = 'SELF_FREEZE'"));
    }

    [Fact]
    public async Task Where_a_stranger_signed_in_the_account_can_be_frozen_and_stays_locked()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("locked-remote-login")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Hears(UnlockPrompts.WasItYou)
            .Presses("2")
            .Hears(UnlockPrompts.WasStranger(Some.Case))
            .Hears(FreezePrompts.ForWhom)
            .Presses("1")
            .Hears(FreezePrompts.FreezeNow)
            .Presses("1")
            .Hears(FreezePrompts.Frozen(Some.Case))
            .Presses("2")
            .Hears("还有别的问题吗");

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from wallet_locks where reason_code = 'SELF_FREEZE'"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'STRANGER_SIGNED_IN'"));
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from audit_log where action = 'locks released'"));
    }
}
