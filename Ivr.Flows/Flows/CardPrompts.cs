using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="CardFlow"/>.</summary>
public static class CardPrompts
{
    public static readonly Prompt AllStepsDone = new("card/all-steps-done");
    public static readonly Prompt PersonToo = new("card/person-too");
    public static readonly Prompt FreezeFirst = new("card/freeze-first");
    public static readonly Prompt TellTheBank = new("card/tell-the-bank");

    public static Prompt Offer(Key key) => new("card/offer", ("key", key));

    public static Prompt OfferChange(Key key) => new("card/offer-change", ("key", key));

    public static Prompt OfferStays(Key key) => new("card/offer-stays", ("key", key));

    public static Prompt OfferCode(Key key) => new("card/offer-code", ("key", key));

    public static Prompt OfferLost(Key key) => new("card/offer-lost", ("key", key));
}
