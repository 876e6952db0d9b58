using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="OpenRefundFlow"/>.</summary>
public static class OpenRefundPrompts
{
    public static readonly Prompt WhyIsIt = new("open-refund/why-is-it");
    public static readonly Prompt Evidence = new("open-refund/evidence");
    public static readonly Prompt LeftUnrequested = new("open-refund/left-unrequested");
    public static readonly Prompt DisputeInstead = new("open-refund/dispute-instead");

    public static Prompt OfferNotDelivered(Key key) => new("open-refund/offer-not-delivered", ("key", key));

    public static Prompt OfferFaulty(Key key) => new("open-refund/offer-faulty", ("key", key));

    public static Prompt OfferPaidTwice(Key key) => new("open-refund/offer-paid-twice", ("key", key));

    public static Prompt OfferWrongAmount(Key key) => new("open-refund/offer-wrong-amount", ("key", key));

    public static Prompt OfferOther(Key key) => new("open-refund/offer-other", ("key", key));

    /// <summary>Names the account the money goes to: the one it came from.</summary>
    public static Prompt Confirm(Payment payment) =>
        (payment.Method, payment.CardTail) switch
        {
            (PaymentMethod.Balance, _) or (_, null) => new("open-refund/confirm-to-balance", About(payment)),
            (PaymentMethod.DebitCard, { } tail) => new(
                "open-refund/confirm-to-debit-card",
                [.. About(payment), ("tail", new CardTail(tail))]
            ),
            (PaymentMethod.CreditCard, { } tail) => new(
                "open-refund/confirm-to-credit-card",
                [.. About(payment), ("tail", new CardTail(tail))]
            ),
        };

    /// <param name="answerDue">Null where the calendar does not reach so far: the span is told.</param>
    public static Prompt Requested(DateTimeOffset? answerDue) =>
        answerDue is { } day ? new("open-refund/requested-until", ("day", new InstantDay(day))) : new("open-refund/requested");

    /// <summary>The rule that stands against it, and what can be done instead.</summary>
    public static Prompt Barred(RefundBar bar) =>
        bar switch
        {
            RefundBar.NotCharged => new("open-refund/barred-not-charged"),
            RefundBar.InDispute => new("open-refund/barred-in-dispute"),
            RefundBar.UnderWay => new("open-refund/barred-under-way"),
            RefundBar.Refunded => new("open-refund/barred-refunded"),
            RefundBar.RefundedInPart => new("open-refund/barred-refunded-in-part"),
            RefundBar.TooOld => new("open-refund/barred-too-old"),
        };

    private static (string, Value)[] About(Payment payment) => [("payee", new Name(payment.Payee)), ("amount", payment.Amount)];
}
