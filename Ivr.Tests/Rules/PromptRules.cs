using System.Text.RegularExpressions;
using Ivr.Flows;
using Ivr.Flows.Calendars;
using Ivr.Flows.Calls;
using Ivr.Flows.Prompts;
using Ivr.Flows.Understanding;

namespace Ivr.Tests.Rules;

/// <summary>Typed names in code and words in files are the same set, in every language.</summary>
public sealed partial class PromptRules
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "prompts");

    private static readonly PromptBook Book = PromptBook.Read(
        Folder,
        new Dictionary<Language, string> { [Language.Mandarin] = "连江数字钱包", [Language.English] = "Lianjiang Digital Wallet" },
        new MarketTime(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), "CN", new MarketCalendar([]))
    );

    public static TheoryData<Language> Spoken => [.. Enum.GetValues<Language>()];

    [Theory]
    [MemberData(nameof(Spoken))]
    public void Every_name_in_code_has_words_and_all_words_have_a_name(Language language)
    {
        var named = NamedPrompts.All.Select(prompt => prompt.Key).Distinct().Order();

        Assert.Equal(named, Book.Keys(language).Order());
    }

    [Theory]
    [MemberData(nameof(Spoken))]
    public void Every_form_of_every_prompt_is_filled_by_the_values_the_code_gives(Language language)
    {
        foreach (var prompt in NamedPrompts.All)
        {
            foreach (var form in Enum.GetValues<PromptForm>())
            {
                var said = Book.Say(prompt, form, language, DateTimeOffset.UnixEpoch);
                Assert.DoesNotMatch(AnyDigit(), said);
                Assert.False(string.IsNullOrWhiteSpace(said));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Spoken))]
    public void Every_value_the_code_gives_is_said(Language language)
    {
        foreach (var prompt in NamedPrompts.All)
        {
            var text = Book.Find(language, prompt.Key)!.Text;
            Assert.All(prompt.Values, value => Assert.Contains($"{{{value.Name}}}", text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_check_that_operators_run_finds_nothing() => Assert.Empty(PromptCheck.Findings(Book, ReadingPace.Usual));

    [Fact]
    public void A_voice_that_speaks_slower_makes_prompts_too_long_and_the_check_says_which()
    {
        var findings = PromptCheck.Findings(Book, language => ReadingPace.Usual(language) with { PerMinute = 110 }).ToList();

        Assert.Contains(
            findings,
            finding => Regex.IsMatch(finding, @"^entry/greeting takes [0-9.]+ seconds to say in zh-CN; 8 is the most\.$")
        );
        Assert.Contains(findings, finding => finding.EndsWith("; 22 is the most.", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_are_said_slower_than_words_and_with_pauses_between_their_groups()
    {
        Assert.Equal(60.0 / 220 * 3, ReadingTime.Seconds("编号是，", Language.Mandarin), 3);
        Assert.Equal((60.0 / 220 * 3) + (60.0 / 140 * 9) + 0.7, ReadingTime.Seconds("编号是，{case}。", Language.Mandarin), 3);
        Assert.Equal((60.0 / 160 * 2) + (60.0 / 120 * 4), ReadingTime.Seconds("It's {tail} now", Language.English), 3);
    }

    [Theory]
    [MemberData(nameof(Spoken))]
    public void Every_group_of_phrases_in_code_has_words_and_no_group_is_left_over(Language language)
    {
        var phrases = PhraseBook.Read(Folder);

        Assert.Equal(Phrases.All.Append(PhraseBook.Fillers).Append(PhraseBook.Or).Order(), phrases.Groups(language).Order());
        Assert.All(Phrases.All, group => Assert.NotEmpty(phrases.In(language, group)));
    }

    [GeneratedRegex("[0-9]")]
    private static partial Regex AnyDigit();
}
