using Ivr.Flows;

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
}
