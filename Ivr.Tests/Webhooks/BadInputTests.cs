using System.Net;
using Ivr.Tests.Calls;

namespace Ivr.Tests.Webhooks;

/// <summary>Whatever comes as keys or as words, the caller is asked again and can go on.</summary>
public sealed class BadInputTests
{
    public static TheoryData<string> Keys =>
        [
            "7",
            "12",
            "abc",
            "hangup",
            new string('1', 200),
            new string('1', 20_000),
            "١٢٣٤",
            "１２３４",
            "①",
            "一",
            "**1",
            "1*",
            "*1*",
            "#1",
            "##",
            "1#2",
            "A",
            "D1",
            "8834 ",
            " ",
            "\t",
            "-1",
            "+1",
            "1.5",
            "1e3",
            "0x1",
            "\ud83d\ude00",
            "<Say>1</Say>",
            "1' or '1'='1",
            "88341",
            "883",
        ];

    public static TheoryData<string, string?> Words =>
        new()
        {
            { new string('好', 13_000), "0.9" },
            { new string('a', 60_000), "0.9" },
            { string.Concat(Enumerable.Repeat("解 ", 2000)), "0.9" },
            { "", "0.9" },
            { " \t\r\n ", "0.9" },
            { "<Say>解锁</Say>", "0.9" },
            { "]]><Hangup/>", "0.9" },
            { "&lt;&amp;&#0;&bogus;", "0.9" },
            { "\u0001\u0008\uffff\ufffe", "0.9" },
            { "\u2028\u2029\u0085\u001b[2J", "0.9" },
            { "'; drop table calls; --", "0.9" },
            { "%' or 1=1", "0.9" },
            { "隔壁的西瓜熟透了", "NaN" },
            { "隔壁的西瓜熟透了", "-1" },
            { "隔壁的西瓜熟透了", "2" },
            { "隔壁的西瓜熟透了", "0,9" },
            { "隔壁的西瓜熟透了", "abc" },
            { "隔壁的西瓜熟透了", "" },
            { "隔壁的西瓜熟透了", null },
            { "隔壁的西瓜熟透了", "1e999" },
        };

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Keys_that_are_no_answer_are_asked_for_again(string keys)
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);
        await twilio.DialAsync();

        var atTheMenu = (await twilio.PressAsync(1, keys)).IsTwiml();
        Assert.Equal(2, atTheMenu.NextTurn);
        (await twilio.PressAsync(2, "1")).IsTwiml().Says("请按键输入");

        var atTheQuestion = (await twilio.PressAsync(3, keys)).IsTwiml();
        Assert.Equal(4, atTheQuestion.NextTurn);
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from verification_attempts where result = 'RIGHT'"));
        Assert.False(atTheQuestion.HangsUp);
        NothingBroke(hotline);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Words_that_mean_nothing_are_asked_for_again(string words, string? confidence)
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);
        await twilio.DialAsync();

        var answer = (await twilio.SendAsync("/voice/turns/1", ("SpeechResult", words), ("Confidence", confidence))).IsTwiml();

        Assert.Equal(2, answer.NextTurn);
        Assert.True(answer.Body.Contains("没听", StringComparison.Ordinal) || words.Contains('解', StringComparison.Ordinal), answer.Body);
        Assert.Equal(3, (await twilio.PressAsync(2, "8")).IsTwiml().NextTurn);
        NothingBroke(hotline);
    }

    [Theory]
    [InlineData("%FF%FE")]
    [InlineData("%ED%A0%80")]
    [InlineData("%ED%B0%80%ED%A0%80")]
    [InlineData("%C0%80")]
    [InlineData("%F4%90%80%80")]
    [InlineData("%E5%A5")]
    public async Task Bytes_that_are_no_text_stay_encoded_and_mean_nothing(string encoded)
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);
        await twilio.DialAsync();

        (await SendRawSpeechAsync(twilio, 1, encoded)).IsTwiml().Says("没听");

        (await twilio.PressAsync(2, "1")).IsTwiml().Says("请按键输入");
        NothingBroke(hotline);
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("1%00")]
    public async Task A_body_with_a_nul_cannot_be_read_and_the_call_goes_on(string encoded)
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);
        await twilio.DialAsync();

        (await SendRawSpeechAsync(twilio, 1, encoded)).IsEmpty(HttpStatusCode.BadRequest);

        (await twilio.SendAsync("/voice/fallback", ("ErrorCode", "11200"))).IsTwiml().Says("账户被锁，请按一");
        (await twilio.PressAsync(1, "1")).IsTwiml().Says("请按键输入");
        NothingBroke(hotline);
    }

    private static Task<WebhookAnswer> SendRawSpeechAsync(TwilioSide twilio, int turn, string encoded)
    {
        var form = twilio.Form(("SpeechResult", encoded));
        var body = TwilioSide.Encode(twilio.Form(("SpeechResult", "PLACE"))).Replace("PLACE", encoded, StringComparison.Ordinal);
        return twilio.SendAsync(TwilioSide.Post($"/voice/turns/{turn}", body, twilio.Sign($"/voice/turns/{turn}", form)));
    }

    [Fact]
    public async Task Keys_win_over_words_and_empty_fields_are_silence()
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);
        await twilio.DialAsync();

        (await twilio.SendAsync("/voice/turns/1", ("Digits", ""), ("SpeechResult", ""), ("Confidence", ""))).IsTwiml().Says("没听到");
        (await twilio.SendAsync("/voice/turns/2")).IsTwiml().Says("还是没听到");
        (await twilio.SendAsync("/voice/turns/3", ("Digits", "8"), ("SpeechResult", "解锁"))).IsTwiml().Says("For a locked account");
        NothingBroke(hotline);
    }

    [Fact]
    public async Task A_wrong_key_is_forgiven_once_and_junk_ends_with_a_person()
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);
        await twilio.DialAsync();

        var answer = (await twilio.PressAsync(1, "D")).IsTwiml();
        var turns = 1;
        while (!answer.ReachesAPerson)
        {
            answer = (await twilio.PressAsync(++turns, "D")).IsTwiml();
            Assert.InRange(turns, 2, 8);
        }

        NothingBroke(hotline);
    }

    private static void NothingBroke(TestHotline hotline) =>
        Assert.DoesNotContain(hotline.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
}
