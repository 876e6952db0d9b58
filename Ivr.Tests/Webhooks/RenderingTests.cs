using System.Xml;
using System.Xml.Linq;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Ivr.Tests.Calls;
using Ivr.Web.Telephone;
using Ivr.Web.Voice;
using Microsoft.Extensions.DependencyInjection;
using Spoken = Ivr.Flows.Engine.Spoken;

namespace Ivr.Tests.Webhooks;

public sealed class RenderingTests : IAsyncLifetime
{
    private TestHotline hotline = null!;

    public async Task InitializeAsync() => hotline = await TestHotline.StartAsync();

    public async Task DisposeAsync() => await hotline.DisposeAsync();

    [Fact]
    public void No_code_point_breaks_the_document_and_those_that_XML_forbids_are_left_out()
    {
        var all = Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(code => code is not '{' and not '\r').ToArray();
        foreach (var chunk in all.Chunk(64))
        {
            // Each of its own, so that halves of pairs stay halves.
            var text = string.Concat(chunk.Select(code => $"{code}x"));
            var legal = string.Concat(chunk.Where(code => XmlConvert.IsXmlChar(code) && code != '\ufffd').Select(code => $"{code}"));

            var heard = string.Concat(Says(text).Select(say => say.Value));

            Assert.StartsWith(
                legal.Replace("x", "", StringComparison.Ordinal),
                heard.Replace("x", "", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("<break time=\"10s\"/>")]
    [InlineData("</Say><Hangup/><Say>")]
    [InlineData("]]>")]
    [InlineData("&amp;&#0;&lt;")]
    [InlineData("<!-- -->\"'")]
    [InlineData("\ud83d\ude00")]
    public void Markup_in_a_text_is_text(string text) => Assert.StartsWith(text, Assert.Single(Says(text)).Value, StringComparison.Ordinal);

    [Theory]
    [InlineData("这句话有十个汉字左右。", 300)]
    [InlineData("Sentences, long, here & there. ", 200)]
    [InlineData("没有句号的话", 500)]
    [InlineData("😀", 900)]
    [InlineData("%%%%", 500)]
    public void A_long_text_is_said_in_parts_that_a_voice_takes(string sentence, int times)
    {
        var text = string.Concat(Enumerable.Repeat(sentence, times));

        var parts = Says(text).Select(say => say.Value).ToList();

        Assert.StartsWith(text.TrimEnd(), string.Concat(parts), StringComparison.Ordinal);
        Assert.All(parts, part => Assert.InRange(Uri.EscapeDataString(part).Length, 1, 4500));
        Assert.All(parts, part => Assert.InRange(part.Length, 1, 450));
        Assert.All(parts, part => Assert.False(char.IsLowSurrogate(part[0]), "A character is cut."));
        if (sentence.EndsWith('。') || sentence.EndsWith(". ", StringComparison.Ordinal))
        {
            Assert.All(parts.SkipLast(1), part => Assert.EndsWith(sentence.TrimEnd()[^1..], part, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\u0001\ufffe")]
    public void A_text_with_nothing_in_it_is_not_said(string text) => Assert.Empty(Says(text));

    [Fact]
    public void A_menu_takes_one_key_at_once_or_words()
    {
        var gather = Gather(Answer.YesNo, Language.Mandarin);

        Assert.Equal(
            "input=dtmf speech action=/voice/turns/5 method=POST timeout=6 speechTimeout=1 profanityFilter=false finishOnKey= numDigits=1 language=cmn-Hans-CN actionOnEmptyResult=true",
            Shape(gather)
        );
        Assert.Equal("en-US", (string?)Gather(Answer.YesNo, Language.English).Attribute("language"));
        var hints = ((string?)gather.Attribute("hints"))!.Split(',');
        Assert.InRange(hints.Length, 1, 500);
        Assert.All(hints, hint => Assert.InRange(hint.Length, 1, 100));
    }

    [Fact]
    public void An_entry_takes_keys_and_speech_and_each_ends_in_its_own_way()
    {
        Assert.Equal(
            "input=dtmf speech action=/voice/turns/5 method=POST timeout=6 speechTimeout=3 profanityFilter=false finishOnKey= numDigits=4 language=cmn-Hans-CN actionOnEmptyResult=true",
            Shape(Gather(new Answer.Digits(4, 4), Language.Mandarin))
        );
        Assert.Equal(
            "input=dtmf speech action=/voice/turns/5 method=POST timeout=6 speechTimeout=3 profanityFilter=false finishOnKey=# language=cmn-Hans-CN actionOnEmptyResult=true",
            Shape(Gather(new Answer.Digits(6, 20), Language.Mandarin))
        );
        Assert.Equal(
            "input=dtmf action=/voice/turns/5 method=POST timeout=6 finishOnKey= numDigits=1 actionOnEmptyResult=true",
            Shape(Gather(Answer.YesNo, Language.Mandarin, keysOnly: true))
        );
    }

    [Fact]
    public void Hints_stay_within_Twilios_limits()
    {
        var phrases = Enumerable.Range(0, 2000).Select(at => $"phrase {at}, again").Append(new string('长', 101)).Append("").Reverse();

        var hints = RecogniserHints.From(phrases).Split(',');

        Assert.Equal(500, hints.Length);
        Assert.All(hints, hint => Assert.InRange(hint.Length, 1, 100));
    }

    private static string Shape(XElement gather) =>
        string.Join(
            ' ',
            gather.Attributes().Where(attribute => attribute.Name != "hints").Select(attribute => $"{attribute.Name}={attribute.Value}")
        );

    private XElement Gather(Answer answer, Language language, bool keysOnly = false)
    {
        var spoken = new Spoken(CommonPrompts.KeysOnly, PromptForm.Text, language);
        return Render(new Reply([spoken], new Ending.Listen(answer, keysOnly, false), language, new Manner())).Element("Gather")!;
    }

    private IEnumerable<XElement> Says(string text)
    {
        var spoken = new Spoken(IdentityPrompts.Question(new Wording(text, text)), PromptForm.Again, Language.Mandarin);
        return Render(new Reply([spoken], new Ending.HangUp(), Language.Mandarin, new Manner())).Elements("Say");
    }

    private XElement Render(Reply reply)
    {
        var twiml = hotline.Services.GetRequiredService<TwimlRenderer>().Render(reply, 5);
        TwimlChecker.Check(new Answered("", twiml.Replace("{", "", StringComparison.Ordinal)));
        return XDocument.Parse(twiml, LoadOptions.PreserveWhitespace).Root!;
    }
}
