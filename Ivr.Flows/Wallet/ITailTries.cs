using Ivr.Flows.Calls;

namespace Ivr.Flows.Wallet;

/// <summary>The limit on trying certificate tails where nothing else is asked.</summary>
public interface ITailTries
{
    /// <summary>
    /// Spends a try, before anything is compared; false where the keyed number or the caller has none left. Right and wrong tries count alike,
    /// and so do numbers that belong to nobody: the end of the tries tells nothing.
    /// </summary>
    Task<bool> SpendAsync(Call call, string keyedNumber, CancellationToken cancellationToken);
}
