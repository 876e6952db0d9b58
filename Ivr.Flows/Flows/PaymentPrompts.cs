using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="PaymentFlow"/>, of the search for a payment and of what is told of it.</summary>
public static class PaymentPrompts
{
    public static readonly Prompt NotFound = new("payment/not-found");
    public static readonly Prompt AskAmount = new("payment/ask-amount");
    public static readonly Prompt AskDate = new("payment/ask-date");
    public static readonly Prompt CheckNetwork = new("payment/check-network");
    public static readonly Prompt NetworkIsGone = new("payment/network-is-gone");
    public static readonly Prompt CheckBill = new("payment/check-bill");
    public static readonly Prompt GladItIsSolved = new("payment/glad-it-is-solved");
    public static readonly Prompt FreezeFirst = new("payment/freeze-first");
    public static readonly Prompt IsItRight = new("payment/is-it-right");
    public static readonly Prompt AskOrder = new("payment/ask-order");
    public static readonly Prompt NotCharged = new("payment/not-charged");
    public static readonly Prompt BeingChecked = new("payment/being-checked");
    public static readonly Prompt Disputed = new("payment/disputed");
    public static readonly Prompt Overdue = new("payment/overdue");
    public static readonly Prompt DoNotPayAgain = new("payment/do-not-pay-again");

    public static Prompt Offer(Key key) => new("payment/offer", ("key", key));

    public static Prompt OfferChargedInVain(Key key) => new("payment/offer-charged-in-vain", ("key", key));

    public static Prompt OfferChargedWrongly(Key key) => new("payment/offer-charged-wrongly", ("key", key));

    public static Prompt OfferCannotPay(Key key) => new("payment/offer-cannot-pay", ("key", key));

    public static Prompt OfferChargeUnknown(Key key) => new("payment/offer-charge-unknown", ("key", key));

    public static Prompt OfferByDay(Key key) => new("payment/offer-by-day", ("key", key));

    public static Prompt OfferToday(Key key) => new("payment/offer-today", ("key", key));

    public static Prompt OfferYesterday(Key key) => new("payment/offer-yesterday", ("key", key));

    public static Prompt OfferOtherDay(Key key) => new("payment/offer-other-day", ("key", key));

    public static Prompt OfferByAmount(Key key) => new("payment/offer-by-amount", ("key", key));

    public static Prompt OfferByOrder(Key key) => new("payment/offer-by-order", ("key", key));

    public static Prompt ReferUnclear(Reference caseNo) => new("payment/refer-unclear", ("case", caseNo));

    public static Prompt ReferNotFound(Reference caseNo) => new("payment/refer-not-found", ("case", caseNo));

    public static Prompt IsPaidTwice(Duplicate pair) =>
        new(
            "payment/is-paid-twice",
            ("payee", new Name(pair.Second.Payee)),
            ("amount", pair.Second.Amount),
            ("first", new Instant(pair.First.CreatedAt)),
            ("second", new Instant(pair.Second.CreatedAt))
        );

    public static Prompt Recheck(DateTimeOffset at) => new("payment/recheck", ("when", new Instant(at)));

    public static Prompt IsItThisOne(Payment payment) =>
        new("payment/is-it-this-one", ("when", new Instant(payment.CreatedAt)), ("amount", payment.Amount));

    public static Prompt Succeeded(Payment payment) =>
        new("payment/succeeded", ("when", new Instant(payment.CreatedAt)), ("amount", payment.Amount), ("payee", new Name(payment.Payee)));

    /// <summary>Without a date the longest span is told.</summary>
    public static Prompt Pending(Payment payment) =>
        payment.ReversalDueAt is { } due
            ? new("payment/pending-until", ("amount", payment.Amount), ("day", new InstantDay(due)))
            : new("payment/pending", ("amount", payment.Amount));

    /// <summary>Without a date the longest span is told.</summary>
    public static Prompt Held(Payment payment) =>
        payment.ReversalDueAt is { } due
            ? new("payment/held-until", ("amount", payment.Amount), ("day", new InstantDay(due)))
            : new("payment/held", ("amount", payment.Amount));

    /// <summary>Without a date the longest span is told.</summary>
    public static Prompt Debited(Payment payment) =>
        payment.ReversalDueAt is { } due
            ? new("payment/debited-until", ("amount", payment.Amount), ("day", new InstantDay(due)))
            : new("payment/debited", ("amount", payment.Amount));

    public static Prompt Returned(Payment payment) =>
        (payment.ReversalDoneAt, payment.CardTail) switch
        {
            ({ } done, { } tail) => new(
                "payment/returned-to-card",
                ("amount", payment.Amount),
                ("day", new InstantDay(done)),
                ("tail", new CardTail(tail))
            ),
            ({ } done, null) => new("payment/returned-to-balance", ("amount", payment.Amount), ("day", new InstantDay(done))),
            (null, _) => new("payment/returned", ("amount", payment.Amount)),
        };

    public static Prompt Because(PaymentReason reason) => new($"payment/because-{Slug(reason)}");

    public static Prompt NextStep(PaymentReason reason) => new($"payment/next-{Slug(reason)}");

    private static string Slug(PaymentReason reason) =>
        reason switch
        {
            PaymentReason.BalanceLow => "balance-low",
            PaymentReason.LimitSingle => "limit-single",
            PaymentReason.LimitDay => "limit-day",
            PaymentReason.LimitYear => "limit-year",
            PaymentReason.PwdWrong => "pwd-wrong",
            PaymentReason.PwdTries => "pwd-tries",
            PaymentReason.WalletLocked => "wallet-locked",
            PaymentReason.CardExpired => "card-expired",
            PaymentReason.CardInvalid => "card-invalid",
            PaymentReason.CardLost => "card-lost",
            PaymentReason.CardRestricted => "card-restricted",
            PaymentReason.CardClass => "card-class",
            PaymentReason.BankRefused => "bank-refused",
            PaymentReason.BankTimeout => "bank-timeout",
            PaymentReason.BankDown => "bank-down",
            PaymentReason.Processing => "processing",
            PaymentReason.DebitedNotConfirmed => "debited-not-confirmed",
            PaymentReason.Reversed => "reversed",
            PaymentReason.RiskReject => "risk-reject",
            PaymentReason.RealnameNeeded => "realname-needed",
            PaymentReason.OtpFailed => "otp-failed",
            PaymentReason.BankPhoneMismatch => "bank-phone-mismatch",
            PaymentReason.MerchantInvalid => "merchant-invalid",
            PaymentReason.OrderClosed => "order-closed",
            PaymentReason.OrderPaid => "order-paid",
            PaymentReason.DuplicateCharge => "duplicate-charge",
            PaymentReason.AmountMismatch => "amount-mismatch",
            PaymentReason.NetworkClient => "network-client",
            PaymentReason.SystemError => "system-error",
        };
}
