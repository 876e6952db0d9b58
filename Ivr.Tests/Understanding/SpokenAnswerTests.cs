using System.Security.Cryptography;
using System.Text;
using Ivr.Flows.Understanding.Answers;
using Ivr.Tests.Rules;

namespace Ivr.Tests.Understanding;

/// <summary>What an answer said aloud comes to.</summary>
public sealed class SpokenAnswerTests
{
    [Theory]
    [InlineData("福州", "我出生在福州。")]
    [InlineData("福州", "嗯，我是在福建省福州市出生的")]
    [InlineData("福州", "福州福州")]
    [InlineData("福州", "福州，福州市。")]
    [InlineData("福州", "泉州，不对，是福州")]
    [InlineData("福州", "我老家在福州吧")]
    [InlineData("福州市", "福州")]
    [InlineData("沙县", "我在沙县")]
    [InlineData("王秀珍", "我的小学班主任叫王秀珍老师")]
    [InlineData("王秀珍", "她姓王，秀珍")]
    [InlineData("李国平", "木子李国平")]
    [InlineData("八一农场", "81农场")]
    [InlineData("Boston", "I was born in Boston.")]
    [InlineData("boston", "Um, it's Boston, I think")]
    [InlineData("Boston", "New York, sorry, I mean Boston")]
    [InlineData("The Hague", "hague")]
    [InlineData("Saint Louis", "St. Louis")]
    [InlineData("21 Elm Street", "twenty-one Elm Street")]
    [InlineData("Highway 61", "highway sixty one")]
    [InlineData("Kristopher", "Christopher")]
    [InlineData("José", "jose")]
    [InlineData("O'Brien", "Mrs. O’Brien")]
    public void The_same_answer_in_other_words_is_the_same(string enrolled, string said) =>
        Assert.Contains(SpokenAnswer.KeysOf(said)[0], SpokenAnswer.KeysOf(enrolled));

    [Theory]
    [InlineData("福州", "福州泉州")]
    [InlineData("福州", "福州，泉州")]
    [InlineData("福州", "福州还是泉州")]
    [InlineData("福州", "是福州是泉州")]
    [InlineData("福州", "福州不对泉州")]
    [InlineData("福州", "福")]
    [InlineData("福州", "福清")]
    [InlineData("Boston", "Boston or Chicago")]
    [InlineData("Boston", "Boston Chicago")]
    [InlineData("Boston", "Austin")]
    public void Another_answer_or_more_than_one_is_not(string enrolled, string said) =>
        Assert.Empty(SpokenAnswer.KeysOf(said).Intersect(SpokenAnswer.KeysOf(enrolled)));

    [Theory]
    [InlineData("")]
    [InlineData("嗯")]
    [InlineData("我出生在……")]
    [InlineData("Well, um")]
    [InlineData("The")]
    [InlineData("泉州，不对")]
    [InlineData("\ud800\ufffe")]
    public void Hesitation_is_no_answer(string said) => Assert.False(SpokenAnswer.IsAnswer(said));

    /// <summary>What is enrolled cannot be hashed anew: where this differs, raise <see cref="SpokenAnswer.Version"/> and have it enrolled again.</summary>
    [Fact]
    public void The_keys_of_this_version_never_change()
    {
        string[] lists = ["cities", "surnames", "given-names"];
        var names = lists.SelectMany(list => Repository.Read($"Ivr.Tests/Understanding/names/{list}.txt").Split(' ', '\n'));
        var english =
            "Katherine Catherine Steven Stephen Boston Springfield Christopher Vancouver Phoenix Worcester St. Louis The Hague 21 Elm Street";
        var keys = string.Join('\n', names.Concat(english.Split(' ')).SelectMany(SpokenAnswer.KeysOf));

        Assert.Equal((1, "PIN"), (SpokenAnswer.Version, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(keys)))[..16]));
    }

    [Fact]
    public void However_much_is_said_there_are_few_keys()
    {
        foreach (
            var said in new[] { "单解仇曾查任盖区朴翟乐", new string('重', 80), new string('重', 5000), string.Join("，", "重长乐单") }
        )
        {
            Assert.InRange(SpokenAnswer.KeysOf(said).Count, 0, SpokenAnswer.MostKeys);
        }
    }
}
