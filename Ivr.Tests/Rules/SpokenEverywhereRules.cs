using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Flows.Understanding;
using Ivr.Tests.Calls;
using Ivr.Web.Voice;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Rules;

/// <summary>The words that mean the same everywhere, at every question that listens.</summary>
public sealed class SpokenEverywhereRules
{
    private static readonly Answer Nothing = new Answer.OneOf();

    [Fact]
    public async Task They_are_understood_at_every_question_in_both_languages_unless_they_are_one_of_its_answers()
    {
        await using var hotline = await TestHotline.StartAsync();
        await using var scope = hotline.Services.CreateAsyncScope();
        var reader = scope.ServiceProvider.GetRequiredService<InputReader>();
        var phrases = scope.ServiceProvider.GetRequiredService<PhraseBook>();
        var questions = Questions(scope.ServiceProvider.GetRequiredService<FlowBook>()).ToList();

        Assert.InRange(questions.Count, 50, 500);
        foreach (var (state, answer) in questions)
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                foreach (var group in Phrases.Everywhere)
                {
                    var word = phrases.In(language, group)[0];
                    var meant = reader.Read(new CallerInput.Speech(word), answer, language, starBefore: false, DateTimeOffset.UtcNow);
                    Assert.True(
                        meant == InputReader.MeaningOf(group, Nothing) || meant is Meaning.Answered,
                        $"{state} takes {word} for {meant.GetType().Name}."
                    );
                }
            }
        }
    }

    private static IEnumerable<(string State, Answer Answer)> Questions(FlowBook flows) =>
        from flow in flows.All
        from state in flow.Table.States.Select(state => state.ToString()!)
        from ask in flow.Say(flow.Sample(state)).OfType<Ask>()
        where !ask.KeysOnly && Recogniser.KindOf(ask.Answer) is not null
        select ($"{flow.Name}.{state}", ask.Answer);
}
