namespace Ivr.Web.Proving.Rules;

/// <summary>No step breaks, goes round without the caller, or keeps what cannot be read again.</summary>
public sealed class NothingBreaks : IStepRule
{
    public string? Complaint(Situation at) =>
        at.Failure is { } cause ? $"{at.Place} breaks: {cause.GetType().Name}: {cause.Message}" : null;
}
