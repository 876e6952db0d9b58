using System.Text.RegularExpressions;

namespace Ivr.Flows.Prompts;

/// <summary>How fast a voice speaks: characters of Chinese or words of English a minute.</summary>
/// <param name="PerMinute">Of sentences.</param>
/// <param name="NumbersPerMinute">Of numbers that are said sign by sign.</param>
public sealed record ReadingPace(int PerMinute, int NumbersPerMinute)
{
    /// <summary>What a listener of any age follows.</summary>
    public static ReadingPace Usual(Language language) =>
        language switch
        {
            Language.Mandarin => new(220, 140),
            Language.English => new(160, 120),
        };
}

/// <summary>How long texts take to say.</summary>
public static partial class ReadingTime
{
    /// <summary>What stands for a value that is no number takes about so long.</summary>
    private const double ValueSeconds = 1.5;

    private const double SecondsBetweenGroups = 0.35;
    private const int GroupSize = 4;

    /// <summary>How many signs the numbers have that prompts name so.</summary>
    private static readonly Dictionary<string, int> Signs = new(StringComparer.Ordinal)
    {
        ["case"] = 9,
        ["refund"] = 12,
        ["number"] = 11,
        ["tail"] = 4,
        ["code"] = 6,
    };

    /// <summary>In seconds, with what its placeholders usually hold.</summary>
    public static double Seconds(string text, Language language, ReadingPace? pace = null)
    {
        var (perMinute, numbersPerMinute) = pace ?? ReadingPace.Usual(language);
        var values = Placeholder().Matches(text).Sum(match => OfValue(match.Groups["name"].Value, numbersPerMinute));
        var words = Placeholder().Replace(text, " ");
        return values + (60.0 * Length(words, language) / perMinute);
    }

    private static double OfValue(string name, int numbersPerMinute) =>
        Signs.TryGetValue(name, out var signs)
            ? (60.0 * signs / numbersPerMinute) + (SecondsBetweenGroups * ((signs - 1) / GroupSize))
            : ValueSeconds;

    private static int Length(string words, Language language) =>
        language switch
        {
            Language.Mandarin => words.Count(char.IsLetterOrDigit),
            Language.English => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length,
        };

    [GeneratedRegex("{(?<name>[a-z-]+)}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
