using System.ComponentModel.DataAnnotations;
using Ivr.Flows;
using Ivr.Flows.Prompts;
using Ivr.Web.Voice;

namespace Ivr.Web.Hosting;

/// <summary>How each language is spoken and listened to; voice and language must be a pair that Twilio knows.</summary>
public sealed class VoiceOptions
{
    public VoiceOf Mandarin { get; init; } =
        new()
        {
            Voice = "Polly.Zhiyu-Neural",
            Speaks = "cmn-CN",
            Hears = "cmn-Hans-CN",
        };

    public VoiceOf English { get; init; } =
        new()
        {
            Voice = "Polly.Joanna-Neural",
            Speaks = "en-US",
            Hears = "en-US",
        };

    public VoiceOf For(Language language) =>
        language switch
        {
            Language.Mandarin => Mandarin,
            Language.English => English,
        };

    /// <summary>A sentence for each language that its model does not know.</summary>
    public IEnumerable<string> Complaints() =>
        new[] { (nameof(Mandarin), Mandarin), (nameof(English), English) }
            .Where(voice => !SpeechModels.Hears(voice.Item2.Model, voice.Item2.Hears))
            .Select(voice =>
                $"Hotline:Voices:{voice.Item1}:Model is {voice.Item2.Model}, which does not hear {voice.Item2.Hears}: "
                + "leave it out, or take a pair such as googlev2_short and cmn-Hans-CN."
            );
}

/// <summary>One language's voice.</summary>
public sealed class VoiceOf
{
    /// <summary>As Twilio's Say names it.</summary>
    public required string Voice { get; init; }

    /// <summary>The language code of the voice.</summary>
    public required string Speaks { get; init; }

    /// <summary>
    /// The voice speaks slower and faster on demand (SSML prosody). Default what is documented of it: Polly's and Google's voices do, but not
    /// their generative ones, and not the basic ones.
    /// </summary>
    public bool? TakesPace
    {
        get => field ?? IsDocumented;
        init;
    }

    private bool IsDocumented =>
        (Voice.StartsWith("Polly.", StringComparison.Ordinal) && !Voice.EndsWith("-Generative", StringComparison.Ordinal))
        || (Voice.StartsWith("Google.", StringComparison.Ordinal) && !Voice.Contains("-Chirp", StringComparison.Ordinal));

    /// <summary>
    /// Characters of Chinese or words of English a minute, as the voice was measured: what <c>prompts check</c> counts with. Default 220 and 160.
    /// </summary>
    [Range(60, 600, ErrorMessage = "Hotline:Voices:*:PerMinute is from 60 to 600, for example 220.")]
    public int? PerMinute { get; init; }

    /// <summary>The same for numbers that are said sign by sign. Default 140 and 120.</summary>
    [Range(60, 600, ErrorMessage = "Hotline:Voices:*:NumbersPerMinute is from 60 to 600, for example 140.")]
    public int? NumbersPerMinute { get; init; }

    /// <summary>The language code of the recogniser.</summary>
    public required string Hears { get; init; }

    /// <summary>Twilio's speech model for that code. Default none: Twilio chooses, and has another one where it fails.</summary>
    public string? Model { get; init; }

    public ReadingPace Pace(Language language)
    {
        var usual = ReadingPace.Usual(language);
        return new ReadingPace(PerMinute ?? usual.PerMinute, NumbersPerMinute ?? usual.NumbersPerMinute);
    }
}
