using Ivr.Flows;
using Ivr.Flows.Prompts;

namespace Ivr.Tests.Messages;

/// <summary>What may stand in a message, and how long it is.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData("详情请看 https://wallet.example", "a link")]
    [InlineData("详情请看 wallet.cn。", "a link")]
    [InlineData("See WWW.wallet for more", "a link")]
    [InlineData("请写信到 help@wallet", "a link")]
    [InlineData("请拨打 95188。", "a number")]
    [InlineData("Call 400-800-1234.", "a number")]
    [InlineData("请拨打 ４００８００。", "a number")]
    public void A_link_an_address_and_a_number_to_call_are_found(string text, string finding) =>
        Assert.Contains(finding, Assert.Single(Findings(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("{wallet}：编号 {case}，3 个工作日内，最晚 2026 年有结果。")]
    [InlineData("{wallet}: case {case}. Nothing to do, e.g. no call.")]
    public void What_the_code_fills_in_and_short_figures_are_not(string text) => Assert.Empty(Findings(text));

    [Theory]
    [InlineData('啊', 201, 0)]
    [InlineData('啊', 202, 1)]
    [InlineData('a', 459, 0)]
    [InlineData('a', 460, 1)]
    public void Three_short_messages_are_the_most(char letter, int length, int findings) =>
        Assert.Equal(findings, Findings(new string(letter, length)).Count());

    [Theory]
    [InlineData('啊', 70, 1)]
    [InlineData('啊', 71, 2)]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('€', 80, 1)]
    [InlineData('€', 81, 2)]
    public void Segments_are_counted_as_networks_do(char letter, int length, int segments) =>
        Assert.Equal(segments, MessageLength.Segments(new string(letter, length)));

    [Theory]
    [InlineData(1, 0, 90)]
    [InlineData(1, 1, 110)]
    [InlineData(2, 0.5, 200)]
    [InlineData(3, 0.5, 400)]
    [InlineData(4, 0.5, 800)]
    [InlineData(5, 0.5, 30_000)]
    [InlineData(50, 0.5, 30_000)]
    public void Each_try_waits_twice_as_long_with_a_tenth_of_chance_and_in_the_end_half_a_minute(
        int tries,
        double chance,
        int milliseconds
    ) => Assert.Equal(milliseconds, Ivr.Web.Messages.Backoff.After(tries, chance).TotalMilliseconds, 3);

    private static IEnumerable<string> Findings(string text) =>
        NoticeCheck.Findings("notice/x", new PromptWords { Text = text }, Language.Mandarin);
}
