using Ivr.Tests.Messages;
using Ivr.Web.Commands;

namespace Ivr.Tests.Numbers;

/// <summary><c>twilio setup</c> against Twilio as it documents itself.</summary>
public sealed class SetupTests
{
    private const string Hotline = "https://hotline.example.com";
    private const string Overrides = "#ct=2000&rt=6500&rc=1&rp=ct,rt,5xx";
    private static readonly string[] Setup = ["twilio", "setup", "--number", NumbersStub.Number, "--url", Hotline];

    [Fact]
    public async Task What_would_change_is_shown_and_nothing_changes_before_a_yes()
    {
        await using var twilio = await NumbersStub.StartAsync();

        var said = await TwilioProgram.RunAsync(twilio.Settings, "n", Setup);

        Assert.Equal(1, said.Status);
        Assert.Contains("https://demo.twilio.com/welcome/voice/ GET", said.Text, StringComparison.Ordinal);
        Assert.Contains($"-> {Hotline}/voice/incoming{Overrides} POST", said.Text, StringComparison.Ordinal);
        Assert.Contains($"-> {Hotline}/voice/fallback{Overrides} POST", said.Text, StringComparison.Ordinal);
        Assert.Contains($"-> {Hotline}/voice/status{Overrides} POST", said.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", said.Text, StringComparison.Ordinal);
        Assert.Equal(0, twilio.Changes);
    }

    [Theory]
    [InlineData("y", new string[0], Overrides)]
    [InlineData("", new[] { "--yes" }, Overrides)]
    [InlineData("", new[] { "--yes", "--edge", "singapore" }, $"{Overrides}&e=singapore")]
    public async Task After_a_yes_the_number_calls_the_hotline_for_all_three_and_again_is_nothing_new(
        string typed,
        string[] more,
        string overrides
    )
    {
        await using var twilio = await NumbersStub.StartAsync();

        var said = await TwilioProgram.RunAsync(twilio.Settings, typed, [.. Setup, .. more]);

        Assert.True(said.Status == 0, said.Text);
        Assert.Equal($"{Hotline}/voice/incoming{overrides}", twilio["voice_url"]);
        Assert.Equal($"{Hotline}/voice/fallback{overrides}", twilio["voice_fallback_url"]);
        Assert.Equal($"{Hotline}/voice/status{overrides}", twilio["status_callback"]);
        Assert.Equal(("POST", "POST", "POST"), (twilio["voice_method"], twilio["voice_fallback_method"], twilio["status_callback_method"]));
        Assert.Equal(0, (await TwilioProgram.RunAsync(twilio.Settings, "", [.. Setup, .. more])).Status);
        Assert.Equal(1, twilio.Changes);
    }

    [Theory]
    [InlineData(401, 20003, "compare Twilio:AccountSid and Twilio:AuthToken")]
    [InlineData(403, 20008, "test credentials")]
    [InlineData(403, 20403, "the right to read and update phone numbers")]
    [InlineData(404, 20404, "knows no such account or number")]
    [InlineData(429, 20429, "wait a minute")]
    [InlineData(500, 20500, "trouble of its own")]
    [InlineData(503, 20503, "trouble of its own")]
    [InlineData(400, 21402, "the public https address")]
    [InlineData(400, 21404, "trial account")]
    [InlineData(400, 21405, "no fallback without a voice address")]
    [InlineData(400, 21612, "https://www.twilio.com/docs/errors/21612")]
    [InlineData(400, 20005, "look at its balance")]
    public async Task What_Twilio_refuses_becomes_a_sentence_that_says_what_to_do_and_no_secret(int status, int code, string sentence)
    {
        await using var twilio = await NumbersStub.StartAsync(new(status, code, ChangesOnly: code is > 21000));

        var said = await TwilioProgram.RunAsync(twilio.Settings, "", [.. Setup, "--yes"]);

        Assert.Equal(1, said.Status);
        Assert.Contains(sentence, said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(NumbersStub.Token, said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("at fault", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Twilio_has_too_much_to_do_it_is_asked_again()
    {
        await using var twilio = await NumbersStub.StartAsync(new(429, 20429, Times: 3));

        Assert.Equal(0, (await TwilioProgram.RunAsync(twilio.Settings, "", [.. Setup, "--yes"])).Status);
    }

    [Fact]
    public async Task A_host_that_is_not_there_or_not_Twilio_is_told_apart()
    {
        var twilio = await NumbersStub.StartAsync();
        var settings = twilio.Settings;
        twilio.Page = "<html>Sign in</html>";
        var other = await TwilioProgram.RunAsync(settings, "", Setup);
        await twilio.DisposeAsync();
        var gone = await TwilioProgram.RunAsync(settings, "", Setup);

        Assert.Equal((1, 1), (other.Status, gone.Status));
        Assert.Contains("What answered is not Twilio", other.Text, StringComparison.Ordinal);
        Assert.Contains("There is no connection to Twilio", gone.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trunk_sid", "TK0123456789abcdef0123456789abcdef", "hands its calls to the SIP trunk")]
    [InlineData("voice_application_sid", "AP0123456789abcdef0123456789abcdef", "hands its calls to the application")]
    [InlineData("phone_number", "+155501007", "The account has no number +15550100:")]
    public async Task A_number_whose_addresses_are_never_called_is_left_alone(string field, string value, string sentence)
    {
        await using var twilio = await NumbersStub.StartAsync();
        twilio[field] = value;

        var said = await TwilioProgram.RunAsync(twilio.Settings, "", [.. Setup, "--yes"]);

        Assert.Equal((1, 0), (said.Status, twilio.Changes));
        Assert.Contains(sentence, said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_old_address_hides_is_not_shown()
    {
        await using var twilio = await NumbersStub.StartAsync();
        twilio["voice_url"] = "https://user:Zq81@old.example.com/v?key=Zq82";

        var said = await TwilioProgram.RunAsync(twilio.Settings, "n", Setup);

        Assert.Contains("https://***@old.example.com/v?***", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zq8", said.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("15550100", Hotline, "must look like +15550100")]
    [InlineData(NumbersStub.Number, "hotline.example.com", "The address must be whole")]
    [InlineData(NumbersStub.Number, "http://hotline.example.com", "over https only")]
    [InlineData(NumbersStub.Number, "https://hot_line.example.com", "underscore")]
    [InlineData(NumbersStub.Number, "https://hotline.example.com/voice/incoming", "scheme and host only")]
    public async Task What_cannot_be_meant_is_unusable(string number, string url, string sentence)
    {
        await using var twilio = await NumbersStub.StartAsync();

        var said = await TwilioProgram.RunAsync(twilio.Settings, "", "twilio", "setup", "--number", number, "--url", url, "--yes");

        Assert.Equal((2, 0), (said.Status, twilio.Changes));
        Assert.Contains(sentence, said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_account_or_an_argument_it_is_unusable_too()
    {
        Assert.Equal(2, (await TwilioProgram.RunAsync([], "", Setup)).Status);
        Assert.Equal(2, await HotlineCommands.RunAsync(["twilio", "setup", "--url", Hotline]));
        Assert.Equal(2, (await TwilioProgram.RunAsync([], "", [.. Setup, "--edge", "mars"])).Status);
    }

    [PublishedApiFact]
    public async Task What_is_asked_is_what_Twilios_published_description_takes()
    {
        await using var api = await PublishedApi.StartAsync();
        const string described = "+18089255327";

        var said = await TwilioProgram.RunAsync(api.Settings, "", "twilio", "setup", "--number", described, "--url", Hotline, "--yes");

        Assert.Contains($"{described} (PNaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)", said.Text, StringComparison.Ordinal);
        Assert.Contains("Twilio did not take the voice address as it was given: it has none", said.Text, StringComparison.Ordinal);
    }
}
