using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Prompts;

/// <summary>Finds answers to questions that take too long, or that a voice cannot say as they should be said.</summary>
public static class FaqCheck
{
    /// <summary>What a caller keeps in mind.</summary>
    private const double LongestSeconds = 20;

    private static readonly string[] Links = ["www.", "http", ".com", ".cn", "{"];

    /// <summary>A sentence for each finding; none when all is well.</summary>
    public static IEnumerable<string> Findings(IFaq faq)
    {
        foreach (var entry in faq.All)
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                var answer = Speakers.For(language).Say(entry.Answer, default);
                var question = Speakers.For(language).Say(entry.Question, default);
                if (ReadingTime.Seconds(answer, language) is var seconds && seconds > LongestSeconds)
                {
                    yield return $"{entry.Id} takes {seconds:0} seconds to say in {language.Tag()}; {LongestSeconds} is the most.";
                }

                if ((question + answer).Any(char.IsDigit))
                {
                    yield return $"{entry.Id} has figures in {language.Tag()}: write them in words.";
                }

                if (Links.Any(link => answer.Contains(link, StringComparison.OrdinalIgnoreCase)))
                {
                    yield return $"{entry.Id} has a link or a placeholder in {language.Tag()}: say where in the app it is.";
                }
            }
        }
    }
}
