using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="RefundFlow"/> and <see cref="RefundTellFlow"/>.</summary>
public static class RefundPrompts
{
    public static readonly Prompt None = new("refund/none");
    public static readonly Prompt HearNext = new("refund/hear-next");
    public static readonly Prompt GladItCame = new("refund/glad-it-came");
    public static readonly Prompt OpenOne = new("refund/open-one");
    public static readonly Prompt DisputeIt = new("refund/dispute-it");

    public static Prompt Offer(Key key) => new("refund/offer", ("key", key));

    public static Prompt OfferState(Key key) => new("refund/offer-state", ("key", key));

    public static Prompt OfferToOpen(Key key) => new("refund/offer-to-open", ("key", key));

    public static Prompt OfferMissing(Key key) => new("refund/offer-missing", ("key", key));

    public static Prompt OfferPolicy(Key key) => new("refund/offer-policy", ("key", key));

    /// <summary>The refund is late: an apology, what was done, and the case.</summary>
    public static Prompt Urged(Refund refund, Reference caseNo) =>
        refund.ExpectedAt is { } expected
            ? new(
                "refund/urged",
                ("payee", new Name(refund.Payee)),
                ("amount", refund.Amount),
                ("day", new InstantDay(expected)),
                ("case", caseNo)
            )
            : new("refund/urged-without-day", ("payee", new Name(refund.Payee)), ("amount", refund.Amount), ("case", caseNo));

    /// <summary>The new date was broken too.</summary>
    public static Prompt LateAgain(Refund refund, Reference caseNo) => new("refund/late-again", [.. About(refund), ("case", caseNo)]);

    /// <summary>The merchant did not answer in time.</summary>
    public static Prompt Unanswered(Refund refund, Reference caseNo) => new("refund/unanswered", [.. About(refund), ("case", caseNo)]);

    public static Prompt Arrived(Refund refund) =>
        (refund.ArrivedAt, refund.CardTail) switch
        {
            ({ } day, { } tail) => new(
                "refund/arrived-on-card",
                [.. About(refund), ("day", new InstantDay(day)), ("tail", new CardTail(tail))]
            ),
            ({ } day, null) => new("refund/arrived-in-balance", [.. About(refund), ("day", new InstantDay(day))]),
            (null, { } tail) => new("refund/arrived-on-card-some-day", [.. About(refund), ("tail", new CardTail(tail))]),
            (null, null) => new("refund/arrived-in-balance-some-day", About(refund)),
        };

    public static Prompt Missing(Refund refund, Reference caseNo) =>
        refund.CardTail is { } tail
            ? new("refund/missing-on-card", ("tail", new CardTail(tail)), ("case", caseNo))
            : new("refund/missing-in-balance", ("case", caseNo));

    /// <summary>Where a refund stands that is neither late nor there.</summary>
    /// <param name="answerDue">When the merchant has answered, where that is waited for and known.</param>
    public static Prompt State(Refund refund, DateTimeOffset? answerDue) =>
        refund.State switch
        {
            RefundState.Requested => answerDue is { } day
                ? new("refund/requested-until", [.. About(refund), ("day", new InstantDay(day))])
                : new("refund/requested", About(refund)),
            RefundState.NeedEvidence => new("refund/need-evidence", About(refund)),
            RefundState.Approved => OnItsWay("refund/approved", refund),
            RefundState.Processing => OnItsWay("refund/processing", refund),
            RefundState.Succeeded => Arrived(refund),
            RefundState.Abnormal => refund.CardTail is { } tail
                ? new("refund/abnormal-card", [.. About(refund), ("tail", new CardTail(tail))])
                : new("refund/abnormal", About(refund)),
            RefundState.Failed => new("refund/failed", About(refund)),
            RefundState.Rejected => new(Rejected(refund.RejectReason ?? RejectReason.Other), About(refund)),
            RefundState.Canceled => new("refund/canceled", About(refund)),
            RefundState.ReversalDue => OnItsWay("refund/reversal-due", refund),
        };

    /// <summary>The words of the state do not name the receiving account themselves, and money is still to come.</summary>
    public static bool SaysWhereItWillGo(RefundState state) =>
        state is RefundState.Requested or RefundState.NeedEvidence or RefundState.Failed;

    /// <summary>Names the receiving account.</summary>
    public static Prompt GoesTo(Refund refund) => Account("refund/goes", refund, []);

    /// <summary>Names the receiving account and the new day, instead of one that was missed.</summary>
    public static Prompt NewDate(Refund refund, DateTimeOffset due) => Account("refund/new-date", refund, [("day", new InstantDay(due))]);

    private static (string, Value)[] About(Refund refund) => [("payee", new Name(refund.Payee)), ("amount", refund.Amount)];

    /// <summary>Where it goes decides how long it may take when no date is known.</summary>
    private static Prompt OnItsWay(string key, Refund refund) =>
        refund.ExpectedAt is { } day
            ? Account(key, refund, [.. About(refund), ("day", new InstantDay(day))], "-until")
            : Account(key, refund, About(refund));

    private static Prompt Account(string key, Refund refund, (string, Value)[] values, string end = "") =>
        (refund.To, refund.CardTail) switch
        {
            (RefundTo.Balance, _) or (_, null) => new($"{key}-to-balance{end}", values),
            (RefundTo.DebitCard, { } tail) => new($"{key}-to-debit-card{end}", [.. values, ("tail", new CardTail(tail))]),
            (RefundTo.CreditCard, { } tail) => new($"{key}-to-credit-card{end}", [.. values, ("tail", new CardTail(tail))]),
        };

    private static string Rejected(RejectReason reason) =>
        reason switch
        {
            RejectReason.GoodsUsed => "refund/rejected-goods-used",
            RejectReason.PastDeadline => "refund/rejected-past-deadline",
            RejectReason.NotRefundable => "refund/rejected-not-refundable",
            RejectReason.AlreadyRefunded => "refund/rejected-already-refunded",
            RejectReason.Other => "refund/rejected-other",
        };
}
