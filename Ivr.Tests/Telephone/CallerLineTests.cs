using Ivr.Web.Telephone;

namespace Ivr.Tests.Telephone;

public sealed class CallerLineTests
{
    public static TheoryData<string, CallerLine> Lines =>
        new()
        {
            { "#", new Press("#") },
            { "1 2 3", new Press("123") },
            { "８８３４＃", new Press("8834#") },
            { "按 0", new Press("0") },
            { "", new BeSilent() },
            { "静音", new BeSilent() },
            { "我的账户被锁了", new SayWords("我的账户被锁了") },
            { "say help", new SayWords("help") },
            { "say@0.4 退款", new SayWords("退款", "0.4") },
            { "SAY@NaN my refund", new SayWords("my refund", "nan") },
            { "say@none 退款", new SayWords("退款", null) },
            { "agent", new SayWords("agent") },
            { "人工", new SayWords("人工") },
            { "hang on a moment", new SayWords("hang on a moment") },
            { "hang up", new HangUp() },
            { "挂断", new HangUp() },
            { "agent no-answer", new EndTransfer("no-answer") },
            { "人工 占线", new EndTransfer("busy") },
            { "回答", new AnswerRightly() },
            { "answer wrongly", new AnswerWrongly() },
            { "答错", new AnswerWrongly() },
        };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_is_read_as_a_caller_means_it(string typed, CallerLine meant) => Assert.Equal(meant, CallerLine.Read(typed));

    [Theory]
    [InlineData("press one")]
    [InlineData("press")]
    [InlineData("say")]
    [InlineData("say@0.4")]
    [InlineData("agent sings")]
    public void A_line_that_means_nothing_says_what_would(string typed) =>
        Assert.Contains("'", Assert.Throws<FormatException>(() => CallerLine.Read(typed)).Message, StringComparison.Ordinal);
}
