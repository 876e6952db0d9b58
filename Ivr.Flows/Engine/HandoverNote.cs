using Ivr.Flows.Calls;
using Ivr.Flows.Flows;

namespace Ivr.Flows.Engine;

/// <summary>Gathers what the person who takes over is told.</summary>
internal static class HandoverNote
{
    /// <summary>The flow and state are those below the way to the person.</summary>
    public static Handover Of(CallPath path, FlowBook flows, Session session, bool isUrgent)
    {
        var from = path.Stack[Math.Max(0, path.Stack.Count - 1 - path.DepthOf(nameof(AgentFlow)))];
        var call = session.Call;
        var handover = new Handover(from.Flow, from.State, call.Identity.Proven, call.Language, call.CaseNo, session.Trouble, isUrgent)
        {
            Detail = flows[from.Flow].DetailOf(from),
            ForFamily = call.IsForFamily,
            Words = call.Words,
            WasCalledBack = call.Promised is not null,
        };
        return call.Promised is { } promised && from.Flow == nameof(PromisedCallFlow) ? AsBefore(handover, promised) : handover;
    }

    /// <summary>Who is called back wants what they wanted when they asked for it.</summary>
    private static Handover AsBefore(Handover handover, PromisedCall promised) =>
        handover with
        {
            Topic = promised.Topic,
            State = promised.State,
            Detail = promised.Detail,
            Trouble = handover.Trouble ?? promised.Trouble,
            IsUrgent = handover.IsUrgent || promised.IsUrgent,
        };

    /// <summary>What a flow that comes back so tells of the caller; null for nothing.</summary>
    public static Trouble? TroubleOf(Frame left, string outcome) =>
        left.Flow == nameof(IdentityFlow) && outcome == IdentityFlow.Failed ? Trouble.NotProven : null;
}
