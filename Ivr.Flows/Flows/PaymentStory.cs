using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>What a caller is told of one payment: why, where the money is, what to do.</summary>
public static class PaymentStory
{
    /// <summary>A payment is expected to end within a day.</summary>
    private static readonly TimeSpan LongestProcessing = TimeSpan.FromHours(24);

    public static IEnumerable<Say> Tell(Payment payment, DateTimeOffset asOf)
    {
        if (payment.Status == PaymentStatus.Succeeded && payment is { Reason: null, HasUnknownReason: false })
        {
            return [new Say(PaymentPrompts.Succeeded(payment))];
        }

        var reason = payment.Reason ?? PaymentReason.BankRefused;
        return
        [
            new Say(PaymentPrompts.Because(reason)),
            new Say(Money(payment, reason, asOf)),
            .. MustNotPayAgain(payment, reason) ? [new Say(PaymentPrompts.DoNotPayAgain)] : Array.Empty<Say>(),
            new Say(PaymentPrompts.NextStep(reason)),
        ];
    }

    /// <summary>The story does not end well by itself: a case is opened and a person looks.</summary>
    public static bool NeedsPerson(Payment payment, DateTimeOffset now) =>
        payment.HasUnknownReason
        || payment.Reason == PaymentReason.SystemError
        || IsOverdue(payment, now)
        || (payment.Status is PaymentStatus.Created or PaymentStatus.Processing && now - payment.CreatedAt > LongestProcessing);

    private static bool IsOverdue(Payment payment, DateTimeOffset now) =>
        payment.Funds is FundPosition.Held or FundPosition.Debited && payment.ReversalDueAt < now;

    private static Prompts.Prompt Money(Payment payment, PaymentReason reason, DateTimeOffset asOf) =>
        payment.Funds switch
        {
            FundPosition.None when reason is PaymentReason.SystemError or PaymentReason.BankTimeout => PaymentPrompts.BeingChecked,
            FundPosition.None => PaymentPrompts.NotCharged,
            FundPosition.Held or FundPosition.Debited when IsOverdue(payment, asOf) => PaymentPrompts.Overdue,
            FundPosition.Held => PaymentPrompts.Held(payment),
            FundPosition.Debited => PaymentPrompts.Debited(payment),
            FundPosition.Returned => PaymentPrompts.Returned(payment),
        };

    private static bool MustNotPayAgain(Payment payment, PaymentReason reason) =>
        payment.Funds is FundPosition.Held or FundPosition.Debited
        || reason is PaymentReason.SystemError or PaymentReason.Processing or PaymentReason.BankTimeout;
}
