using System.Text.Json.Serialization;

namespace Ivr.Flows.Wallet;

/// <summary>What an account's owner is told in writing, with what goes into the words.</summary>
[JsonDerivedType(typeof(Unlocked), nameof(Unlocked))]
[JsonDerivedType(typeof(QuestionsPaused), nameof(QuestionsPaused))]
[JsonDerivedType(typeof(CaseOpened), nameof(CaseOpened))]
public abstract record Notice
{
    /// <summary>Whether its words are erased as soon as they were sent.</summary>
    [JsonIgnore]
    public virtual bool IsSecret => false;

    /// <summary>How long it is worth sending. Default a day.</summary>
    [JsonIgnore]
    public virtual TimeSpan GoodFor => TimeSpan.FromDays(1);

    /// <summary>The account was unlocked by phone.</summary>
    public sealed record Unlocked : Notice;

    /// <summary>Somebody answered this account's security questions wrongly several times.</summary>
    public sealed record QuestionsPaused : Notice;

    /// <summary>A case was opened, and this is its number.</summary>
    public sealed record CaseOpened(string CaseNo) : Notice;
}
