using Ivr.Flows.Calendars;
using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="AgentFlow"/>.</summary>
public static class AgentPrompts
{
    public static readonly Prompt Connecting = new("agent/connecting");
    public static readonly Prompt ConnectingAgain = new("agent/connecting-again");
    public static readonly Prompt NobodyCame = new("agent/nobody-came");
    public static readonly Prompt QueueFull = new("agent/queue-full");
    public static readonly Prompt WaitedTooLong = new("agent/waited-too-long");
    public static readonly Prompt LineBroken = new("agent/line-broken");

    public static Prompt OfferTryAgain(Key key) => new("agent/offer-try-again", ("key", key));

    public static Prompt OfferSelfService(Key key) => new("agent/offer-self-service", ("key", key));

    public static Prompt OfferMessage(Key key) => new("agent/offer-message", ("key", key));

    public static Prompt OfferCallback(Key key) => new("agent/offer-callback", ("key", key));

    /// <summary>Why nobody is there, and when somebody is.</summary>
    public static Prompt Closed(Opening opening) =>
        opening switch
        {
            { Closed: ClosedBecause.OfTheHour, Hours: { Count: > 0 } hours } => new("agent/closed-now", ("hours", new OpeningHours(hours))),
            { Closed: ClosedBecause.Holiday or ClosedBecause.ExtraDay, OpensAt: { } at } => new(
                "agent/closed-today",
                ("opens", new Instant(at))
            ),
            { OpensAt: { } at } => new("agent/closed-until", ("opens", new Instant(at))),
            _ => new("agent/closed"),
        };
}
