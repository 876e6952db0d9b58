using Ivr.Flows;
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

    /// <summary>The voice is documented to speak slower and faster on demand (SSML prosody). Default true, as Polly's voices are.</summary>
    public bool TakesPace { get; init; } = true;

    /// <summary>The language code of the recogniser.</summary>
    public required string Hears { get; init; }

    /// <summary>Twilio's speech model for that code. Default none: Twilio chooses, and has another one where it fails.</summary>
    public string? Model { get; init; }
}
