using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Web.Hosting;

namespace Ivr.Web.Voice;

/// <summary>How the recogniser listens to each kind of answer in each language: the only place that says so.</summary>
/// <remarks>
/// Without a model Twilio chooses the provider and goes to another one where the first fails; a model of one's own must know the language, or the
/// whole question fails, keys included. The silence that ends an answer is always whole seconds: with a model Twilio takes no <c>auto</c>.
/// </remarks>
public static class Recogniser
{
    /// <summary>Null where the answer is keys alone.</summary>
    public static SpeechKind? KindOf(Answer answer) =>
        answer switch
        {
            Answer.OneOf { InOwnWords: true } or Answer.Open or Answer.Spoken => SpeechKind.Sentence,
            Answer.OneOf { Options.Count: <= 2 } => SpeechKind.YesNo,
            Answer.OneOf => SpeechKind.Menu,
            Answer.Digits { IsAmount: true } or Answer.Digits { IsDay: true } => SpeechKind.Amount,
            Answer.Digits => SpeechKind.Digits,
            _ => null,
        };

    /// <param name="kind">What is expected to be said.</param>
    /// <param name="voice">Of the language it is said in.</param>
    public static Recognition For(SpeechKind kind, VoiceOf voice) =>
        new(voice.Hears, voice.Model)
        {
            SilenceSeconds = kind switch
            {
                SpeechKind.YesNo => 1,
                SpeechKind.Menu or SpeechKind.Sentence or SpeechKind.Amount => 2,
                SpeechKind.Digits => 3,
            },
            // A recogniser that was told phrases hears them in digits and amounts as well.
            TakesHints = kind is not (SpeechKind.Amount or SpeechKind.Digits),
        };

    /// <summary>How a question is listened to; null where it is by keys alone.</summary>
    public static Recognition? For(Ending.Listen listen, VoiceOf voice) =>
        !listen.KeysOnly && KindOf(listen.Answer) is { } kind ? For(kind, voice) : null;
}

/// <summary>What is expected to be said.</summary>
public enum SpeechKind
{
    YesNo,

    /// <summary>A few words out of a list.</summary>
    Menu,
    Sentence,

    /// <summary>A sum or a day.</summary>
    Amount,
    Digits,
}

/// <summary>What the recogniser is told.</summary>
/// <param name="Language">Its code of the language.</param>
/// <param name="Model">Null leaves it to Twilio.</param>
public sealed record Recognition(string Language, string? Model)
{
    /// <summary>Silence that ends the answer.</summary>
    public required int SilenceSeconds { get; init; }

    /// <summary>The phrases of the question help it.</summary>
    public required bool TakesHints { get; init; }

    /// <summary>What is masked cannot be understood, so nothing is; one model has no such filter and may not be told.</summary>
    public bool? MasksProfanity => Model == SpeechModels.NumbersAndCommands ? null : false;
}
