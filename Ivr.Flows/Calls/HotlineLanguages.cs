namespace Ivr.Flows.Calls;

/// <summary>The languages callers can choose from.</summary>
/// <param name="First">Spoken first.</param>
/// <param name="Other">Offered in its own words; null where there is only one.</param>
public sealed record HotlineLanguages(Language First, Language? Other)
{
    /// <summary>The one a caller who wants another language means; the same where there is only one.</summary>
    public Language InsteadOf(Language spoken) => spoken == First ? Other ?? First : First;
}
