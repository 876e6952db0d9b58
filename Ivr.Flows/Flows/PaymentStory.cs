using Ivr.Flows.Calls;
using Ivr.Flows.Prompts;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>What a caller is told of one payment: why, where the money is, what to do.</summary>
public static class PaymentStory
{
    /// <summary>A payment is expected to end within a day.</summary>
    private static readonly TimeSpan LongestProcessing = TimeSpan.FromHours(24);

    /// <param name="recheckAt">When the result of what is in progress is there; null where that is not waited for.</param>
    public static IEnumerable<Say> Tell(Payment payment, DateTimeOffset asOf, DateTimeOffset? recheckAt)
    {
        if (payment is { Status: PaymentStatus.Succeeded or PaymentStatus.Disputed, Reason: null, HasUnknownReason: false })
        {
            return [new Say(payment.Status == PaymentStatus.Disputed ? PaymentPrompts.Disputed : PaymentPrompts.Succeeded(payment))];
        }

        var reason = payment.Reason ?? ReasonOf(payment);
        Prompt?[] story =
        [
            PaymentPrompts.Because(reason),
            Money(payment, reason, asOf),
            MustNotPayAgain(payment, reason) ? PaymentPrompts.DoNotPayAgain : null,
            PaymentPrompts.NextStep(reason),
            recheckAt is { } at ? PaymentPrompts.Recheck(at) : null,
        ];
        return story.OfType<Prompt>().Select(prompt => new Say(prompt));
    }

    /// <summary>The story does not end well by itself: a case is opened and a person looks.</summary>
    public static bool NeedsPerson(Payment payment, DateTimeOffset now) =>
        payment.HasUnknownReason
        || payment.Reason == PaymentReason.SystemError
        || IsOverdue(payment, now)
        || (IsUnderWay(payment) && now - payment.CreatedAt > LongestProcessing);

    /// <summary>Its money is held or was taken, and will be back.</summary>
    public static bool ComesBack(Payment payment, DateTimeOffset now) =>
        payment.Status is not (PaymentStatus.Succeeded or PaymentStatus.Disputed)
        && payment.Funds is FundPosition.Held or FundPosition.Debited
        && !IsUnderWay(payment)
        && !IsOverdue(payment, now);

    /// <summary>Its result is still to come, and is looked at again.</summary>
    public static bool IsRechecked(Payment payment, DateTimeOffset now) =>
        payment.Status is not (PaymentStatus.Succeeded or PaymentStatus.Disputed)
        && (payment.Reason == PaymentReason.SystemError || IsUnderWay(payment))
        && !IsOverdue(payment, now)
        && now - payment.CreatedAt <= LongestProcessing;

    /// <summary>The day is over that its money was to be back on; a payment that is told has the end of that day as its date.</summary>
    private static bool IsOverdue(Payment payment, DateTimeOffset now) =>
        payment.Status is not (PaymentStatus.Succeeded or PaymentStatus.Disputed)
        && payment.Funds is FundPosition.Held or FundPosition.Debited
        && payment.ReversalDueAt < now;

    /// <summary>What its status says where the wallet gives no reason; a reason that is not understood is told as the bank's.</summary>
    private static PaymentReason ReasonOf(Payment payment) =>
        payment switch
        {
            { HasUnknownReason: true } => PaymentReason.BankRefused,
            { Status: PaymentStatus.Created or PaymentStatus.Processing } => PaymentReason.Processing,
            { Status: PaymentStatus.Closed } => PaymentReason.OrderClosed,
            { Status: PaymentStatus.Reversing } => PaymentReason.DebitedNotConfirmed,
            { Status: PaymentStatus.Reversed } => PaymentReason.Reversed,
            _ => PaymentReason.BankRefused,
        };

    /// <summary>Where the money is; null for a payment that went through, whose next step says it.</summary>
    private static Prompt? Money(Payment payment, PaymentReason reason, DateTimeOffset asOf) =>
        payment.Status is PaymentStatus.Succeeded or PaymentStatus.Disputed
            ? null
            : payment.Funds switch
            {
                FundPosition.None => IsBeingChecked(reason) ? PaymentPrompts.BeingChecked : PaymentPrompts.NotCharged,
                FundPosition.Held or FundPosition.Debited when IsOverdue(payment, asOf) => PaymentPrompts.Overdue,
                FundPosition.Held or FundPosition.Debited when IsUnderWay(payment) => PaymentPrompts.Pending(payment),
                FundPosition.Held => PaymentPrompts.Held(payment),
                FundPosition.Debited => PaymentPrompts.Debited(payment),
                FundPosition.Returned => PaymentPrompts.Returned(payment),
            };

    private static bool MustNotPayAgain(Payment payment, PaymentReason reason) =>
        payment.Status is not (PaymentStatus.Succeeded or PaymentStatus.Disputed)
        && (payment.Funds is FundPosition.Held or FundPosition.Debited || IsBeingChecked(reason));

    private static bool IsBeingChecked(PaymentReason reason) =>
        reason is PaymentReason.SystemError or PaymentReason.Processing or PaymentReason.BankTimeout;

    private static bool IsUnderWay(Payment payment) => payment.Status is PaymentStatus.Created or PaymentStatus.Processing;
}
