using Ivr.Flows.Understanding.Sounds;

namespace Ivr.Tests.Understanding;

/// <summary>What sounds alike is heard as the same, whichever way round it is confused.</summary>
public sealed class SoundsTests
{
    [Theory]
    [InlineData("退款", "退宽")]
    [InlineData("被锁", "被所")]
    [InlineData("人工", "人公")]
    [InlineData("牛奶", "流来")]
    [InlineData("付款", "护款")]
    [InlineData("发票", "花票")]
    [InlineData("飞机", "灰机")]
    [InlineData("上山", "桑三")]
    [InlineData("吃饭", "呲换")]
    [InlineData("知道", "资道")]
    [InlineData("人民", "棱民")]
    [InlineData("上当", "善但")]
    [InlineData("生成", "深陈")]
    [InlineData("银行", "英行")]
    [InlineData("３号", "三号")]
    public void Words_that_sound_alike_have_one_key(string one, string other) => Assert.Equal(Syllables.Key(one), Syllables.Key(other));

    [Theory]
    [InlineData("退款", "付款")]
    [InlineData("湖北", "湖南")]
    [InlineData("四", "十一")]
    public void Words_that_do_not_sound_alike_have_two(string one, string other) =>
        Assert.NotEqual(Syllables.Key(one), Syllables.Key(other));

    [Fact]
    public void A_character_with_several_readings_is_heard_as_each_of_them()
    {
        Assert.Equal(["yin", "xing/hang", "ka"], Syllables.Of("银行，卡！").Select(readings => string.Join('/', readings)));
        Assert.Contains(Syllables.Key("银航"), Syllables.Keys("银行"));
    }

    [Fact]
    public void A_distance_is_small_within_a_class_and_one_between_strangers()
    {
        Assert.Equal(0, Between("款", "宽"));
        Assert.InRange(Between("锁", "说"), 0.01, 0.3);
        Assert.InRange(Between("退", "对"), 0.31, 0.99);
        Assert.Equal(1, Between("款", "吃"));
        Assert.Equal(Between("你", "力"), Between("力", "你"));
    }

    [Theory]
    [InlineData("The Phone", "fone")]
    [InlineData("25 cards", "twenty five cards")]
    [InlineData("my knight", "MY night")]
    public void English_words_that_sound_alike_have_one_key(string one, string other) =>
        Assert.Equal(EnglishSounds.Key(one), EnglishSounds.Key(other));

    [Fact]
    public void Nothing_that_a_caller_can_send_breaks_it()
    {
        Assert.Empty(Syllables.Of("\ud800 ، 🐈"));
        Assert.Equal("", EnglishSounds.Key("\ud800 🐈 '"));
        Assert.InRange(Syllables.Keys(string.Concat(Enumerable.Repeat("行长", 100))).Count, 1, 8);
    }

    private static double Between(string one, string other) => Syllable.Distance(Syllables.Of(one)[0][0], Syllables.Of(other)[0][0]);
}
