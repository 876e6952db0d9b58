namespace Ivr.Web.Proving;

/// <summary>A rule that a call breaks.</summary>
/// <param name="At">Where it is broken: the last step of the call.</param>
public sealed record Finding(string Rule, string Complaint, Situation At)
{
    /// <summary>So many silences behind it show it.</summary>
    public int Silences { get; init; }
}
