using System.Text.Json.Serialization;
using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Calls;

/// <summary>What a caller may have meant: one thing that was heard badly, or two that are alike.</summary>
/// <param name="Groups">The groups of phrases that mean them.</param>
public sealed record Doubt(IReadOnlyList<string> Groups)
{
    [JsonIgnore]
    public bool IsPossible => Groups is { Count: 1 or 2 } && Groups.All(NamePrompts.Of.ContainsKey);

    /// <summary>The question that settles it.</summary>
    [JsonIgnore]
    public Ask Ask =>
        Groups.Select(group => new Candidate(group, new Named(NamePrompts.Of[group].Key))).ToList() switch
        {
            [var only] => new Ask(DoubtPrompts.DidYouMean(only.Name), Answer.YesNo),
            var two => new Ask(Which(two), new Answer.OneOf([.. Options(two)])),
        };

    /// <summary>The group that a key of that question stands for; null where it means none of them.</summary>
    public string? Chosen(char key) => Groups.ElementAtOrDefault(key - '1');

    /// <summary>Asks between two things, whatever they are.</summary>
    public static Prompt Which(IReadOnlyList<Candidate> two) => DoubtPrompts.WhichOfTwo(two[0].Name, two[1].Name);

    /// <summary>The two by their keys, and a key for neither.</summary>
    public static IEnumerable<Option> Options(IReadOnlyList<Candidate> two) =>
        two.Select((one, at) => new Option(KeyOf(at), one.Phrases, DoubtPrompts.Offer(one.Name, new Key(KeyOf(at)))))
            .Append(new Option(KeyOf(two.Count), Phrases.Neither, DoubtPrompts.OfferNeither(new Key(KeyOf(two.Count)))));

    private static char KeyOf(int at) => (char)('1' + at);
}

/// <summary>Something a caller may have meant.</summary>
/// <param name="Phrases">The group of phrases that means it; empty where there is none.</param>
/// <param name="Name">As short as it can be said.</param>
public sealed record Candidate(string Phrases, Value Name);
