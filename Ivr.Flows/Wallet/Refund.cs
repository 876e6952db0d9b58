using System.Text.Json.Serialization;
using Ivr.Flows.Calls;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Wallet;

/// <summary>Where a refund stands.</summary>
public enum RefundState
{
    Requested,
    NeedEvidence,
    Approved,
    Processing,
    Succeeded,
    Abnormal,
    Failed,
    Rejected,
    Canceled,
    ReversalDue,
}

/// <summary>What a refund goes to.</summary>
public enum RefundTo
{
    Balance,
    DebitCard,
    CreditCard,
}

/// <summary>Why a merchant did not agree to a refund.</summary>
public enum RejectReason
{
    GoodsUsed,
    PastDeadline,
    NotRefundable,
    AlreadyRefunded,
    Other,
}

/// <summary>Why a caller asks for a refund.</summary>
public enum RefundReason
{
    NotDelivered,
    Faulty,
    PaidTwice,
    WrongAmount,
    Other,
}

/// <summary>One refund of a payment.</summary>
public sealed record Refund
{
    public required long Id { get; init; }
    public required string RefundNo { get; init; }
    public required string Payee { get; init; }
    public required Amount Amount { get; init; }
    public required RefundState State { get; init; }
    public required RefundTo To { get; init; }

    /// <summary>The last four digits of the receiving card, if it is a card.</summary>
    public string? CardTail { get; init; }

    public RejectReason? RejectReason { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When the money was or is promised to arrive.</summary>
    public DateTimeOffset? ExpectedAt { get; init; }

    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>When the merchant refused; null where it did not, or where the wallet does not say when.</summary>
    public DateTimeOffset? RejectedAt { get; init; }

    /// <summary>The money is under way.</summary>
    [JsonIgnore]
    public bool IsOnItsWay => State is RefundState.Approved or RefundState.Processing or RefundState.ReversalDue;

    /// <summary>The day that the money was promised for is over.</summary>
    public bool IsOverdue(MarketTime market, DateTimeOffset now) => IsOnItsWay && ExpectedAt is { } due && market.IsDayOver(due, now);
}
