using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="EntryFlow"/>.</summary>
public static class EntryPrompts
{
    public static readonly Prompt Greeting = new("entry/greeting");

    /// <summary>Said in the language that it offers.</summary>
    public static readonly Prompt OtherLanguage = new("entry/other-language");

    public static readonly Prompt PersonOrSelfService = new("entry/person-or-self-service");
    public static readonly Prompt NotServed = new("entry/not-served");

    /// <summary>An operator's own words.</summary>
    public static Prompt Incident(Wording words) => new("entry/incident", ("words", words));

    /// <summary>A category and nothing more: nobody has proven who is calling.</summary>
    public static Prompt Opening(LikelyReason reason) =>
        reason switch
        {
            LikelyReason.AccountLocked => new("entry/opening-account-locked"),
            LikelyReason.RefundLate => new("entry/opening-refund-late"),
            LikelyReason.PaymentFailed => new("entry/opening-payment-failed"),
        };
}
