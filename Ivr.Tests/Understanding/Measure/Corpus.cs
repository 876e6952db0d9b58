using System.Security.Cryptography;
using System.Text;
using Ivr.Flows;
using Ivr.Tests.Rules;

namespace Ivr.Tests.Understanding.Measure;

/// <summary>The labelled utterances of the folder <c>corpus</c>: a folder for each part, in it a file for each kind and language.</summary>
public static class Corpus
{
    /// <summary>What no choice answers is labelled so.</summary>
    public const string None = "none";

    /// <summary>The day on which the days of the corpus are said, a Wednesday.</summary>
    public static readonly DateOnly Today = new(2026, 3, 18);

    private static readonly Dictionary<Kind, string> Files = new()
    {
        [Kind.Intent] = "intents",
        [Kind.Global] = "globals",
        [Kind.YesNo] = "yes-no",
        [Kind.Digits] = "digits",
        [Kind.Money] = "money",
        [Kind.Date] = "dates",
        [Kind.Answer] = "answers",
        [Kind.None] = "none",
    };

    /// <summary>The rule that splits the corpus: an utterance stays in its part whatever is added beside it.</summary>
    public static Part PartOf(string words) => SHA256.HashData(Encoding.UTF8.GetBytes(words))[0] % 2 == 0 ? Part.Building : Part.Reported;

    /// <exception cref="InvalidDataException">A line has no label or no words; the message names the file.</exception>
    public static IReadOnlyList<Utterance> Read(Part part) =>
        [
            .. from kind in Enum.GetValues<Kind>()
            from language in Enum.GetValues<Language>()
            from utterance in Read(part, kind, language)
            select utterance,
        ];

    private static IEnumerable<Utterance> Read(Part part, Kind kind, Language language)
    {
        var folder = part is Part.Building ? "building" : "reported";
        var file = $"Ivr.Tests/Understanding/corpus/{folder}/{Files[kind]}.{language.Tag()}.tsv";
        foreach (var line in Repository.Read(file).Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            yield return line.Split('\t') switch
            {
                [var label, var words] when kind != Kind.Answer => new(kind, language, part, label, words),
                [var label, var enrolled, var words] when kind is Kind.Answer => new(kind, language, part, label, words, enrolled),
                _ => throw new InvalidDataException($"{file} has a line that is not of its form."),
            };
        }
    }
}
