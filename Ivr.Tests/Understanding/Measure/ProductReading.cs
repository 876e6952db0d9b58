using Ivr.Flows.Calls;
using Ivr.Flows.Flows;
using Ivr.Flows.Understanding;
using Ivr.Flows.Understanding.Answers;
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
            Kind.Intent or Kind.Global or Kind.None => phrases.MatchMostly(words, utterance.Language, [.. Menu, .. Phrases.Everywhere])
                is { } group
                ? [group]
                : [],
            Kind.Answer => [SoundsAs(utterance.Enrolled!, words) ? Labels.Same : Labels.Different],
            _ => [],
        };

    private static bool SoundsAs(string enrolled, string words) =>
        SpokenAnswer.KeysOf(enrolled).Intersect(SpokenAnswer.KeysOf(words)).Any();
}
