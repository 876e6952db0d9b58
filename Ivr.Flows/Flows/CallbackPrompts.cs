using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="CallbackFlow"/>.</summary>
public static class CallbackPrompts
{
    public static readonly Prompt Arranged = new("callback/arranged");
    public static readonly Prompt CannotCall = new("callback/cannot-call");

    /// <summary>The calling number in full, the registered one by its last digits only.</summary>
    public static Prompt CallThis(CallbackNumber number) =>
        number.IsRegistered
            ? new("callback/call-registered", ("tail", new CardTail(number.E164[Math.Max(0, number.E164.Length - 4)..])))
            : new("callback/call-this-number", ("number", new Phone(number.E164)));

    public static Prompt OfferApp(Key key) => new("callback/offer-app", ("key", key));

    public static Prompt AnsweringInApp(Reference caseNo) => new("callback/answering-in-app", ("case", caseNo));
}
