using Ivr.Data.Connections;
using Ivr.Data.Stores;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Ivr.Web.Voice;

/// <summary>Writes down each handover before the caller leaves for it.</summary>
public sealed class HandoverDesk(Handovers handovers, QueueEntries queue, IOptions<HotlineOptions> options)
{
    private readonly AgentOptions agents = options.Value.Agents;

    /// <returns>The identifier of the handover; null where the reply is none.</returns>
    public async Task<string?> OpenAsync(Call call, Reply reply, int nextTurn, CancellationToken cancellationToken)
    {
        if (reply.Ending is not Ending.ConnectTo { Handover: var handover } || agents.Way is not { } way)
        {
            return null;
        }

        var id = await handovers.OpenAsync(call, nextTurn, handover, Codes.Of(way.Kind), cancellationToken);
        if (way.HasQueue)
        {
            await queue.EnterAsync(call.Sid, nextTurn, agents.QueueOf(handover.ComesFirst), call.Now, cancellationToken);
        }

        return id;
    }
}
