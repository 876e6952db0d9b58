using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="ProofFlow"/>.</summary>
public static class ProofPrompts
{
    public static readonly Prompt DoesItMatch = new("proof/does-it-match");
    public static readonly Prompt NoPhrase = new("proof/no-phrase");
    public static readonly Prompt Reassured = new("proof/reassured");
    public static readonly Prompt HangUpAndCall = new("proof/hang-up-and-call");

    public static Prompt OfferCode(Key key) => new("proof/offer-code", ("key", key));

    public static Prompt OfferPhrase(Key key) => new("proof/offer-phrase", ("key", key));

    /// <param name="code">Said digit by digit, like the tail of a card.</param>
    public static Prompt Code(CardTail code) => new("proof/code", ("code", code));

    public static Prompt NextCode(CardTail code) => new("proof/next-code", ("code", code));

    public static Prompt Phrase(Name phrase) => new("proof/phrase", ("phrase", phrase));
}
