using System.Net;
using Ivr.Tests.Calls;

namespace Ivr.Tests.Webhooks;

public sealed class RecordingTests
{
    [Fact]
    public async Task Where_a_recording_lies_beside_the_words_it_is_played_and_can_be_fetched()
    {
        using var prompts = new PromptsFolder();
        prompts.Write("zh-CN/audio/entry/greeting.wav", [1, 2, 3]);
        prompts.Write("zh-CN/audio/common/not-heard-again.wav", [4]);
        await using var hotline = await TestHotline.StartAsync(prompts.Setting);
        using var twilio = new TwilioSide(hotline);

        var greeting = (await twilio.DialAsync()).IsTwiml();

        Assert.Equal("/prompts/zh-CN/audio/entry/greeting.wav", Assert.Single(greeting.All("Play")).Value);
        Assert.DoesNotContain("您好，这里是", greeting.Body, StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = hotline.Address };
        using var recording = await http.GetAsync(new Uri("/prompts/zh-CN/audio/entry/greeting.wav", UriKind.Relative));
        Assert.Equal([1, 2, 3], await recording.Content.ReadAsByteArrayAsync());
        Assert.Equal("audio/wav", recording.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=3600", recording.Headers.CacheControl!.ToString());

        (await twilio.SendAsync("/voice/turns/1")).IsTwiml().Says("没听到");
        Assert.Single((await twilio.SendAsync("/voice/turns/2")).IsTwiml().All("Play"));
    }

    [Theory]
    [InlineData("/prompts/zh-CN/main.json")]
    [InlineData("/prompts/")]
    [InlineData("/prompts/zh-CN/audio/main/none.wav")]
    [InlineData("/prompts/%2e%2e/appsettings.json")]
    [InlineData("/prompts/..%2fappsettings.json")]
    public async Task Nothing_but_recordings_can_be_fetched(string path)
    {
        await using var hotline = await TestHotline.StartAsync();
        using var http = new HttpClient { BaseAddress = hotline.Address };

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
    }
}
