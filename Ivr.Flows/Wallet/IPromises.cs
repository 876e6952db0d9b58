using Ivr.Flows.Calls;

namespace Ivr.Flows.Wallet;

/// <summary>By which rule a date was promised; the rule says when it counts as kept.</summary>
public enum PromiseRule
{
    /// <summary>Held or debited money of a failed payment is back.</summary>
    MoneyBack,

    /// <summary>A payment in progress has ended, one way or the other.</summary>
    PaymentSettled,

    /// <summary>A refund has arrived.</summary>
    RefundArrived,

    /// <summary>A merchant has answered a request for a refund.</summary>
    MerchantAnswered,

    /// <summary>A person has dealt with a case.</summary>
    CaseAnswered,
}

/// <summary>A date that a caller was told.</summary>
/// <param name="Subject">What it is about, as <c>payment:17</c>, <c>refund:4</c> or <c>case:123456789</c>.</param>
/// <param name="DueAt">The end of the day or hour that was told.</param>
public sealed record Promise(long WalletId, string Subject, PromiseRule Rule, DateTimeOffset DueAt);

/// <summary>A promise that was not kept.</summary>
/// <param name="AnsweredBy">When a person has dealt with it at the latest; null where that was not promised.</param>
public sealed record BrokenPromise(Promise Promise, DateTimeOffset? AnsweredBy);

/// <summary>The ledger of promises.</summary>
public interface IPromises
{
    /// <summary>Writes a promise down; the same one, told again, is the same row, and a later date is a new one.</summary>
    Task MakeAsync(Call call, Promise promise, CancellationToken cancellationToken);

    /// <summary>Those that were broken and not yet apologised for in a call, the oldest first, three at most.</summary>
    Task<IReadOnlyList<BrokenPromise>> FindBrokenAsync(long walletId, CancellationToken cancellationToken);

    /// <summary>The caller heard the apology.</summary>
    Task ApologiseAsync(Call call, Promise promise, CancellationToken cancellationToken);
}
