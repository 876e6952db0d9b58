using Ivr.Flows.Speaking;

namespace Ivr.Flows.Prompts;

/// <summary>What is said where the hotline is not sure what was meant.</summary>
public static class DoubtPrompts
{
    /// <summary>Heard badly, and the question itself is the one to ask again.</summary>
    public static readonly Prompt NotSure = new("doubt/not-sure");

    /// <summary>It was neither.</summary>
    public static readonly Prompt OnceMore = new("doubt/once-more");

    public static Prompt DidYouMean(Value name) => new("doubt/did-you-mean", ("name", name));

    public static Prompt WhichOfTwo(Value first, Value second) => new("doubt/which-of-two", ("first", first), ("second", second));

    public static Prompt Offer(Value name, Key key) => new("doubt/offer", ("name", name), ("key", key));

    public static Prompt OfferNeither(Key key) => new("doubt/offer-neither", ("key", key));
}
