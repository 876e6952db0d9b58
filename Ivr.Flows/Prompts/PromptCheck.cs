using System.Text.RegularExpressions;

namespace Ivr.Flows.Prompts;

/// <summary>Finds what the languages' prompts do not have in common, what takes too long to say, and what may not be sent.</summary>
public static partial class PromptCheck
{
    /// <summary>What a caller listens to without being able to tell what it was about.</summary>
    private const double LongestSeconds = 22;

    private const double HanPerSecond = 220 / 60.0;
    private const double WordsPerSecond = 160 / 60.0;

    /// <summary>A sentence for each finding; none when all is well.</summary>
    public static IEnumerable<string> Findings(PromptBook prompts)
    {
        foreach (
            var key in Enum.GetValues<Language>().SelectMany(prompts.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        )
        {
            var words = Enum.GetValues<Language>().Select(language => (Language: language, Words: prompts.Find(language, key))).ToList();
            foreach (var (language, _) in words.Where(pair => pair.Words is null))
            {
                yield return $"{key} is missing in {language.Tag()}.";
            }

            var there = words.Where(pair => pair.Words is not null).Select(pair => (pair.Language, Words: pair.Words!)).ToList();
            if (there.Select(pair => Placeholders(pair.Words)).Distinct(StringComparer.Ordinal).Count() > 1)
            {
                yield return $"{key} has other placeholders in one language than in another.";
            }

            foreach (
                var finding in there
                    .Where(_ => NoticeCheck.IsNotice(key))
                    .SelectMany(pair => NoticeCheck.Findings(key, pair.Words, pair.Language))
            )
            {
                yield return finding;
            }

            foreach (var (language, text) in there.SelectMany(pair => Texts(pair.Words).Select(text => (pair.Language, text))))
            {
                if (Seconds(text, language) is var seconds && seconds > LongestSeconds)
                {
                    yield return $"{key} takes {seconds:0} seconds to say in {language.Tag()}; {LongestSeconds} is the most.";
                }
            }
        }
    }

    /// <summary>How long a text takes to say, in seconds, each placeholder counted as one and a half.</summary>
    public static double Seconds(string text, Language language)
    {
        var filled = Placeholder().Count(text) * 1.5;
        var words = Placeholder().Replace(text, " ");
        return filled
            + language switch
            {
                Language.Mandarin => words.Count(char.IsLetterOrDigit) / HanPerSecond,
                Language.English => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length / WordsPerSecond,
            };
    }

    private static IEnumerable<string> Texts(PromptWords words) => new[] { words.Text, words.Again, words.Help }.OfType<string>();

    private static string Placeholders(PromptWords words) =>
        string.Join(
            ' ',
            Placeholder().Matches(words.Text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );

    [GeneratedRegex("{[a-z-]+}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
