namespace Ivr.Data;

/// <summary>The <c>Hotline:Opening</c> section of the configuration.</summary>
public sealed class OpeningOptions
{
    /// <summary>
    /// Opens with what the system sees of the calling number's account: a category, never an amount or a name. A calling number can be forged,
    /// so that anybody may hear it. Default false.
    /// </summary>
    public bool StateAware { get; init; }
}
