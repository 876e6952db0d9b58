using System.Buffers.Binary;
using Ivr.Tests.Rules;

namespace Ivr.Tests.Calls;

/// <summary>The music of the queue: <c>prompts/audio/wait.wav</c>.</summary>
public sealed class WaitMusicTests
{
    private const int Header = 44;

    [Fact]
    public void The_music_is_the_one_that_its_formula_gives()
    {
        var path = Path.Combine(Repository.Root, "prompts", "audio", "wait.wav");
        var (kept, composed) = (File.ReadAllBytes(path), WaitMusic.Compose());

        Assert.True(kept.Length < 200_000);
        Assert.Equal(composed.Length, kept.Length);
        Assert.Equal(composed[..Header], kept[..Header]);
        for (var at = Header; at < kept.Length; at += 2)
        {
            // Machines differ in the last bit of a sine.
            Assert.InRange(Sample(kept, at) - Sample(composed, at), -1, 1);
        }

        Assert.All(Enumerable.Range(0, 80_000), sample => Assert.InRange(WaitMusic.At(sample), -0.9, 0.9));
    }

    [Fact]
    public async Task The_music_can_be_fetched_and_kept()
    {
        await using var hotline = await TestHotline.StartAsync();
        using var http = new HttpClient { BaseAddress = hotline.Address };

        using var response = await http.GetAsync(new Uri("/prompts/audio/wait.wav", UriKind.Relative));

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal("audio/wav", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.Public);
    }

    private static short Sample(byte[] file, int at) => BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(at));
}
