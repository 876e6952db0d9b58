using Ivr.Flows;
using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Ivr.Flows.Understanding;
using Ivr.Flows.Wallet;

namespace Ivr.Tests.Rules;

/// <summary>What holds for the questions and answers that operators edit, and for the guides.</summary>
public sealed class FaqRules
{
    private static readonly FaqBook Book = FaqBook.Read(Path.Combine(AppContext.BaseDirectory, "prompts"));

    public static TheoryData<Language> Spoken => [.. Enum.GetValues<Language>()];

    [Theory]
    [MemberData(nameof(Spoken))]
    public void Every_entry_is_found_by_its_own_question(Language language)
    {
        Assert.True(Book.All.Count >= 12);
        Assert.All(Book.All, entry => Assert.Contains(entry, Book.Find(Say(entry.Question, language), language)));
    }

    [Theory]
    [MemberData(nameof(Spoken))]
    public void What_has_nothing_to_do_with_the_wallet_is_not_found(Language language)
    {
        string[] said = language == Language.Mandarin ? ["今天天气怎么样", "", "🐈"] : ["what is the weather like today", "", "🐈"];

        Assert.All(said, words => Assert.Empty(Book.Find(words, language)));
    }

    [Fact]
    public void The_check_that_operators_run_finds_nothing() => Assert.Empty(FaqCheck.Findings(Book));

    [Fact]
    public void The_check_names_an_answer_that_is_too_long_or_holds_figures_or_links()
    {
        var answers = new[] { new string('长', 80), "请打95588。", "请看www.example.com。" };
        var entries = answers.Select((answer, at) => new FaqEntry($"entry-{(char)('a' + at)}", new("问", "ask"), new(answer, "fine")));

        var findings = FaqCheck.Findings(new ListOf([.. entries])).ToList();

        Assert.Equal(3, findings.Count);
        Assert.StartsWith("entry-a takes 22 seconds to say in zh-CN", findings[0], StringComparison.Ordinal);
        Assert.StartsWith("entry-b", findings[1], StringComparison.Ordinal);
        Assert.StartsWith("entry-c", findings[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_piece_of_a_guide_is_told_once_and_the_card_is_changed_in_eight_steps()
    {
        Assert.Equal(Enum.GetValues<GuidePiece>(), Enum.GetValues<Guide>().SelectMany(guide => guide.Pieces()));
        Assert.Equal([8, 5, 5, 5], Enum.GetValues<Guide>().Select(guide => guide.Pieces().Count));
        Assert.All(Guide.ChangeCard.Pieces(), piece => Assert.StartsWith("Step", piece.ToString(), StringComparison.Ordinal));
        Assert.All(Guide.StayingSafe.Pieces(), piece => Assert.StartsWith("Safe", piece.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("我的卡号是6222 0011，密码三五七九", "我的卡号是···· ···· 密码····")]
    [InlineData("my code is one two 34, don't tell", "my code is · · ·· don't tell")]
    [InlineData("٣٤ and Ⅷ", "·· and ·")]
    public void Words_that_are_handed_on_hold_no_figures(string said, string handedOn)
    {
        Assert.Equal(handedOn, SafeWords.Of(said));
        Assert.True(SafeWords.Of(string.Concat(Enumerable.Repeat("😀𠀀字", 100))).Length <= 60);
    }

    private static string Say(Wording text, Language language) => Speakers.For(language).Say(text, default);

    private sealed class ListOf(IReadOnlyList<FaqEntry> all) : IFaq
    {
        public IReadOnlyList<FaqEntry> All => all;

        public IReadOnlyList<FaqEntry> Find(string words, Language language) => [];
    }
}
