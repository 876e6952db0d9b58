using Ivr.Flows.Flows;

namespace Ivr.Tests.Calls;

/// <summary>Callers guess at security answers: how often they may, in one call and over many.</summary>
public sealed class GuessingCalls
{
    [Fact]
    public async Task Three_wrong_answers_end_it_for_this_call_even_for_the_right_one()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersWrongly(3)
            .Hears(IdentityPrompts.NotProven)
            .Hears("还有别的问题吗")
            .Presses("1")
            .Chooses<UnlockFlow>()
            .Hears(IdentityPrompts.NotProven)
            .DoesNotHear("请按键输入");

        await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersRightly(2).Hears(IdentityPrompts.Proven);
    }

    [Fact]
    public async Task Five_wrong_answers_in_a_row_over_all_calls_pause_the_questions_and_tell_the_owner_once()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersWrongly(3).HangsUp();
        await hotline
            .Caller("happy")
            .Dials()
            .InEnglish()
            .Chooses<UnlockFlow>()
            .AnswersWrongly(2)
            .AnswersRightly(1)
            .Hears(IdentityPrompts.NotProven);
        await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersRightly(3).Hears(IdentityPrompts.NotProven);
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from notifications where template = 'QuestionsPaused'"));

        await hotline
            .Caller("happy")
            .Meanwhile(() =>
            {
                hotline.Clock.Advance(TimeSpan.FromMinutes(31));
                return Task.CompletedTask;
            })
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Hears(IdentityPrompts.Proven);
    }

    [Fact]
    public async Task Ten_wrong_answers_in_a_row_lock_the_questions_and_no_time_opens_them()
    {
        await using var hotline = await TestHotline.StartAsync();
        for (var wrong = 0; wrong < 10; )
        {
            var now = Math.Min(3, wrong < 5 ? 5 - wrong : 10 - wrong);
            await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersWrongly(now).HangsUp();
            hotline.Clock.Advance(TimeSpan.FromMinutes(31));
            wrong += now;
        }

        hotline.Clock.Advance(TimeSpan.FromDays(400));
        await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersRightly(3).Hears(IdentityPrompts.NotProven);
        Assert.Equal(10, await hotline.AskAsync<long>("select consecutive_wrong from question_guards where wallet_id = 1"));
        Assert.Equal(
            0,
            await hotline.AskAsync<long>("select count(*) from wallet_locks where wallet_id = 1 and reason_code <> 'LOGIN_PWD_TRIES'")
        );
    }

    [Fact]
    public async Task A_hang_up_right_after_a_wrong_answer_does_not_give_it_back()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersWrongly(1).HangsUp();

        Assert.Equal(1, await hotline.AskAsync<long>("select consecutive_wrong from question_guards where wallet_id = 1"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from verification_attempts where result = 'WRONG'"));
    }
}
