using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="SafetyFlow"/>.</summary>
public static class SafetyPrompts
{
    public static Prompt Offer(Key key) => new("safety/offer", ("key", key));

    public static Prompt OfferSuspicious(Key key) => new("safety/offer-suspicious", ("key", key));

    public static Prompt OfferAnomaly(Key key) => new("safety/offer-anomaly", ("key", key));

    public static Prompt OfferAdvice(Key key) => new("safety/offer-advice", ("key", key));

    public static Prompt OfferProof(Key key) => new("safety/offer-proof", ("key", key));
}
