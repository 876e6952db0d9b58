using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="PaymentFlow"/>.</summary>
public static class PaymentPrompts
{
    public static readonly Prompt NotFound = new("payment/not-found");
    public static readonly Prompt AskAmount = new("payment/ask-amount");
    public static readonly Prompt AskOrder = new("payment/ask-order");
    public static readonly Prompt NotCharged = new("payment/not-charged");
    public static readonly Prompt BeingChecked = new("payment/being-checked");
    public static readonly Prompt Disputed = new("payment/disputed");
    public static readonly Prompt Overdue = new("payment/overdue");
    public static readonly Prompt DoNotPayAgain = new("payment/do-not-pay-again");

    public static Prompt Offer(Key key) => new("payment/offer", ("key", key));

    public static Prompt OfferByAmount(Key key) => new("payment/offer-by-amount", ("key", key));

    public static Prompt OfferByOrder(Key key) => new("payment/offer-by-order", ("key", key));

    public static Prompt ReferUnclear(Reference caseNo) => new("payment/refer-unclear", ("case", caseNo));

    public static Prompt ReferNotFound(Reference caseNo) => new("payment/refer-not-found", ("case", caseNo));

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
