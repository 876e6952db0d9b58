using Ivr.Flows.Calls;

namespace Ivr.Flows.Wallet;

/// <summary>A number that may be called back: the calling one, or the account's own. Never one that was keyed in.</summary>
/// <param name="IsRegistered">The account's own, other than the calling one; only its last digits are spoken.</param>
public sealed record CallbackNumber(string E164, bool IsRegistered);

/// <summary>Calls that were promised to callers who did not want to wait.</summary>
public interface ICallbacks
{
    /// <summary>The numbers that this caller can be called at, the calling one first; none where the hotline cannot call them.</summary>
    Task<IReadOnlyList<CallbackNumber>> FindNumbersAsync(Call call, CancellationToken cancellationToken);

    /// <summary>
    /// Notes a call to one of those numbers, at the place in the queue that the caller had; while one to this number is open, that is the one.
    /// </summary>
    Task ArrangeAsync(Call call, CallbackNumber number, bool isUrgent, CancellationToken cancellationToken);

    /// <summary>Who is being called back wants no call any more.</summary>
    Task DeclineAsync(Call call, CancellationToken cancellationToken);
}
