using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Web.Proving.Rules;

/// <summary>Nothing of an account is told to a caller who has not proven enough, by what they did: amounts, shops, cards, why it is locked.</summary>
public sealed class ToldOnlyWhatWasProven : IReplyRule
{
    private const string LockReason = "unlock/because-";

    public string? Complaint(Situation at)
    {
        foreach (var spoken in at.Reply.Spoken)
        {
            var needed = Needed(spoken.Prompt);
            if (at.Evidence.Answered.Count < needed)
            {
                return $"{spoken.Prompt.Key} is told at {at.Place} after {at.Evidence.Answered.Count} right answers, and needs {needed}";
            }
        }

        return null;
    }

    /// <summary>Right answers before it may be heard.</summary>
    private static int Needed(Prompt prompt) =>
        prompt.Key.StartsWith(LockReason, StringComparison.Ordinal) ? 2
        : prompt.Values.Any(value => value.Value is Amount or CardTail or Name or Moment or Instant) && !IsOfTheCall(prompt.Key) ? 1
        : 0;

    /// <summary>What the calling number alone brings: the hotline's own proof, and where it may call.</summary>
    private static bool IsOfTheCall(string key) =>
        key.StartsWith("proof/", StringComparison.Ordinal) || key.StartsWith("callback/", StringComparison.Ordinal);
}
