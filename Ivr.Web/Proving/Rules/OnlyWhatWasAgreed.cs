namespace Ivr.Web.Proving.Rules;

/// <summary>Whatever lasts was asked for in so many words, and answered with yes, once for each time.</summary>
public sealed class OnlyWhatWasAgreed : IStepRule
{
    public string? Complaint(Situation at)
    {
        foreach (var effect in at.Effects)
        {
            if (
                Consequence.All.FirstOrDefault(one => one.Effect == effect) is { } consequence
                && !at.Evidence.Agreed.Any(question => consequence.Questions.Contains(question, StringComparer.Ordinal))
            )
            {
                return $"'{effect}' at {at.Place} without a yes to {string.Join(" or ", consequence.Questions)}";
            }
        }

        return null;
    }
}
