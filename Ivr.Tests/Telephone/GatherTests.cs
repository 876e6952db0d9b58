using Ivr.Web.Telephone;

namespace Ivr.Tests.Telephone;

public sealed class GatherTests
{
    private const string Incoming = "/voice/incoming";

    [Fact]
    public async Task Silence_falls_through_to_the_verb_after_the_question()
    {
        var (hotline, call) = await DialAsync("<Gather action='/heard'><Say>How much?</Say></Gather><Say>Nothing came.</Say>");

        await call.WaitAsync();

        Assert.Equal(["How much?", "Nothing came."], Heard(call));
        Assert.Empty(hotline.To("/heard"));
        Assert.True(call.IsOver);
    }

    [Fact]
    public async Task Silence_goes_to_the_action_where_the_question_wants_it()
    {
        var (hotline, call) = await DialAsync("<Gather action='/heard' actionOnEmptyResult='true'/><Say>Dead.</Say>");

        await call.WaitAsync();

        Assert.Null(hotline.To("/heard").Single()["Digits"]);
        Assert.DoesNotContain("Dead.", Heard(call));
    }

    [Fact]
    public async Task The_finishing_key_ends_the_entry_and_is_no_part_of_it()
    {
        var (hotline, call) = await DialAsync("<Gather action='/heard'/>");

        await call.PressAsync("0012");
        Assert.Equal("0012", call.Pressed);
        await call.PressAsync("#");

        Assert.Equal(("0012", "#"), (hotline.To("/heard").Single()["Digits"], hotline.To("/heard").Single()["FinishedOnKey"]));
        Assert.Equal("", call.Pressed);
    }

    [Fact]
    public async Task The_finishing_key_alone_is_no_input()
    {
        var (hotline, call) = await DialAsync("<Gather action='/heard'/><Say>Nothing came.</Say>");

        await call.PressAsync("#");

        Assert.Empty(hotline.To("/heard"));
        Assert.Contains("Nothing came.", Heard(call));
    }

    [Fact]
    public async Task Without_a_finishing_key_the_pound_key_is_input()
    {
        var (hotline, call) = await DialAsync("<Gather action='/heard' finishOnKey='' numDigits='1'/>");

        await call.PressAsync("#");

        Assert.Equal(("#", ""), (hotline.To("/heard").Single()["Digits"], hotline.To("/heard").Single()["FinishedOnKey"]));
    }

    [Fact]
    public async Task The_last_of_a_fixed_number_of_keys_ends_the_entry_at_once()
    {
        var (hotline, call) = await DialAsync("<Gather action='/heard' numDigits='4'/>");
        hotline.At("/heard", "<Gather action='/again' numDigits='2'/>");

        await call.PressAsync("883");
        Assert.Empty(hotline.To("/heard"));
        await call.PressAsync("45");

        Assert.Equal("8834", hotline.To("/heard").Single()["Digits"]);
        Assert.Equal("5", call.Pressed);
    }

    [Fact]
    public async Task Keys_before_the_silence_are_what_was_entered()
    {
        var (hotline, call) = await DialAsync("<Gather action='/heard'/>");

        await call.PressAsync("12");
        await call.WaitAsync();

        Assert.Equal(("12", ""), (hotline.To("/heard").Single()["Digits"], hotline.To("/heard").Single()["FinishedOnKey"]));
    }

    [Fact]
    public async Task Words_are_heard_only_where_somebody_listens_to_words()
    {
        var (hotline, call) = await DialAsync("<Gather input='dtmf' action='/heard'/>");
        hotline.At("/heard", "<Gather input='dtmf speech' action='/words'/>");

        await call.SayAsync("退款");
        Assert.Equal(new LineDid(LineDeed.LosesWords, "退款"), call.Events[^1]);
        await call.PressAsync("1#");
        await call.SayAsync("退款");

        var heard = hotline.To("/words").Single();
        Assert.Equal(("退款", "0.9", null), (heard["SpeechResult"], heard["Confidence"], heard["Digits"]));
    }

    [Fact]
    public async Task Keys_that_nobody_listens_to_are_lost()
    {
        var (_, call) = await DialAsync("<Gather input='speech' action='/heard'/>");

        await call.PressAsync("12");

        Assert.Equal(new LineDid(LineDeed.LosesKeys, "12"), call.Events[^1]);
    }

    [Fact]
    public async Task A_question_without_an_action_asks_its_own_document_again()
    {
        var hotline = new ScriptedHotline()
            .At(Incoming, "<Redirect>/voice/turns/3?x=1</Redirect>")
            .At("/voice/turns/3?x=1", "<Gather numDigits='1'/>");
        var call = hotline.Pick();
        await call.DialAsync();

        await call.PressAsync("7");

        Assert.Equal([null, "7"], hotline.To("/voice/turns/3?x=1").Select(asked => asked["Digits"]));
    }

    [Fact]
    public async Task Values_that_Twilio_cannot_use_count_as_the_usual_ones()
    {
        var (_, call) = await DialAsync("<Gather numDigits='many' timeout='-1' finishOnKey='##'/>");

        Assert.Equal((null, 5, "#"), (call.Listening!.NumDigits, call.Listening.TimeoutSeconds, call.Listening.FinishOnKey));
    }

    [Fact]
    public async Task What_is_spoken_inside_a_question_can_be_cut_short_and_what_is_before_it_cannot()
    {
        var (_, call) = await DialAsync("<Say>Sorry.</Say><Gather><Say language='cmn-CN'>请按一。</Say></Gather>");

        Assert.Equal([new("Sorry.", "en-US", "", false), new("请按一。", "cmn-CN", "", true)], call.Events.OfType<Spoken>());
    }

    private static async Task<(ScriptedHotline Hotline, PhoneCall Call)> DialAsync(string verbs)
    {
        var hotline = new ScriptedHotline().At(Incoming, verbs);
        var call = hotline.Pick();
        await call.DialAsync();
        return (hotline, call);
    }

    private static IEnumerable<string> Heard(PhoneCall call) => call.Events.OfType<Spoken>().Select(spoken => spoken.Text);
}
