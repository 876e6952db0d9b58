namespace Ivr.Flows.Wallet;

/// <summary>The dates that callers were told before.</summary>
public interface IToldDates
{
    /// <summary>Those about this subject by this rule that are not kept, past or to come, the earliest first; the last ten at most.</summary>
    Task<IReadOnlyList<DateTimeOffset>> FindAsync(long walletId, string subject, PromiseRule rule, CancellationToken cancellationToken);
}
