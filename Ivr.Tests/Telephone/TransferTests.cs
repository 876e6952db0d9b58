using Ivr.Web.Telephone;

namespace Ivr.Tests.Telephone;

public sealed class TransferTests
{
    private const string Queue = "<Enqueue action='/left' waitUrl='/wait'>people</Enqueue><Say>Never.</Say>";

    [Fact]
    public async Task Who_waits_in_a_queue_hears_its_music_again_and_again_with_the_time_it_took()
    {
        var (hotline, call) = await DialAsync(Queue, hotline => hotline.At("/wait", "<Say>Please wait.</Say><Pause length='20'/>"));

        Assert.Equal(("people", true, 0), (call.WaitsFor, call.IsInQueue, call.SilenceSeconds));
        await call.WaitAsync();
        await call.WaitAsync();

        // The words take time as well as the silence behind them.
        Assert.Equal(["0", "22", "45"], hotline.To("/wait").Select(asked => asked["QueueTime"]));
        Assert.Equal(3, call.Events.OfType<Spoken>().Count(spoken => spoken.Text == "Please wait."));
    }

    [Theory]
    [InlineData("answers", "bridged")]
    [InlineData("error", "error")]
    [InlineData("unknown", "a-result-of-tomorrow")]
    public async Task Leaving_a_queue_asks_its_action(string how, string result)
    {
        var (hotline, call) = await DialAsync(Queue);

        await call.TransferEndsAsync(how);

        Assert.Equal(result, hotline.To("/left").Single()["QueueResult"]);
        Assert.NotNull(hotline.To("/left").Single()["QueueSid"]);
        Assert.DoesNotContain(call.Events, happened => happened is Spoken { Text: "Never." });
    }

    [Fact]
    public async Task A_full_queue_was_never_entered()
    {
        var (hotline, call) = await DialAsync(Queue);

        await call.TransferEndsAsync("full");

        Assert.Equal(("queue-full", null), (hotline.To("/left").Single()["QueueResult"], hotline.To("/left").Single()["QueueSid"]));
    }

    [Fact]
    public async Task The_music_can_send_the_caller_out_of_the_queue()
    {
        var (hotline, call) = await DialAsync(Queue, hotline => hotline.At("/wait", "<Pause/>").At("/wait", "<Leave/>"));

        await call.WaitAsync();

        Assert.Equal(("leave", "1"), (hotline.To("/left").Single()["QueueResult"], hotline.To("/left").Single()["QueueTime"]));
        Assert.Null(call.WaitsFor);
    }

    [Fact]
    public async Task A_key_in_the_queue_is_answered_in_the_queue()
    {
        var (hotline, call) = await DialAsync(
            Queue,
            hotline => hotline.At("/wait", "<Gather action='/key' numDigits='1'/>").At("/key", "<Say>Noted.</Say>")
        );

        await call.PressAsync("1");
        Assert.True(call.IsInQueue);
        await call.WaitAsync();

        Assert.Equal("1", hotline.To("/key").Single()["Digits"]);
        Assert.Equal(2, hotline.To("/wait").Count);
    }

    [Fact]
    public async Task Music_that_fails_ends_the_stay_with_an_error_and_no_fallback()
    {
        var (hotline, _) = await DialAsync(Queue, hotline => hotline.Fails("/wait"));

        Assert.Equal("error", hotline.To("/left").Single()["QueueResult"]);
        Assert.Empty(hotline.To("/voice/fallback"));
    }

    [Fact]
    public async Task A_queue_without_an_action_goes_on_in_the_document_that_led_there()
    {
        var (_, call) = await DialAsync(
            "<Enqueue waitUrl='/wait'>people</Enqueue><Say>Afterwards.</Say>",
            hotline => hotline.At("/wait", "<Pause/><Say>Music.</Say><Say>More music.</Say>")
        );

        await call.TransferEndsAsync("answers");

        Assert.Equal("Afterwards.", call.Events.OfType<Spoken>().Last().Text);
        Assert.True(call.IsOver);
    }

    [Fact]
    public async Task A_queue_is_told_when_the_caller_hangs_up()
    {
        var (hotline, call) = await DialAsync(Queue, hotline => hotline.At("/left", "<Say>Never heard.</Say>"));

        await call.HangUpAsync();

        Assert.Equal(["/left", "/voice/status"], hotline.Webhooks.TakeLast(2).Select(asked => asked.Path));
        Assert.Equal("hangup", hotline.To("/left").Single()["QueueResult"]);
        Assert.DoesNotContain(call.Events, happened => happened is Spoken);
    }

    [Theory]
    [InlineData("answers", "completed", "true")]
    [InlineData("declines", "completed", "false")]
    [InlineData("busy", "busy", "false")]
    public async Task A_telephone_that_rang_reports_to_its_action(string how, string status, string bridged)
    {
        var (hotline, call) = await DialAsync("<Dial action='/done'><Number>+15550199</Number></Dial><Say>Never.</Say>");
        Assert.Equal(("Number +15550199", false, 30), (call.WaitsFor, call.IsInQueue, call.SilenceSeconds));

        await call.TransferEndsAsync(how);

        Assert.Equal((status, bridged), (hotline.To("/done").Single()["DialCallStatus"], hotline.To("/done").Single()["DialBridged"]));
    }

    [Fact]
    public async Task A_telephone_that_rings_for_too_long_is_not_answered()
    {
        var (hotline, call) = await DialAsync("<Dial action='/done' timeout='12'><Client><Identity>anna</Identity></Client></Dial>");
        Assert.Equal(("Client anna", 12), (call.WaitsFor, call.SilenceSeconds));

        await call.WaitAsync();

        Assert.Equal("no-answer", hotline.To("/done").Single()["DialCallStatus"]);
    }

    [Fact]
    public async Task Without_an_action_the_verb_after_the_ringing_is_played()
    {
        var (_, call) = await DialAsync("<Dial>+15550199</Dial><Say>They are gone.</Say>");

        await call.TransferEndsAsync("busy");

        Assert.Equal("They are gone.", call.Events.OfType<Spoken>().Single().Text);
    }

    [Fact]
    public async Task What_cannot_happen_is_refused()
    {
        var (_, call) = await DialAsync("<Gather/>");

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => call.TransferEndsAsync("answers"));

        Assert.Contains("nobody is being called", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<(ScriptedHotline Hotline, PhoneCall Call)> DialAsync(string verbs, Action<ScriptedHotline>? more = null)
    {
        var hotline = new ScriptedHotline().At("/voice/incoming", verbs);
        more?.Invoke(hotline);
        var call = hotline.Pick();
        await call.DialAsync();
        return (hotline, call);
    }
}
