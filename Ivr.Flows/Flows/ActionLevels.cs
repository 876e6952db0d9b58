using Ivr.Flows.Calls;

namespace Ivr.Flows.Flows;

/// <summary>
/// How well proven a caller must be for each action: the <c>Hotline:Policy:Levels</c> section of the configuration. It may only be made
/// stricter than the defaults.
/// </summary>
public sealed class ActionLevels
{
    /// <summary>Hearing why an account is locked. Default L2.</summary>
    public Level HearLockReason { get; init; } = Level.L2;

    /// <summary>Unlocking an account. Default L3: questions can be guessed, and a calling number can be forged.</summary>
    public Level Unlock { get; init; } = Level.L3;

    /// <summary>Hearing of one payment. Default L1 and one answer.</summary>
    public Level PaymentState { get; init; } = Level.L1Plus;

    /// <summary>Hearing of one refund. Default L1 and one answer.</summary>
    public Level RefundState { get; init; } = Level.L1Plus;

    /// <summary>Asking for a refund. Default L2.</summary>
    public Level OpenRefund { get; init; } = Level.L2;

    /// <summary>Disputing a charge or a refusal. Default L2.</summary>
    public Level OpenDispute { get; init; } = Level.L2;

    /// <summary>Reporting a fraud or an anomaly of the account. Default L2.</summary>
    public Level ReportAnomaly { get; init; } = Level.L2;

    /// <summary>Freezing the account. Default L1: in need it works when almost nothing else does.</summary>
    public Level Freeze { get; init; } = Level.L1;

    /// <summary>Hearing the phrase by which the hotline proves itself. Default L1.</summary>
    public Level HearOwnPhrase { get; init; } = Level.L1;

    /// <summary>A sentence for each level that is lower than its default, or that does not exist.</summary>
    public IEnumerable<string> Complaints()
    {
        var defaults = new ActionLevels();
        foreach (var action in typeof(ActionLevels).GetProperties())
        {
            var (set, least) = ((Level)action.GetValue(this)!, (Level)action.GetValue(defaults)!);
            if (set < least || set > Level.L3)
            {
                yield return $"Hotline:Policy:Levels:{action.Name} is {set}: it may be made stricter, not looser; set it to {least}"
                    + (least < Level.L3 ? $" or up to {Level.L3}." : ".");
            }
        }
    }

    /// <summary>What a step needs that is two actions at once.</summary>
    public static Level Both(Level one, Level other) => one > other ? one : other;
}
