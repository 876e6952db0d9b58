using Ivr.Flows.Calls;

namespace Ivr.Flows.Flows;

/// <summary>
/// How well proven a caller must be for each action: the <c>Hotline:Policy:Levels</c> section of the configuration. It may be made stricter;
/// <see cref="Level.L3"/> cannot be reached by phone until one-time codes are there, and so hands over to a person.
/// </summary>
public sealed class ActionLevels
{
    /// <summary>Hearing why an account is locked, and unlocking it. Default L2.</summary>
    public Level Unlock { get; init; } = Level.L2;

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

    /// <summary>What a step needs that is two actions at once.</summary>
    public static Level Both(Level one, Level other) => one > other ? one : other;
}
