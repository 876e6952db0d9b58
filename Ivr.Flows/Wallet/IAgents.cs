using Ivr.Flows.Calendars;
using Ivr.Flows.Calls;

namespace Ivr.Flows.Wallet;

/// <summary>What a caller chose while waiting for a person.</summary>
public enum QueueChoice
{
    CallBack,
    Message,
    SelfService,
}

/// <summary>The people who take over calls.</summary>
public interface IAgents
{
    /// <summary>Whether they are there, by their hours, the calendar, and what was closed by hand.</summary>
    Task<Opening> OpeningAsync(DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Writes down how a transfer ended.</summary>
    /// <returns>What the caller chose in the queue; null where they chose nothing there.</returns>
    Task<QueueChoice?> ComeBackAsync(Call call, Transferred back, CancellationToken cancellationToken);
}
