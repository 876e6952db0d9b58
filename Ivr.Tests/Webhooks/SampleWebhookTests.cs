using Ivr.Tests.Calls;

namespace Ivr.Tests.Webhooks;

/// <summary>Every voice sample, signed anew for the path of ours that it belongs to.</summary>
public sealed class SampleWebhookTests
{
    private static readonly string[] NotVoice = ["76-", "77-", "78-", "79-", "80-", "81-", "90-", "91-"];

    public static TheoryData<string> Samples =>
        [.. Sample.Names.Where(name => !NotVoice.Any(name.StartsWith) && Sample.Read(name).Method == "POST")];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_sample_gets_a_document_that_Twilio_can_play(string name)
    {
        await using var hotline = await TestHotline.StartAsync();
        var sample = Sample.Read(name);
        using var twilio = Line(hotline, sample);
        var fields = sample.Form.Select(pair => (pair[0], (string?)pair[1])).ToArray();
        var path = await ReadyForAsync(twilio, sample);

        var answer = await twilio.SendAsync(path, fields);

        answer.IsTwiml();
        Assert.DoesNotContain(hotline.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        if (!path.EndsWith("/status", StringComparison.Ordinal))
        {
            Assert.NotEmpty(answer.Verbs);
        }
    }

    [Fact]
    public async Task A_number_that_is_set_to_get_is_told_so_and_not_redirected()
    {
        await using var hotline = await TestHotline.StartAsync();
        var sample = Sample.Read("14-incoming-get");
        var query = new Uri(sample.SignedUrl).Query;
        using var twilio = new TwilioSide(hotline);
        var path = $"/voice/incoming{query}";
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("X-Twilio-Signature", twilio.Sign(path, []));

        (await twilio.SendAsync(request)).IsEmpty(System.Net.HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData("04-incoming-stir-failed")]
    [InlineData("05-incoming-anonymous-word")]
    [InlineData("06-incoming-anonymous-266696687")]
    [InlineData("07-incoming-unavailable-looks-like-86")]
    [InlineData("08-incoming-raw-national-number")]
    [InlineData("09-incoming-sip")]
    [InlineData("10-incoming-sip-anonymous")]
    [InlineData("13-incoming-client-softphone")]
    public async Task Who_calls_without_a_number_is_asked_for_one_even_where_a_wallet_has_those_very_characters(string name)
    {
        await using var hotline = await TestHotline.StartAsync();
        var sample = Sample.Read(name);
        await hotline.ExecuteAsync($"update phone_bindings set e164 = '{sample["From"]}' where customer_id = 1");
        using var twilio = Line(hotline, sample);
        var fields = sample.Form.Select(pair => (pair[0], (string?)pair[1])).ToArray();

        (await twilio.SendAsync("/voice/incoming", fields)).IsTwiml();

        (await twilio.PressAsync(1, "1")).IsTwiml().Says("请输入注册的手机号，或者钱包号");
    }

    [Theory]
    [InlineData("01-incoming-domestic")]
    [InlineData("02-incoming-international-cn")]
    [InlineData("03-incoming-stir-attestation-a")]
    [InlineData("11-incoming-forwarded")]
    public async Task Who_calls_from_a_registered_number_is_asked_a_question(string name)
    {
        await using var hotline = await TestHotline.StartAsync();
        var sample = Sample.Read(name);
        await hotline.ExecuteAsync($"update phone_bindings set e164 = '{sample["From"]}' where customer_id = 1");
        using var twilio = Line(hotline, sample);
        var fields = sample.Form.Select(pair => (pair[0], (string?)pair[1])).ToArray();

        (await twilio.SendAsync("/voice/incoming", fields)).IsTwiml();

        (await twilio.PressAsync(1, "1")).IsTwiml().Says("请按键输入");
    }

    private static TwilioSide Line(TestHotline hotline, Sample sample)
    {
        var twilio = new TwilioSide(hotline);
        foreach (var field in new[] { "AccountSid", "CallSid", "From", "To", "Direction", "StirVerstat" })
        {
            twilio.Always[field] = sample[field];
        }

        return twilio;
    }

    /// <summary>Brings the call to where the sample can happen.</summary>
    /// <returns>The path that belongs to it.</returns>
    private static async Task<string> ReadyForAsync(TwilioSide twilio, Sample sample)
    {
        var kind = new Uri(sample.SignedUrl).AbsolutePath.Split('/')[3..];
        switch (kind[0])
        {
            case "incoming" or "client-outgoing":
                return "/voice/incoming";
            case "status" or "amd" or "recording" or "partial":
                return "/voice/status";
            case "fallback" when sample["CallStatus"] == "ringing":
                return "/voice/fallback";
            case "fallback":
                await twilio.DialAsync();
                return "/voice/fallback";
            case "wait" or "wait-choice":
                await twilio.DialAsync();
                await twilio.PressAsync(1, "0");
                return "/voice/turns/2/wait";
            case "dial-done" or "queue-left" or "conference-done" or "about-to-connect":
                await twilio.DialAsync();
                await twilio.PressAsync(1, "0");
                return "/voice/turns/2";
            default:
                await twilio.DialAsync();
                return "/voice/turns/1";
        }
    }
}
