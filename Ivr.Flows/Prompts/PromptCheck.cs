using System.Text.RegularExpressions;

namespace Ivr.Flows.Prompts;

/// <summary>Finds what the languages' prompts do not have in common, what takes too long to say, what names a key too soon, and what may not be sent.</summary>
public static partial class PromptCheck
{
    /// <summary>What a caller listens to without being able to tell what it was about.</summary>
    private const double LongestSeconds = 22;

    /// <summary>Who calls may know within so long whom they reached, and that the call is recorded.</summary>
    private const double LongestGreeting = 8;

    private const string Greeting = "entry/greeting";

    /// <summary>A sentence for each finding; none when all is well.</summary>
    /// <param name="pace">How fast each language is spoken.</param>
    public static IEnumerable<string> Findings(PromptBook prompts, Func<Language, ReadingPace> pace) =>
        Gaps(prompts).Concat(Lengths(prompts, pace)).Concat(KeysFirst(prompts)).Concat(Wordings(prompts));

    /// <summary>A sentence for each thing that one language has and the other lacks.</summary>
    public static IEnumerable<string> Gaps(PromptBook prompts)
    {
        foreach (var (key, words) in All(prompts))
        {
            foreach (var (language, _) in words.Where(pair => pair.Words is null))
            {
                yield return $"{key} is missing in {language.Tag()}.";
            }

            var there = words.Select(pair => pair.Words).OfType<PromptWords>();
            if (there.Select(Placeholders).Distinct(StringComparer.Ordinal).Count() > 1)
            {
                yield return $"{key} has other placeholders in one language than in another.";
            }
        }
    }

    /// <summary>What is written to owners has rules of its own.</summary>
    private static IEnumerable<string> Wordings(PromptBook prompts) =>
        from entry in All(prompts)
        where NoticeCheck.IsNotice(entry.Key)
        from pair in entry.Words
        where pair.Words is not null
        from finding in NoticeCheck.Findings(entry.Key, pair.Words, pair.Language)
        select finding;

    private static IEnumerable<string> KeysFirst(PromptBook prompts) =>
        from entry in All(prompts)
        from pair in entry.Words
        from text in Texts(pair.Words)
        where KeyOrder.IsKeyFirst(text, pair.Language)
        select $"{entry.Key} says a key before what it is for in {pair.Language.Tag()}.";

    private static IEnumerable<string> Lengths(PromptBook prompts, Func<Language, ReadingPace> pace)
    {
        foreach (var (key, words) in All(prompts).Where(entry => !NoticeCheck.IsNotice(entry.Key)))
        {
            foreach (var (language, text) in words.SelectMany(pair => Texts(pair.Words).Select(text => (pair.Language, text))))
            {
                var longest = key == Greeting ? LongestGreeting : LongestSeconds;
                if (ReadingTime.Seconds(text, language, pace(language)) is var seconds && seconds > longest)
                {
                    yield return $"{key} takes {seconds:0.0} seconds to say in {language.Tag()}; {longest} is the most.";
                }
            }
        }
    }

    private static IEnumerable<(string Key, List<(Language Language, PromptWords? Words)> Words)> All(PromptBook prompts) =>
        Enum.GetValues<Language>()
            .SelectMany(prompts.Keys)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(key => (key, Enum.GetValues<Language>().Select(language => (language, prompts.Find(language, key))).ToList()));

    private static IEnumerable<string> Texts(PromptWords? words) => new[] { words?.Text, words?.Again, words?.Help }.OfType<string>();

    private static string Placeholders(PromptWords words) =>
        string.Join(
            ' ',
            Placeholder().Matches(words.Text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );

    [GeneratedRegex("{[a-z-]+}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
