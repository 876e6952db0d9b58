namespace Ivr.Flows.Understanding;

/// <summary>
/// What the recogniser's own word for its certainty is worth: the <c>Hotline:Confidence</c> section of the configuration. Many answers come
/// without one, right ones with 0.0, and some with what is no number between 0 and 1: those say nothing, and the words alone are judged.
/// </summary>
public sealed class ConfidenceBands
{
    /// <summary>From here up, what was heard is taken as it is. Default 0.5.</summary>
    public double Accept { get; init; } = 0.5;

    /// <summary>Below this nothing was heard that is worth asking about. Default 0.2.</summary>
    public double Reject { get; init; } = 0.2;

    /// <param name="confidence">As the recogniser states it, whatever that is.</param>
    public Certainty Of(double? confidence) =>
        confidence is not (> 0 and <= 1) ? Certainty.NotStated
        : confidence < Reject ? Certainty.Reject
        : confidence < Accept ? Certainty.Confirm
        : Certainty.Accept;

    /// <summary>A sentence for each bound that makes no sense.</summary>
    public IEnumerable<string> Complaints()
    {
        if (!(Reject >= 0 && Reject <= Accept && Accept <= 1))
        {
            yield return $"Hotline:Confidence is Reject {Reject} and Accept {Accept}: both lie between 0 and 1, Reject first, such as 0.2 and 0.5.";
        }
    }
}

/// <summary>What follows from a confidence.</summary>
public enum Certainty
{
    NotStated,
    Accept,

    /// <summary>The caller is asked whether it was that.</summary>
    Confirm,
    Reject,
}
