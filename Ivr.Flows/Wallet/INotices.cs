using Ivr.Flows.Calls;

namespace Ivr.Flows.Wallet;

/// <summary>Messages to owners: written into the outbox with the turn that gives cause for them, and sent after it.</summary>
public interface INotices
{
    /// <summary>Tells the owner of a wallet something, once in a call for each kind and subject.</summary>
    /// <param name="subject">What it is about, where one call may tell of several, as <c>refund:17</c>.</param>
    Task PutAsync(Call call, long walletId, Notice notice, string subject, CancellationToken cancellationToken);
}
