using Ivr.Web.Telephone;

namespace Ivr.Tests.Telephone;

public sealed class DocumentTests
{
    private const string Incoming = "/voice/incoming";
    private const string Fallback = "/voice/fallback";

    [Fact]
    public async Task The_first_webhook_rings_and_the_later_ones_are_in_progress()
    {
        var hotline = new ScriptedHotline().At(Incoming, "<Redirect>/next</Redirect>").At("/next", "<Gather/>");

        await hotline.Pick().DialAsync();

        Assert.Equal(["ringing", "in-progress"], hotline.Webhooks.Select(asked => asked["CallStatus"]));
    }

    [Fact]
    public async Task Addresses_are_relative_to_the_document_they_stand_in()
    {
        var hotline = new ScriptedHotline()
            .At(Incoming, "<Redirect>turns/7#e=tokyo</Redirect>")
            .At("/voice/turns/7", "<Gather action='8?a=1&amp;b=2' numDigits='1'/>");
        var call = hotline.Pick();

        await call.DialAsync();
        await call.PressAsync("1");

        Assert.Equal([Incoming, "/voice/turns/7", "/voice/turns/8?a=1&b=2"], hotline.Webhooks.Take(3).Select(asked => asked.Path));
    }

    [Fact]
    public async Task Verbs_behind_a_redirect_or_a_hang_up_are_never_played()
    {
        var hotline = new ScriptedHotline()
            .At(Incoming, "<Say>One.</Say><Redirect>/next</Redirect><Say>Dead.</Say>")
            .At("/next", "<Say>Two.</Say><Hangup/><Say>Dead.</Say>");
        var call = hotline.Pick();

        await call.DialAsync();

        Assert.Equal(["One.", "Two."], call.Events.OfType<Spoken>().Select(spoken => spoken.Text));
        Assert.Contains(new LineDid(LineDeed.Ends, nameof(CallEnd.HotlineHungUp)), call.Events);
    }

    [Fact]
    public async Task The_end_of_a_document_is_the_end_of_the_call_and_the_status_callback_says_so()
    {
        var hotline = new ScriptedHotline().At(Incoming, "<Say>That was all.</Say>");
        var call = hotline.Pick();

        await call.DialAsync();

        Assert.True(call.IsOver);
        Assert.Equal(("/voice/status", "completed", "0"), (hotline.Last.Path, hotline.Last["CallStatus"], hotline.Last["SequenceNumber"]));
        Assert.Equal(call.CallSid, hotline.Last["CallSid"]);
    }

    [Fact]
    public async Task Hanging_up_twice_is_hanging_up_once_and_no_question_is_told()
    {
        var hotline = new ScriptedHotline().At(Incoming, "<Gather action='/heard'/>");
        var call = hotline.Pick();
        await call.DialAsync();

        await call.HangUpAsync();
        await call.HangUpAsync();

        Assert.Single(hotline.To("/voice/status"));
        Assert.Empty(hotline.To("/heard"));
    }

    [Theory]
    [InlineData("no xml", "text/xml", "12100")]
    [InlineData("<Answer/>", "text/xml", "12102")]
    [InlineData("<Response/>", "application/json", "12300")]
    public async Task An_answer_that_is_no_document_goes_to_the_fallback_with_its_error(string body, string type, string error)
    {
        var hotline = new ScriptedHotline().Sends(Incoming, body, type).At(Fallback, "<Gather/>");
        var call = hotline.Pick();

        await call.DialAsync();

        Assert.Equal((error, "http://hotline.test/voice/incoming"), (hotline.Last["ErrorCode"], hotline.Last["ErrorUrl"]));
        Assert.Equal("ringing", hotline.Last["CallStatus"]);
        Assert.NotNull(call.Listening);
    }

    [Fact]
    public async Task A_failure_later_in_the_call_goes_to_the_fallback_as_well()
    {
        var hotline = new ScriptedHotline()
            .At(Incoming, "<Gather action='/heard' numDigits='1'/>")
            .IsAwayAt("/heard")
            .At(Fallback, "<Gather/>");
        var call = hotline.Pick();
        await call.DialAsync();

        await call.PressAsync("1");

        Assert.Equal((Fallback, "11200", "in-progress"), (hotline.Last.Path, hotline.Last["ErrorCode"], hotline.Last["CallStatus"]));
        Assert.False(call.IsOver);
    }

    [Fact]
    public async Task Where_the_fallback_fails_too_the_caller_hears_an_apology_and_the_call_ends()
    {
        var hotline = new ScriptedHotline().Fails(Incoming).Fails(Fallback);
        var call = hotline.Pick();

        await call.DialAsync();

        Assert.Contains("application error", call.Events.OfType<Spoken>().Single().Text, StringComparison.Ordinal);
        Assert.Contains(new LineDid(LineDeed.Ends, nameof(CallEnd.NothingUsable)), call.Events);
        Assert.Single(hotline.To(Fallback));
    }

    [Fact]
    public async Task Documents_that_only_lead_to_one_another_come_to_an_end()
    {
        var hotline = new ScriptedHotline().At(Incoming, "<Redirect/>");
        var call = hotline.Pick();

        await call.DialAsync();

        Assert.Contains(new LineDid(LineDeed.Ends, nameof(CallEnd.GoesRound)), call.Events);
    }

    [Fact]
    public async Task A_verb_that_is_not_known_is_passed_over()
    {
        var hotline = new ScriptedHotline().At(Incoming, "<Sing/><Say>La.</Say><Gather/>");
        var call = hotline.Pick();

        await call.DialAsync();

        Assert.Contains(new LineDid(LineDeed.CannotPlay, "Sing"), call.Events);
        Assert.NotNull(call.Listening);
    }
}
