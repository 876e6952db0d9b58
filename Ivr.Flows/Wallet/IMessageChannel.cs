namespace Ivr.Flows.Wallet;

/// <summary>The way by which owners get their messages.</summary>
public interface IMessageChannel
{
    /// <summary>
    /// Whether a message would reach the owner where messages are expected. Who wants none, or has a number that is not served, finds them in
    /// the app only: a flow says so, or offers a person.
    /// </summary>
    Task<bool> CanReachAsync(long walletId, CancellationToken cancellationToken);
}
