using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="RefundFlow"/>.</summary>
public static class RefundPrompts
{
    public static readonly Prompt None = new("refund/none");
    public static readonly Prompt HearNext = new("refund/hear-next");
    public static readonly Prompt GladItCame = new("refund/glad-it-came");

    public static Prompt Offer(Key key) => new("refund/offer", ("key", key));

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

    public static Prompt Arrived(Refund refund) =>
        (refund.ArrivedAt, refund.CardTail) switch
        {
            ({ } day, { } tail) => new(
                "refund/arrived-on-card",
                [.. About(refund), ("day", new InstantDay(day)), ("tail", new CardTail(tail))]
            ),
            ({ } day, null) => new("refund/arrived-in-balance", [.. About(refund), ("day", new InstantDay(day))]),
            (null, _) => new("refund/arrived", About(refund)),
        };

    public static Prompt Missing(Refund refund, Reference caseNo) =>
        refund.CardTail is { } tail
            ? new("refund/missing-on-card", ("tail", new CardTail(tail)), ("case", caseNo))
            : new("refund/missing-in-balance", ("case", caseNo));

    /// <summary>Where a refund stands that is neither late nor there.</summary>
    public static Prompt State(Refund refund) =>
        refund.State switch
        {
            RefundState.Requested => new("refund/requested", About(refund)),
            RefundState.NeedEvidence => new("refund/need-evidence", About(refund)),
            RefundState.Approved => OnItsWay("refund/approved", refund),
            RefundState.Processing => OnItsWay("refund/processing", refund),
            RefundState.Succeeded => Arrived(refund),
            RefundState.Abnormal => new("refund/abnormal", About(refund)),
            RefundState.Failed => new("refund/failed", About(refund)),
            RefundState.Rejected => new(Rejected(refund.RejectReason ?? RejectReason.Other), About(refund)),
            RefundState.Canceled => new("refund/canceled", About(refund)),
            RefundState.ReversalDue => OnItsWay("refund/reversal-due", refund),
        };

    private static (string, Value)[] About(Refund refund) => [("payee", new Name(refund.Payee)), ("amount", refund.Amount)];

    /// <summary>Where it goes decides how long it may take when no date is known.</summary>
    private static Prompt OnItsWay(string key, Refund refund)
    {
        var to = (refund.To, refund.CardTail) switch
        {
            (RefundTo.Balance, _) or (_, null) => "balance",
            (RefundTo.DebitCard, _) => "debit-card",
            (RefundTo.CreditCard, _) => "credit-card",
        };
        (string, Value)[] tail = to == "balance" ? [] : [("tail", new CardTail(refund.CardTail ?? ""))];
        return refund.ExpectedAt is { } day
            ? new($"{key}-to-{to}-until", [.. About(refund), .. tail, ("day", new InstantDay(day))])
            : new($"{key}-to-{to}", [.. About(refund), .. tail]);
    }

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
