namespace Ivr.Web.Proving.Rules;

/// <summary>Whatever is said could be said in every language, with the values it has at that moment.</summary>
public sealed class EveryLanguage : IReplyRule
{
    public string? Complaint(Situation at) => at.Heard.Value.Missing is { } missing ? $"{at.Place}: {missing}" : null;
}
