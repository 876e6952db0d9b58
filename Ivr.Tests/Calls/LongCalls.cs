using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;

namespace Ivr.Tests.Calls;

/// <summary>Calls that last.</summary>
public sealed class LongCalls
{
    [Fact]
    public async Task After_twelve_minutes_a_person_is_offered_and_after_fifteen_fetched()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .After(TimeSpan.FromMinutes(12))
            .Presses("#")
            .Hears(CommonPrompts.LongCall)
            .Hears("账户被锁，请按一。")
            .Presses("#")
            .DoesNotHear("我们已经谈了一会儿")
            .After(TimeSpan.FromMinutes(3))
            .Presses("#")
            .Hears(CommonPrompts.TooLong)
            .WaitsForAPerson()
            .FindsThat("full")
            .Presses("2")
            .Hears("账户被锁，请按一。");
    }

    [Fact]
    public async Task A_proof_does_not_outlive_fifteen_minutes()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Presses("0")
            .FindsThat("answers")
            .Presses("1")
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Hears(UnlockPrompts.UnlockNow)
            .After(TimeSpan.FromMinutes(15))
            .Presses("1")
            .Hears(CommonPrompts.ProofExpired)
            .DoesNotHear("已经解锁")
            .AnswersRightly(2)
            .Hears(UnlockPrompts.UnlockNow)
            .Presses("1")
            .KeysTheCode()
            .Hears(UnlockPrompts.Done);
    }

    [Fact]
    public async Task Who_comes_back_from_a_long_talk_with_a_person_is_a_stranger_again()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("payment-held")
            .Dials()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Hears("您说的是")
            .Presses("0")
            .WaitsForAPerson()
            .After(TimeSpan.FromMinutes(20))
            .FindsThat("error")
            .Hears(AgentPrompts.LineBroken)
            .Presses("2")
            .DoesNotHear("您说的是")
            .Presses("1")
            .Hears(IdentityPrompts.Start);
    }
}
