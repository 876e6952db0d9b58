namespace Ivr.Web.Proving.Rules;

/// <summary>Nothing is changed for a caller who has not proven enough, by what they did.</summary>
public sealed class OnlyWhatWasProven : IStepRule
{
    public string? Complaint(Situation at)
    {
        foreach (var effect in at.Effects)
        {
            if (Consequence.All.FirstOrDefault(one => one.Effect == effect) is { } consequence && Missing(consequence, at) is { } missing)
            {
                return $"'{effect}' at {at.Place} without {missing}";
            }
        }

        return null;
    }

    private static string? Missing(Consequence consequence, Situation at) =>
        at.Evidence.Answered.Count < consequence.Answers ? $"{consequence.Answers} right answers"
        : consequence.ByCode && !at.Evidence.KeyedCode ? "the code"
        : consequence.ByNumber && !at.Evidence.KeyedTail && !CallsFromOwnPhone(at) ? "a number that is theirs"
        : null;

    private static bool CallsFromOwnPhone(Situation at) => at.Persona.Customer?.Phone == at.Persona.From;
}
