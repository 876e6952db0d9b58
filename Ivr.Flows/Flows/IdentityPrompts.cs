using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="IdentityFlow"/>.</summary>
public static class IdentityPrompts
{
    public static readonly Prompt Start = new("identity/start");
    public static readonly Prompt OfferFamily = new("identity/offer-family");
    public static readonly Prompt IsItForFamily = new("identity/is-it-for-family");
    public static readonly Prompt HelpForFamily = new("identity/help-for-family");
    public static readonly Prompt AskNumber = new("identity/ask-number");
    public static readonly Prompt AskTail = new("identity/ask-tail");
    public static readonly Prompt Differs = new("identity/differs");
    public static readonly Prompt Proven = new("identity/proven");
    public static readonly Prompt NotProven = new("identity/not-proven");

    public static Prompt Question(Wording question) => new("identity/question", ("question", question));

    public static Prompt SpokenQuestion(Wording question) => new("identity/spoken-question", ("question", question));

    public static Prompt AmountQuestion(Wording question) => new("identity/amount-question", ("question", question));
}
