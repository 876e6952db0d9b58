using Ivr.Flows.Speaking;

namespace Ivr.Flows.Wallet;

/// <summary>What goes wrong for many at the moment, as operators word it.</summary>
public interface IIncidents
{
    /// <summary>Those in force now about a topic, the newest first, two at most.</summary>
    /// <param name="topic">A branch's flow, as <c>PaymentFlow</c>; empty for what everybody hears at the entry.</param>
    Task<IReadOnlyList<Wording>> FindAsync(string topic, DateTimeOffset now, CancellationToken cancellationToken);
}
