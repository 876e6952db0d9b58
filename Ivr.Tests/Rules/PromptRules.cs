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
    public void The_check_that_operators_run_finds_nothing() => Assert.Empty(PromptCheck.Findings(Book));

    [Theory]
    [MemberData(nameof(Spoken))]
    public void Every_group_of_phrases_in_code_has_words_and_no_group_is_left_over(Language language)
    {
        var phrases = PhraseBook.Read(Folder);

        Assert.Equal(Phrases.All.Order(), phrases.Groups(language).Order());
        Assert.All(Phrases.All, group => Assert.NotEmpty(phrases.In(language, group)));
    }

    [GeneratedRegex("[0-9]")]
    private static partial Regex AnyDigit();
}
