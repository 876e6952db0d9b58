using System.Text.Json.Serialization;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Wallet;

/// <summary>What an account's owner is told in writing, with what goes into the words.</summary>
[JsonDerivedType(typeof(Unlocked), nameof(Unlocked))]
[JsonDerivedType(typeof(QuestionsPaused), nameof(QuestionsPaused))]
[JsonDerivedType(typeof(CaseOpened), nameof(CaseOpened))]
[JsonDerivedType(typeof(PromiseBroken), nameof(PromiseBroken))]
[JsonDerivedType(typeof(NotReached), nameof(NotReached))]
[JsonDerivedType(typeof(AnswerInApp), nameof(AnswerInApp))]
[JsonDerivedType(typeof(Frozen), nameof(Frozen))]
[JsonDerivedType(typeof(FaqAnswer), nameof(FaqAnswer))]
[JsonDerivedType(typeof(Code), nameof(Code))]
[JsonDerivedType(typeof(CodesLocked), nameof(CodesLocked))]
[JsonDerivedType(typeof(RefundRequested), nameof(RefundRequested))]
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

    /// <summary>A day that was told was not kept; a person deals with it until another.</summary>
    public sealed record PromiseBroken(DateTimeOffset DueAt, DateTimeOffset AnsweredBy, string CaseNo) : Notice;

    /// <summary>The calls that were promised reached nobody; a person deals with it until that day.</summary>
    public sealed record NotReached(DateTimeOffset AnsweredBy, string CaseNo) : Notice;

    /// <summary>A case was opened, and this is its number.</summary>
    public sealed record CaseOpened(string CaseNo) : Notice;

    /// <summary>A colleague will answer in the app.</summary>
    public sealed record AnswerInApp(string CaseNo) : Notice;

    /// <summary>The account was frozen by phone.</summary>
    public sealed record Frozen : Notice;

    /// <summary>The answer to a question, in writing.</summary>
    public sealed record FaqAnswer(Wording Answer) : Notice;

    /// <summary>A one-time code. The outbox keeps a reference only: whoever sends or shows it asks <see cref="IReadableNotices"/> first.</summary>
    /// <param name="Challenge">The row the code is sealed in.</param>
    public sealed record Code(string Challenge) : Notice
    {
        /// <summary>The code itself, never written down; null before it is read, and once it was used or has expired.</summary>
        [JsonIgnore]
        public string? Digits { get; init; }

        [JsonIgnore]
        public override bool IsSecret => true;

        [JsonIgnore]
        public override TimeSpan GoodFor => TimeSpan.FromMinutes(10);
    }

    /// <summary>Somebody keyed wrong codes for this account so often that none is sent any more.</summary>
    public sealed record CodesLocked : Notice;

    /// <summary>A refund was asked for by phone, and this is its number.</summary>
    public sealed record RefundRequested(string RefundNo) : Notice;
}
