using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Flows;
using Ivr.Flows.Understanding;

namespace Ivr.Tests.Understanding;

/// <summary>What callers say at the main menu, in their words and as it is heard.</summary>
public sealed class PhraseMatcherTests
{
    private static readonly PhraseMatcher Matcher = new(PhraseBook.Read(Path.Combine(AppContext.BaseDirectory, "prompts")));
    private static readonly string[] Menu = [.. Hotline.Menu.Select(branch => branch.Phrases)];

    [Theory]
    [InlineData("退宽", Phrases.Refund)]
    [InlineData("帐号被所", Phrases.Unlock)]
    [InlineData("银航咖", Phrases.Card)]
    [InlineData("人公", Phrases.Human)]
    [InlineData("护款失败", Phrases.Payment)]
    [InlineData("我要退宽", Phrases.Refund)]
    [InlineData("退退款", Phrases.Refund)]
    [InlineData("退款进", Phrases.Refund)]
    [InlineData("我昨天付了一笔钱扣了但是没成功", Phrases.Payment)]
    [InlineData("卡换了新的怎么绑", Phrases.Card)]
    [InlineData("刚才有人打电话说是你们客服让我转账", Phrases.Safety)]
    [InlineData("能不能给我转个客服", Phrases.Human)]
    [InlineData("赶紧冻结", Phrases.Freeze)]
    public void A_Mandarin_caller_is_understood(string said, string meant) => Assert.Equal([meant], Guess(said, Language.Mandarin));

    [Theory]
    [InlineData("my card was charged but the shop says they got nothing", Phrases.Payment)]
    [InlineData("i want to get my money back for an order i cancelled", Phrases.Refund)]
    [InlineData("it says too many attempts and locked me out", Phrases.Unlock)]
    [InlineData("how do i link my new card", Phrases.Card)]
    [InlineData("someone called and asked for my verification code", Phrases.Safety)]
    [InlineData("paiment failed", Phrases.Payment)]
    [InlineData("my phone was stolen", Phrases.Freeze)]
    public void An_English_caller_is_understood(string said, string meant) => Assert.Equal([meant], Guess(said, Language.English));

    [Theory]
    [InlineData("我没有被骗，就是想问退款", Language.Mandarin)]
    [InlineData("i was not scammed i just want my refund", Language.English)]
    [InlineData("it's not about a payment, it's about a refund", Language.English)]
    public void What_is_denied_is_not_meant(string said, Language language) => Assert.Equal([Phrases.Refund], Guess(said, language));

    [Theory]
    [InlineData("退款还是付款", Language.Mandarin)]
    [InlineData("refund or payment", Language.English)]
    public void Two_that_are_close_are_both_named(string said, Language language) =>
        Assert.Equal([Phrases.Payment, Phrases.Refund], Guess(said, language).Order());

    [Theory]
    [InlineData("今天天气怎么样", Language.Mandarin)]
    [InlineData("帮我订一张去上海的机票", Language.Mandarin)]
    [InlineData("我儿子明天结婚", Language.Mandarin)]
    [InlineData("", Language.Mandarin)]
    [InlineData("\ud800🐈", Language.Mandarin)]
    [InlineData("what is the weather like today", Language.English)]
    [InlineData("turn on the radio", Language.English)]
    public void What_has_nothing_to_do_with_the_wallet_means_nothing(string said, Language language) => Assert.Empty(Guess(said, language));

    [Theory]
    [InlineData("不是", Phrases.No)]
    [InlineData("是的", Phrases.Yes)]
    [InlineData("嗯对", Phrases.Yes)]
    [InlineData("不对", Phrases.No)]
    public void Short_words_answer_a_question_with_yes_or_no(string said, string meant) =>
        Assert.Equal([meant], Matcher.Guess(said, Language.Mandarin, [Phrases.Yes, Phrases.No], Phrases.Everywhere));

    private static IReadOnlyList<string> Guess(string said, Language language) => Matcher.Guess(said, language, Menu, Phrases.Everywhere);
}
