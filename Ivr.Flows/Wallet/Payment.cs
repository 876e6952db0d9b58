using Ivr.Flows.Speaking;

namespace Ivr.Flows.Wallet;

/// <summary>Where a payment stands.</summary>
public enum PaymentStatus
{
    Created,
    Processing,
    Succeeded,
    Failed,
    Closed,
    Reversing,
    Reversed,
    Disputed,
}

/// <summary>Where the money of a payment is, whatever the payment's status says.</summary>
public enum FundPosition
{
    None,
    Held,
    Debited,
    Returned,
}

/// <summary>What a payment was made from.</summary>
public enum PaymentMethod
{
    Balance,
    DebitCard,
    CreditCard,
}

/// <summary>One payment of a wallet.</summary>
public sealed record Payment
{
    public required long Id { get; init; }
    public required string OrderNo { get; init; }
    public required string Payee { get; init; }
    public required Amount Amount { get; init; }
    public required PaymentMethod Method { get; init; }
    public required PaymentStatus Status { get; init; }
    public required FundPosition Funds { get; init; }

    /// <summary>Null where there is none, or where the wallet gives a code the hotline does not know: see <see cref="HasUnknownReason"/>.</summary>
    public PaymentReason? Reason { get; init; }

    public bool HasUnknownReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When held or debited money is back at the latest.</summary>
    public DateTimeOffset? ReversalDueAt { get; init; }

    public DateTimeOffset? ReversalDoneAt { get; init; }

    /// <summary>The last four digits of the card it was made from, if it was a card.</summary>
    public string? CardTail { get; init; }
}
