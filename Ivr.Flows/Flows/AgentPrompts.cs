using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="AgentFlow"/>, and of the wait for a person.</summary>
public static class AgentPrompts
{
    public static readonly Prompt Connecting = new("agent/connecting");
    public static readonly Prompt ConnectingAgain = new("agent/connecting-again");
    public static readonly Prompt Waiting = new("agent/waiting");
    public static readonly Prompt NobodyCame = new("agent/nobody-came");
    public static readonly Prompt QueueFull = new("agent/queue-full");
    public static readonly Prompt WaitedTooLong = new("agent/waited-too-long");
    public static readonly Prompt LineBroken = new("agent/line-broken");

    public static Prompt OfferTryAgain(Key key) => new("agent/offer-try-again", ("key", key));

    public static Prompt OfferSelfService(Key key) => new("agent/offer-self-service", ("key", key));
}
