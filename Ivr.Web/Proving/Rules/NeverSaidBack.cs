using Ivr.Flows.Speaking;

namespace Ivr.Web.Proving.Rules;

/// <summary>What proves who calls is never said back in the reply to it.</summary>
public sealed class NeverSaidBack : IReplyRule
{
    public string? Complaint(Situation at) =>
        at.Deed is { Proof: Proof.RightTail or Proof.RightCode or Proof.WrongClaim or Proof.Number, Secret: { } secret }
        && at.Reply.Spoken.FirstOrDefault(spoken => spoken.Prompt.Values.Any(value => Tells(value.Value, secret))) is { } told
            ? $"{told.Prompt.Key} says back at {at.Place} what was keyed in secret"
            : null;

    private static bool Tells(Value value, string secret) =>
        value switch
        {
            CardTail tail => tail.Digits == secret,
            Reference reference => reference.Number == secret,
            Phone phone => phone.Number == secret,
            Name name => name.Text.Contains(secret, StringComparison.Ordinal),
            _ => false,
        };
}
