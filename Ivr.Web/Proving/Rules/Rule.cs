namespace Ivr.Web.Proving.Rules;

/// <summary>Looks at a step: where it began, what was done, where it led.</summary>
public interface IStepRule
{
    /// <summary>What is wrong; null where nothing is. The same words for the same fault, wherever it is met.</summary>
    string? Complaint(Situation at);
}

/// <summary>Looks at what is heard in a situation that is new.</summary>
public interface IReplyRule
{
    /// <inheritdoc cref="IStepRule.Complaint"/>
    string? Complaint(Situation at);
}
