using Ivr.Flows.Calls;

namespace Ivr.Flows.Engine;

/// <summary>What a webhook brings.</summary>
public abstract record CallerInput
{
    /// <summary>The call begins.</summary>
    public sealed record Dialled : CallerInput;

    /// <summary>Keys, as the telephone network heard them.</summary>
    public sealed record Keys(string Text) : CallerInput;

    /// <summary>Words, as the recogniser heard them.</summary>
    /// <param name="Confidence">As it states it, whatever that is; null where it says nothing.</param>
    public sealed record Speech(string Text, double? Confidence = null) : CallerInput;

    public sealed record Silence : CallerInput;

    /// <summary>The caller is back from a person.</summary>
    public sealed record Back(TransferOutcome Outcome, int WaitedSeconds = 0) : CallerInput;

    /// <summary>A spoken message, or the end of the time for one.</summary>
    public sealed record Message(string? RecordingSid, int Seconds, bool HungUp) : CallerInput;

    /// <summary>What kind of input it was; the only thing about it that is written down.</summary>
    public string Kind => GetType().Name;
}
