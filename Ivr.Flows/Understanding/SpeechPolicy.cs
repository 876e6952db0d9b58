using Ivr.Flows.Calls;

namespace Ivr.Flows.Understanding;

/// <summary>Whether what proves who somebody is may be said aloud: <c>KeypadOnly</c> in the <c>Hotline:Policy</c> section of the configuration.</summary>
public sealed record SpeechPolicy
{
    /// <summary>Numbers of accounts and certificates, answers and codes are taken from the keys alone.</summary>
    public bool KeypadOnly { get; init; }

    public bool Takes(Answer answer) => !KeypadOnly || answer is not Answer.Digits { IsIdentity: true };
}
