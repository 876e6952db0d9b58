using Ivr.Flows.Calls;

namespace Ivr.Flows.Wallet;

/// <summary>What became of the wish for a one-time code.</summary>
public enum CodeSending
{
    /// <summary>A code is on its way, or was sent before in this call and can still be keyed.</summary>
    Sent,

    /// <summary>This account or this call gets none now; why is nobody's business but the audit's.</summary>
    NotPossible,
}

/// <summary>What a keyed code was worth.</summary>
public enum CodeVerdict
{
    Right,
    Wrong,

    /// <summary>No code may be keyed any more in this call.</summary>
    Spent,

    /// <summary>The code is too old, or was used.</summary>
    Over,
}

/// <summary>
/// One-time codes, sent to the number on file and to no other. A code opens one action in one call, once; the limits on sending and on guessing
/// hold over all calls.
/// </summary>
public interface IOneTimeCodes
{
    /// <summary>Sends a code for an action, unless one that this call was sent for it can still be keyed.</summary>
    Task<CodeSending> SendAsync(Call call, long walletId, string action, CancellationToken cancellationToken);

    /// <summary>Sends the same code again.</summary>
    Task<CodeSending> SendAgainAsync(Call call, long walletId, string action, CancellationToken cancellationToken);

    /// <summary>Spends a try, then compares.</summary>
    Task<CodeVerdict> CheckAsync(Call call, long walletId, string action, string keys, CancellationToken cancellationToken);
}
