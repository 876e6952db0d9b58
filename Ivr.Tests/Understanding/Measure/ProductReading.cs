using Ivr.Flows.Calls;
using Ivr.Flows.Flows;
using Ivr.Flows.Understanding;
using Ivr.Flows.Understanding.Answers;
using Ivr.Flows.Understanding.Values;
using Ivr.Tests.Rules;

namespace Ivr.Tests.Understanding.Measure;

/// <summary>The hotline's own understanding.</summary>
public sealed class ProductReading : IReading
{
    private static readonly string[] Menu = [.. Hotline.Menu.Select(branch => branch.Phrases)];

    private readonly PhraseMatcher phrases = new(PhraseBook.Read(Path.Combine(Repository.Root, "prompts")));

    public string Name => "hotline";

    public IReadOnlyList<string> Read(Utterance utterance, string words) =>
        utterance.Kind switch
        {
            Kind.Intent or Kind.Global or Kind.None => phrases.Guess(words, utterance.Language, Menu, Phrases.Everywhere),
            Kind.YesNo => phrases.Guess(words, utterance.Language, [Phrases.Yes, Phrases.No], Phrases.Everywhere),
            Kind.Digits => SpokenDigits.Read(words, utterance.Language) is { } digits ? [digits] : [],
            Kind.Money => SpokenAmount.Read(words, utterance.Language) is { } amount ? [Labels.Of(amount)] : [],
            Kind.Date => SpokenDay.Read(words, utterance.Language, Corpus.Today) is { } day ? [Labels.Of(day)] : [],
            Kind.Answer => [SoundsAs(utterance.Enrolled!, words) ? Labels.Same : Labels.Different],
        };

    private static bool SoundsAs(string enrolled, string words) =>
        SpokenAnswer.KeysOf(enrolled).Intersect(SpokenAnswer.KeysOf(words)).Any();
}
