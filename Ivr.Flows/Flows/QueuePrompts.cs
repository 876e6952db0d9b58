using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Flows;

/// <summary>What a caller hears while waiting in the queue.</summary>
public static class QueuePrompts
{
    public static readonly Prompt Waiting = new("queue/waiting");
    public static readonly Prompt YouAreNext = new("queue/you-are-next");

    public static Prompt Ahead(Count callers) => new("queue/ahead", ("count", callers));

    public static Prompt Estimate(Span wait) => new("queue/estimate", ("wait", wait));
}
