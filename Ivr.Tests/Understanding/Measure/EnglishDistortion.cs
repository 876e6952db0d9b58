using Ivr.Tests.Rules;

namespace Ivr.Tests.Understanding.Measure;

/// <summary>Distorts English by words; which sound the same and which are near stands in <c>english.tsv</c>.</summary>
internal sealed class EnglishDistortion(Random chance, bool keepsValue)
{
    /// <summary>How many words of a hundred are taken for another, where any are; at least one.</summary>
    private const int PerHundred = 20;

    /// <summary>What is shorter means something else without one of its words.</summary>
    private const int LeastToCut = 3;

    private static readonly string[] Figures = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    private static readonly string[] Before = ["um", "uh", "well", "so", "okay"];
    private static readonly string[] After = ["please", "I think", "uh", "okay"];
    private static readonly Dictionary<(Distortion, string), string[]> Table = Read("Ivr.Tests/Understanding/Measure/english.tsv");

    /// <returns>Null where the words do not allow it.</returns>
    public string? Distort(string text, Distortion kind)
    {
        var words = text.Split(' ').ToList();
        return kind switch
        {
            Distortion.Homophones or Distortion.Confusions => Exchange(words, word => Table.GetValueOrDefault((kind, Bare(word)))),
            Distortion.LostEndings => Exchange(words, word => WithoutEnding(word) is { } shorter ? [shorter] : null),
            Distortion.RunTogether => RunTogether(words),
            Distortion.Dropped => words.Count < LeastToCut ? null : Drop(words),
            Distortion.Repeated => Repeat(words),
            Distortion.Truncated => words.Count < LeastToCut ? null : Cut(words),
            Distortion.DigitSwap => keepsValue ? WriteOtherwise(words) : SwapDigit(words),
            Distortion.Fillers => chance.Next(2) == 0 ? $"{Pick(Before)} {text}" : $"{text} {Pick(After)}",
            Distortion.Pauses => $"{char.ToUpperInvariant(text[0])}{text[1..]}.",
            _ => null,
        };
    }

    private string? Exchange(List<string> words, Func<string, string[]?> others)
    {
        var places = Enumerable.Range(0, words.Count).Where(at => others(words[at]) is not null).ToArray();
        chance.Shuffle(places);
        foreach (var at in places.Take(keepsValue ? 1 : Math.Max(1, words.Count * PerHundred / 100)))
        {
            words[at] = Pick(others(words[at])!);
        }

        return places.Length > 0 ? string.Join(' ', words) : null;
    }

    private string RunTogether(List<string> words)
    {
        if (words.Count == 1)
        {
            return words[0].Length > 5 ? words[0].Insert(words[0].Length / 2, " ") : words[0];
        }

        var at = chance.Next(words.Count - 1);
        words[at] += words[at + 1];
        words.RemoveAt(at + 1);
        return string.Join(' ', words);
    }

    private string Drop(List<string> words)
    {
        for (var many = words.Count > 8 ? 2 : 1; many > 0; many--)
        {
            words.RemoveAt(chance.Next(words.Count));
        }

        return string.Join(' ', words);
    }

    private string Repeat(List<string> words)
    {
        var at = chance.Next(words.Count);
        words.Insert(at, words[at]);
        return string.Join(' ', words);
    }

    private string Cut(List<string> words) => string.Join(' ', words.Take(words.Count - chance.Next(1, (words.Count / 4) + 1)));

    private string? SwapDigit(List<string> words)
    {
        var at = words.FindIndex(word => Array.IndexOf(Figures, word) > 1);
        if (at < 0)
        {
            return null;
        }

        words[at] = Figures[chance.Next(2, 10)];
        return string.Join(' ', words);
    }

    /// <summary>Only where single digits are said: "twenty two" is not "twenty 2".</summary>
    private string? WriteOtherwise(List<string> words)
    {
        var places = Enumerable.Range(0, words.Count).Where(at => Array.IndexOf(Figures, words[at]) >= 0).ToArray();
        if (places.Length * 2 < words.Count)
        {
            return null;
        }

        var place = places[chance.Next(places.Length)];
        words[place] = $"{Array.IndexOf(Figures, words[place])}";
        return string.Join(' ', words);
    }

    private static string? WithoutEnding(string word) =>
        word switch
        {
            { Length: > 5 } when word.EndsWith("ing", StringComparison.Ordinal) => word[..^1],
            { Length: > 4 } when word.EndsWith("ed", StringComparison.Ordinal) => word[..^2],
            { Length: > 3 } when word[^1] == 's' && word[^2] is not ('s' or '\'') => word[..^1],
            _ => null,
        };

    private static string Bare(string word) => word.Trim(',', '.', '?').ToLowerInvariant();

    private string Pick(string[] some) => some[chance.Next(some.Length)];

    private static Dictionary<(Distortion, string), string[]> Read(string file) =>
        Repository
            .Read(file)
            .Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToDictionary(fields => (Enum.Parse<Distortion>(fields[0]), fields[1]), fields => fields[2].Split('|'));
}
