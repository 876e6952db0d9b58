using Ivr.Flows.Engine;
using Ivr.Flows.Wallet;

namespace Ivr.Web.Proving;

/// <summary>One thing that a caller, or the other end of a transfer, can do now.</summary>
/// <param name="Lines">As a script says it.</param>
public sealed record Deed(string Lines, CallerInput Input)
{
    /// <summary>The option it chooses; null where it chooses none.</summary>
    public char? Chosen { get; init; }

    /// <summary>What it proves of the caller, if it does.</summary>
    public Proof Proof { get; init; }

    /// <summary>The question it answers rightly, or what it tells in secret.</summary>
    public string? Secret { get; init; }

    /// <summary>What was chosen in the queue before it was left.</summary>
    public QueueChoice? InQueue { get; init; }

    /// <summary>It means the same everywhere: where a situation differs only in what is told, it is not tried again.</summary>
    public bool IsCommon { get; init; }

    public bool IsPersonKey => Input is CallerInput.Keys { Text: "0" };

    public bool IsSilence => Input is CallerInput.Silence;
}

/// <summary>What a deed proves.</summary>
public enum Proof
{
    Nothing,
    RightAnswer,
    WrongAnswer,
    RightTail,
    RightCode,
    WrongCode,

    /// <summary>A number, a tail or a code that is not theirs.</summary>
    WrongClaim,
    Number,
}
