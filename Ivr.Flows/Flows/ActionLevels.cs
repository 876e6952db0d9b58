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
}
