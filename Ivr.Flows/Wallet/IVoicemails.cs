using Ivr.Flows.Calls;

namespace Ivr.Flows.Wallet;

/// <summary>Spoken messages for the people who are not there.</summary>
public interface IVoicemails
{
    /// <summary>Keeps a message, once, in the case that this call is about or in a new one.</summary>
    /// <returns>The number of the case.</returns>
    Task<string> KeepAsync(Call call, MessageLeft message, CancellationToken cancellationToken);
}
