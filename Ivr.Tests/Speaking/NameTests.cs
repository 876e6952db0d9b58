using Ivr.Flows;
using Ivr.Flows.Speaking;

namespace Ivr.Tests.Speaking;

public class NameTests
{
    [Theory]
    [InlineData("王小明", "王小明")]
    [InlineData("  王\t小明\r\n", "王 小明")]
    [InlineData("买买提·艾力", "买买提·艾力")]
    [InlineData("大娘水饺😀👩‍👧店", "大娘水饺 店")]
    [InlineData("<break time=\"10s\"/>张三", "张三")]
    [InlineData("＜say-as＞张三＜/say-as＞", "张三")]
    [InlineData("&lt;break/&gt;张三", "break 张三")]
    [InlineData("张三<", "张三")]
    [InlineData("A&B", "A B")]
    [InlineData("Müller & Söhne", "Müller Söhne")]
    [InlineData("{amount}", "amount")]
    [InlineData("张\u202E三\u200B", "张三")]
    [InlineData("半个\uD83D字符", "半个 字符")]
    public void Only_what_can_be_read_aloud_is_left_of_a_name(string text, string words)
    {
        Assert.Equal(words, Say(Language.Mandarin, text));
        Assert.Equal(words, Say(Language.English, text));
    }

    [Theory]
    [InlineData("85度C", "八五度C", "eight five 度C")]
    [InlineData("Store 24", "Store 二四", "Store two four")]
    [InlineData("７天酒店", "七天酒店", "seven 天酒店")]
    [InlineData("٣号店", "三号店", "three 号店")]
    [InlineData("②号店", "二号店", "two 号店")]
    public void Digits_in_a_name_become_words(string text, string mandarin, string english)
    {
        Assert.Equal(mandarin, Say(Language.Mandarin, text));
        Assert.Equal(english, Say(Language.English, text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData("😀")]
    [InlineData("-·.")]
    [InlineData("\u0301")]
    [InlineData("<speak/>")]
    public void A_name_without_anything_to_read_is_the_other_party(string text)
    {
        Assert.Equal("对方", Say(Language.Mandarin, text));
        Assert.Equal("the other party", Say(Language.English, text));
    }

    [Theory]
    [InlineData("字", 40)]
    [InlineData("𠀀", 40)]
    [InlineData("9", 39)]
    public void A_name_is_never_longer_than_forty_characters(string piece, int english)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100));

        Assert.Equal(40, Say(Language.Mandarin, text).Length);
        Assert.Equal(english, Say(Language.English, text).Length);
    }

    [Fact]
    public void No_character_at_all_brings_a_digit_or_markup_into_a_name()
    {
        foreach (var sign in Enumerable.Range(0, 0x11_0000).Select(Sign))
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                var words = Say(language, $"王{sign}明");

                Assert.InRange(words.Length, 2, 40);
                Assert.DoesNotContain(words, letter => char.IsDigit(letter) || char.IsControl(letter) || "<>&\"{}/".Contains(letter));
            }
        }
    }

    private static string Say(Language language, string text) => Speakers.For(language).Say(new Name(text), new DateOnly(2026, 7, 1));

    /// <summary>Halves of surrogate pairs stay halves.</summary>
    private static string Sign(int code) => code < 0x1_0000 ? ((char)code).ToString() : char.ConvertFromUtf32(code);
}
