using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Flows;

/// <summary>What the person who takes over hears before the caller: spoken in that person's language.</summary>
public static class WhisperPrompts
{
    public static readonly Prompt Urgent = new("whisper/urgent");
    public static readonly Prompt CalledBack = new("whisper/called-back");
    public static readonly Prompt Accept = new("whisper/accept");

    /// <summary>The caller's own words, in the caller's language.</summary>
    public static Prompt Said(Name words) => new("whisper/said", ("words", words));

    public static Prompt About(Topic topic) =>
        topic switch
        {
            Topic.Main => new("whisper/topic-main"),
            Topic.Identity => new("whisper/topic-identity"),
            Topic.Unlock => new("whisper/topic-unlock"),
            Topic.Payment => new("whisper/topic-payment"),
            Topic.Refund => new("whisper/topic-refund"),
            Topic.Card => new("whisper/topic-card"),
            Topic.Safety => new("whisper/topic-safety"),
            Topic.Freeze => new("whisper/topic-freeze"),
            Topic.Other => new("whisper/topic-other"),
        };

    public static Prompt While(Stage stage) =>
        stage switch
        {
            Stage.Choosing => new("whisper/while-choosing"),
            Stage.Identifying => new("whisper/while-identifying"),
            Stage.Asking => new("whisper/while-asking"),
            Stage.Offering => new("whisper/while-offering"),
            Stage.Telling => new("whisper/while-telling"),
            Stage.Referring => new("whisper/while-referring"),
        };

    public static Prompt Proven(Level level) =>
        level switch
        {
            Level.L0 => new("whisper/proven-not"),
            Level.L1 => new("whisper/proven-number"),
            Level.L1Plus => new("whisper/proven-one-answer"),
            Level.L2 => new("whisper/proven-two-answers"),
            Level.L3 => new("whisper/proven-code"),
        };

    public static Prompt After(Trouble trouble) =>
        trouble switch
        {
            Trouble.NotHeard => new("whisper/after-not-heard"),
            Trouble.NotUnderstood => new("whisper/after-not-understood"),
            Trouble.TooLong => new("whisper/after-too-long"),
            Trouble.NotProven => new("whisper/after-not-proven"),
        };

    public static Prompt Speaks(Language language) =>
        language switch
        {
            Language.Mandarin => new("whisper/speaks-mandarin"),
            Language.English => new("whisper/speaks-english"),
        };
}

/// <summary>What a handed-over call is about, as far as the flow that it left says.</summary>
public enum Topic
{
    Other,
    Main,
    Identity,
    Unlock,
    Payment,
    Refund,
    Card,
    Safety,
    Freeze,
}

/// <summary>What the hotline was doing, as far as the name of the state says.</summary>
public enum Stage
{
    Choosing,
    Identifying,
    Asking,
    Offering,
    Telling,
    Referring,
}
