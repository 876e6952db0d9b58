using System.Text.Json.Serialization;

namespace Ivr.Flows.Wallet;

/// <summary>What an account's owner is told in writing, with what goes into the words.</summary>
[JsonDerivedType(typeof(Unlocked), nameof(Unlocked))]
[JsonDerivedType(typeof(QuestionsPaused), nameof(QuestionsPaused))]
[JsonDerivedType(typeof(CaseOpened), nameof(CaseOpened))]
[JsonDerivedType(typeof(RefundRequested), nameof(RefundRequested))]
public abstract record Notice
{
    /// <summary>The account was unlocked by phone.</summary>
    public sealed record Unlocked : Notice;

    /// <summary>Somebody answered this account's security questions wrongly several times.</summary>
    public sealed record QuestionsPaused : Notice;

    /// <summary>A case was opened, and this is its number.</summary>
    public sealed record CaseOpened(string CaseNo) : Notice;

    /// <summary>A refund was asked for by phone, and this is its number.</summary>
    public sealed record RefundRequested(string RefundNo) : Notice;
}
