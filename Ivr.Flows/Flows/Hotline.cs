using Ivr.Flows.Calls;
using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Flows;

/// <summary>A branch of the main menu.</summary>
/// <param name="Phrases">The group of phrases by which callers ask for it.</param>
/// <param name="Offer">What the menu says of it.</param>
public sealed record Branch(char Key, string Flow, string Phrases, Func<Key, Prompt> Offer)
{
    public static Branch To<TFlow>(char key, string phrases, Func<Key, Prompt> offer)
        where TFlow : IFlow => new(key, typeof(TFlow).Name, phrases, offer);
}

/// <summary>The hotline: its menu, made of the branches that exist.</summary>
public static class Hotline
{
    public static IReadOnlyList<Branch> Menu { get; } =
    [
        Branch.To<UnlockFlow>('1', Phrases.Unlock, UnlockPrompts.Offer),
        Branch.To<PaymentFlow>('2', Phrases.Payment, PaymentPrompts.Offer),
        Branch.To<RefundFlow>('3', Phrases.Refund, RefundPrompts.Offer),
        Branch.To<CardFlow>('4', Phrases.Card, CardPrompts.Offer),
        Branch.To<SafetyFlow>('5', Phrases.Safety, SafetyPrompts.Offer),
        Branch.To<FaqFlow>('6', Phrases.OtherQuestion, FaqPrompts.OfferBranch),
    ];

    /// <summary>Every flow there is: each call begins with the first.</summary>
    public static IReadOnlyList<Type> Flows { get; } =
    [
        typeof(MainFlow),
        typeof(EntryFlow),
        typeof(IdentityFlow),
        typeof(CodeFlow),
        typeof(ApologyFlow),
        typeof(LightIdentityFlow),
        typeof(UnlockFlow),
        typeof(PaymentFlow),
        typeof(FindPaymentFlow),
        typeof(PaymentTellFlow),
        typeof(WrongAmountFlow),
        typeof(DisputeFlow),
        typeof(RefundFlow),
        typeof(RefundTellFlow),
        typeof(OpenRefundFlow),
        typeof(RefundPolicyFlow),
        typeof(CardFlow),
        typeof(SafetyFlow),
        typeof(FaqFlow),
        typeof(FreezeFlow),
        typeof(ReportFlow),
        typeof(ProofFlow),
        typeof(GuideFlow),
        typeof(AgentFlow),
        typeof(CallbackFlow),
        typeof(PromisedCallFlow),
        typeof(VoicemailFlow),
    ];
}
