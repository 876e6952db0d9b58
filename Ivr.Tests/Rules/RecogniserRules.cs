using System.Globalization;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Flows.Understanding;
using Ivr.Web.Hosting;
using Ivr.Web.Voice;

namespace Ivr.Tests.Rules;

/// <summary>What the recogniser is told, held to what Twilio documents of it.</summary>
public sealed class RecogniserRules
{
    private static readonly string[] WithoutChinese = ["phone_call", "experimental_conversations", "experimental_utterances"];
    private static readonly string[] ChineseCodes = ["cmn-Hans-CN", "zh", "zh-CN", "zh-Hans"];

    public static TheoryData<SpeechKind> Kinds => [.. Enum.GetValues<SpeechKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_answer_is_heard_in_every_language_by_a_pair_that_Twilio_knows(SpeechKind kind)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var told = Recogniser.For(kind, new VoiceOptions().For(language));

            Assert.Equal(language == Language.Mandarin ? "cmn-Hans-CN" : "en-US", told.Language);
            Assert.True(SpeechModels.Hears(told.Model ?? "default", told.Language));
            Assert.InRange(told.SilenceSeconds, 1, 3);
        }
    }

    [Theory]
    [InlineData(SpeechKind.YesNo, 1)]
    [InlineData(SpeechKind.Menu, 2)]
    [InlineData(SpeechKind.Sentence, 2)]
    [InlineData(SpeechKind.Amount, 2)]
    [InlineData(SpeechKind.Digits, 3)]
    public void Who_says_more_may_pause_for_longer(SpeechKind kind, int seconds) =>
        Assert.Equal(seconds, Recogniser.For(kind, new VoiceOptions().Mandarin).SilenceSeconds);

    [Fact]
    public void No_model_without_Chinese_is_taken_for_it()
    {
        Assert.All(WithoutChinese, model => Assert.All(ChineseCodes, code => Assert.False(SpeechModels.Hears(model, code))));
        Assert.All(WithoutChinese, model => Assert.True(SpeechModels.Hears(model, "en-US")));
        Assert.True(SpeechModels.Hears("deepgram_nova-2", "zh-CN"));
        Assert.False(SpeechModels.Hears("deepgram_nova-2", "cmn-Hans-CN"));
        Assert.False(SpeechModels.Hears("googlev2_short", "zh-CN"));
        Assert.False(SpeechModels.Hears("a_new_one", "en-US"));
    }

    [Theory]
    [InlineData("phone_call")]
    [InlineData("deepgram_nova-2")]
    [InlineData("nonsense")]
    public void A_pair_that_fails_is_refused_at_the_start(string model)
    {
        var voices = new VoiceOptions { Mandarin = With(model) };

        Assert.Contains("Hotline:Voices:Mandarin:Model", Assert.Single(voices.Complaints()), StringComparison.Ordinal);
        Assert.Empty(new VoiceOptions { Mandarin = With("googlev2_short") }.Complaints());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("googlev2_short")]
    [InlineData("numbers_and_commands")]
    public void The_end_of_speech_is_whole_seconds_whatever_the_model_and_nothing_is_masked(string? model)
    {
        foreach (
            var answer in new Answer[]
            {
                Answer.YesNo,
                new Answer.Open(),
                new Answer.OneOf(Three) { InOwnWords = true },
            }
        )
        {
            var gather = Listener.For(
                new Ending.Listen(answer, false, false),
                new Manner(),
                new Uri("/x", UriKind.Relative),
                With(model),
                "a"
            );

            Assert.True(int.TryParse(gather.SpeechTimeout, NumberStyles.None, CultureInfo.InvariantCulture, out _));
            Assert.Equal(model == "numbers_and_commands" ? null : false, gather.ProfanityFilter);
            Assert.Equal(model, gather.SpeechModel);
            Assert.Null(gather.Enhanced);
        }
    }

    [Theory]
    [InlineData(0.2, 0.5, true)]
    [InlineData(0, 1, true)]
    [InlineData(0.6, 0.5, false)]
    [InlineData(-0.1, 0.5, false)]
    [InlineData(0.2, 1.1, false)]
    [InlineData(double.NaN, 0.5, false)]
    public void Bands_that_make_no_sense_are_refused_at_the_start(double reject, double accept, bool fine) =>
        Assert.Equal(
            fine,
            !new ConfidenceBands { Reject = reject, Accept = accept }
                .Complaints()
                .Any()
        );

    private static readonly Option[] Three = [new('1', Phrases.Yes), new('2', Phrases.No), new('3', Phrases.Neither)];

    private static VoiceOf With(string? model) =>
        new()
        {
            Voice = "Polly.Zhiyu-Neural",
            Speaks = "cmn-CN",
            Hears = "cmn-Hans-CN",
            Model = model,
        };
}
