using System.Text.RegularExpressions;
using Ivr.Flows.Flows;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Calls;

/// <summary>Callers answer security questions aloud, and are heard by sound.</summary>
public sealed class SpokenAnswerCalls
{
    private static readonly (string, string)[] Homophones = [("城市", "嗯，我出生在历城。"), ("班主任", "是黄秀真老师")];
    private static readonly (string, string)[] SpeaksNAsL = [("城市", "兰宁"), ("班主任", "他叫王立林"), ("朋友", "是牛联联吧")];
    private static readonly (string, string)[] Wrong = [("城市", "长沙"), ("班主任", "赵国强"), ("朋友", "孙小圣")];

    private static readonly (string, string)[] InEnglish =
    [
        ("born", "Well, I was born in St. Catherines, I think."),
        ("teacher", "It's Catherine Stephen."),
    ];

    [Fact]
    public async Task A_homophone_of_the_answer_is_the_answer()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("homophone-answers")
            .Dials()
            .Speaks("我的账户被锁了")
            .AnswersRightly(1)
            .Hears("请说出来。不方便说，请按一，换一个问题。")
            .Answers(Homophones)
            .Hears(IdentityPrompts.Proven)
            .Hears(UnlockPrompts.UnlockNow);
    }

    [Fact]
    public async Task Who_says_n_and_l_alike_and_has_only_answers_to_say_is_proven_by_two_of_them()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("spoken-answers-only")
            .Dials()
            .Chooses<UnlockFlow>()
            .Answers(SpeaksNAsL)
            .Answers(SpeaksNAsL)
            .Hears(IdentityPrompts.Proven);
    }

    [Fact]
    public async Task English_answers_are_right_however_they_are_spelled()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .CallerFrom("+15550100037")
            .Dials()
            .InEnglish()
            .Chooses<UnlockFlow>()
            .Presses("9462")
            .Hears("Please say it. If you'd rather not say it out loud, press one for another question.")
            .Answers(InEnglish)
            .Hears(IdentityPrompts.Proven);
    }

    [Fact]
    public async Task A_wrong_word_is_one_attempt_and_nobody_says_what_was_wrong()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("spoken-answers-only")
            .Dials()
            .Chooses<UnlockFlow>()
            .Answers(Wrong)
            .Hears("信息没有对上，我们换一个问题。")
            .Meanwhile(async () => Assert.Equal(1, await WrongAsync(hotline)))
            .AnswersRightly(2)
            .Hears(IdentityPrompts.Proven);
    }

    [Theory]
    [InlineData("北京，上海，{0}")]
    [InlineData("北京上海{0}")]
    [InlineData("{0}，北京")]
    [InlineData("北京或者{0}")]
    [InlineData("{0}、桂林、柳州")]
    public async Task Who_lists_several_answers_gave_none(string list)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("spoken-answers-only")
            .Dials()
            .Chooses<UnlockFlow>()
            .Answers([.. SpeaksNAsL.Select(pair => (pair.Item1, string.Format(null, list, pair.Item2)))])
            .Hears(IdentityPrompts.Differs);
        Assert.Equal(1, await WrongAsync(hotline));
    }

    [Fact]
    public async Task Three_wrong_words_end_it_for_this_call_even_for_the_right_one()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("spoken-answers-only")
            .Dials()
            .Chooses<UnlockFlow>()
            .Answers(Wrong)
            .Answers(Wrong)
            .Answers(Wrong)
            .Hears(IdentityPrompts.NotProven)
            .Presses("1")
            .Chooses<UnlockFlow>()
            .Hears(IdentityPrompts.NotProven)
            .DoesNotHear("请说出来");
        Assert.Equal(3, await WrongAsync(hotline));
    }

    [Fact]
    public async Task Calls_at_once_get_no_more_guesses_than_one_after_another()
    {
        await using var hotline = await TestHotline.StartAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async _ => await hotline.Caller("spoken-answers-only").Dials().Chooses<UnlockFlow>().Answers(Wrong).HangsUp())
        );

        Assert.Equal(5, await hotline.AskAsync<long>("select consecutive_wrong from question_guards where wallet_id = 22"));
        await hotline.Caller("spoken-answers-only").Dials().Chooses<UnlockFlow>().AnswersRightly(2).Hears(IdentityPrompts.NotProven);
    }

    [Theory]
    [InlineData("嗯……那个")]
    [InlineData("我出生在")]
    public async Task Who_only_hesitates_has_not_answered(string words)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("spoken-answers-only")
            .Dials()
            .Chooses<UnlockFlow>()
            .Speaks(words)
            .DoesNotHear("信息没有对上")
            .AnswersRightly(2)
            .Hears(IdentityPrompts.Proven);
        Assert.Equal(0, await WrongAsync(hotline));
    }

    [Fact]
    public async Task Who_cannot_speak_gets_a_question_for_the_keys_and_passes()
    {
        await using var hotline = await TestHotline.StartAsync();
        await PaysAsync(hotline, walletId: 21);

        await hotline
            .Caller("homophone-answers")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(1)
            .Hears("请说出来")
            .Presses("1")
            .Hears("您最近一次付款大约是多少元？")
            .Presses("45#")
            .Hears(IdentityPrompts.Proven);
        Assert.Equal(0, await WrongAsync(hotline));
    }

    [Fact]
    public async Task Who_was_not_understood_twice_goes_on_by_keys()
    {
        await using var hotline = await TestHotline.StartAsync();
        await PaysAsync(hotline, walletId: 21);
        var caller = hotline.Caller("homophone-answers");

        await caller.Dials().Chooses<UnlockFlow>().AnswersRightly(1).Speaks("嗯").Speaks("那个");
        Assert.False(caller.Call.Listening!.Speech);
        await caller.Hears("请按一，换一个问题。").Presses("1").Presses("45#").Hears(IdentityPrompts.Proven);
    }

    [Fact]
    public async Task Who_has_forgotten_all_of_them_is_told_a_way_and_has_spent_nothing()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("spoken-answers-only")
            .Dials()
            .Chooses<UnlockFlow>()
            .Speaks("我不记得了")
            .Speaks("忘了")
            .Presses("1")
            .Hears("您可以在应用里办理，或者按零找人工。")
            .Presses("0")
            .WaitsForAPerson();
        Assert.Equal(0, await WrongAsync(hotline));
    }

    [Fact]
    public async Task Nothing_that_is_said_goes_to_the_person_who_takes_over()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("spoken-answers-only");

        await caller.Dials().Chooses<UnlockFlow>().Answers(Wrong).Answers(SpeaksNAsL).Presses("0").WaitsForAPerson();

        var heard = string.Concat(caller.Call.Events.OfType<Answered>().Select(answered => answered.Twiml));
        Assert.All(Wrong.Concat(SpeaksNAsL), pair => Assert.DoesNotContain(pair.Item2, heard, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("8")]
    public async Task An_account_that_does_not_exist_is_asked_aloud_as_well_and_sounds_the_same(string language)
    {
        await using var hotline = await TestHotline.StartAsync();
        var known = new HashSet<string>(StringComparer.Ordinal);
        known.UnionWith(await AskedAloudAsync(hotline, "600000000035", language));
        known.UnionWith(await AskedAloudAsync(hotline, "600000000036", language));
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < 40; number++)
        {
            unknown.UnionWith(await AskedAloudAsync(hotline, $"6000000099{number:00}", language));
        }

        Assert.NotEmpty(unknown);
        Assert.Subset(known, unknown);
    }

    [Fact]
    public async Task An_account_that_does_not_exist_has_the_same_questions_each_time()
    {
        await using var hotline = await TestHotline.StartAsync();

        for (var number = 0; number < 10; number++)
        {
            var first = await QuestionsAsync(hotline, $"6000000099{number:00}");
            Assert.Equal(first, await QuestionsAsync(hotline, $"6000000099{number:00}"));
        }
    }

    /// <summary>What was answered each time a question for the voice was asked, without the question and the number of the turn.</summary>
    private static async Task<IEnumerable<string>> AskedAloudAsync(TestHotline hotline, string number, string language)
    {
        var call = await WrongCallAsync(hotline, number, language);
        return call
            .Events.OfType<Answered>()
            .Select(answered => answered.Twiml)
            .Where(twiml =>
                twiml.Contains("请说出来", StringComparison.Ordinal) || twiml.Contains("Please say it", StringComparison.Ordinal)
            )
            .Select(twiml => Regex.Replace(twiml, "/turns/[0-9]+|您[^<？]*？|(What was|In which)[^?]*[?]", "…"));
    }

    private static async Task<List<string>> QuestionsAsync(TestHotline hotline, string number)
    {
        var call = await WrongCallAsync(hotline, number, "");
        var said = call.Events.OfType<Spoken>().Select(spoken => Regex.Match(spoken.Text, "^您[^？]*？").Value);
        return [.. said.Where(question => question.Length > 0).Order(StringComparer.Ordinal)];
    }

    private static async Task<PhoneCall> WrongCallAsync(TestHotline hotline, string number, string language)
    {
        // Turned round, so that each calls from a prefix of its own.
        var caller = hotline.CallerFrom($"+86137{string.Concat(number[^8..].Reverse())}");
        await caller.Dials();
        await (language.Length > 0 ? caller.InEnglish() : caller);
        await caller.Chooses<UnlockFlow>().Presses($"{number}#").Presses("1111").AnswersWrongly(3).HangsUp();
        return caller.Call;
    }

    private static Task<long> WrongAsync(TestHotline hotline) =>
        hotline.AskAsync<long>("select count(*) from verification_attempts where result = 'WRONG' and wallet_id > 20");

    private static Task<int> PaysAsync(TestHotline hotline, long walletId) =>
        hotline.ExecuteAsync(
            $"""
            insert into payments (id, order_no, wallet_id, payee_name, amount_minor, currency, method, status, fund_position, created_at)
            values (9001, '202611240000009001', {walletId}, '书店', 4500, 'CNY', 'BALANCE', 'SUCCEEDED', 'DEBITED',
                    '{TestHotline.Stored(hotline.Clock.GetUtcNow().AddHours(-5))}')
            """
        );
}
