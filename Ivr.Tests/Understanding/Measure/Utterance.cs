using Ivr.Flows;

namespace Ivr.Tests.Understanding.Measure;

/// <summary>What an utterance was asked for.</summary>
public enum Kind
{
    Intent,
    Global,
    YesNo,
    Digits,
    Money,
    Date,
    Answer,
    None,
}

/// <summary>Which use an utterance is kept for.</summary>
public enum Part
{
    /// <summary>Looked at while the understanding is built.</summary>
    Building,

    /// <summary>Only counted.</summary>
    Reported,
}

/// <summary>Words of a caller and what they mean.</summary>
/// <param name="Label">The group of phrases, the value, or "none".</param>
/// <param name="Enrolled">Of a security answer: what was enrolled.</param>
public sealed record Utterance(Kind Kind, Language Language, Part Part, string Label, string Words, string? Enrolled = null);
