using Ivr.Flows.Calls;

namespace Ivr.Flows.Wallet;

/// <summary>Why a payment cannot be refunded by phone.</summary>
public enum RefundBar
{
    /// <summary>It did not go through, so there is nothing that a merchant could give back.</summary>
    NotCharged,

    InDispute,

    /// <summary>It was asked for already, and is being dealt with.</summary>
    UnderWay,

    /// <summary>All of it was given back already.</summary>
    Refunded,

    /// <summary>A part of it was given back already, and each payment is refunded once.</summary>
    RefundedInPart,

    TooOld,
}

/// <summary>When refunds can be asked for, and how long each step may take.</summary>
public static class RefundRules
{
    /// <summary>Older payments are not refunded.</summary>
    public static readonly TimeSpan Refundable = TimeSpan.FromDays(180);

    /// <summary>A refusal can be disputed for so long.</summary>
    public static readonly TimeSpan Disputable = TimeSpan.FromDays(30);

    /// <summary>Working days that a merchant has for an answer.</summary>
    public const int AnswerWorkdays = 3;

    /// <summary>A merchant is late after so long whatever the calendar says: the longest holidays and three working days.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromDays(14);

    /// <summary>Null where the payment can be refunded.</summary>
    /// <param name="earlier">The open or done refund of this payment, if there is one.</param>
    public static RefundBar? WhyNot(Payment payment, Refund? earlier, DateTimeOffset now) =>
        (payment, earlier) switch
        {
            (_, { State: RefundState.Succeeded } done) => done.Amount.Minor >= payment.Amount.Minor
                ? RefundBar.Refunded
                : RefundBar.RefundedInPart,
            (_, not null) => RefundBar.UnderWay,
            ({ Status: PaymentStatus.Disputed }, _) => RefundBar.InDispute,
            ({ Status: not PaymentStatus.Succeeded }, _) => RefundBar.NotCharged,
            _ when now - payment.CreatedAt > Refundable => RefundBar.TooOld,
            _ => null,
        };

    public static bool MayDispute(Refund refund, DateTimeOffset now) =>
        refund.State == RefundState.Rejected && now - (refund.RejectedAt ?? refund.RequestedAt) <= Disputable;

    /// <summary>When the merchant has answered at the latest; null where the calendar does not reach so far.</summary>
    public static DateTimeOffset? AnswerDue(Refund refund, MarketTime market) => market.AfterWorkdays(refund.RequestedAt, AnswerWorkdays);

    /// <summary>The merchant had its time and did not answer.</summary>
    public static bool IsUnanswered(Refund refund, MarketTime market, DateTimeOffset now) =>
        refund.State == RefundState.Requested && (AnswerDue(refund, market) ?? refund.RequestedAt + LongestAnswer) < now;

    /// <summary>Working days until the money is there, where no date is known: none for the balance, which takes minutes.</summary>
    public static int ArrivalWorkdays(Refund refund) =>
        (refund.To, refund.State) switch
        {
            (RefundTo.Balance, _) => 0,
            (RefundTo.CreditCard, not RefundState.ReversalDue) => 7,
            _ => 3,
        };
}
