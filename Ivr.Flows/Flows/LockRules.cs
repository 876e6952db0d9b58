using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>Which locks a caller may release by phone, and how well proven they must be.</summary>
public static class LockRules
{
    /// <summary>The level that releases such a lock; null where only a person, the app or an authority can.</summary>
    public static Level? Needed(LockReason reason) =>
        reason switch
        {
            LockReason.LoginPwdTries or LockReason.Dormant or LockReason.OtpTries => Level.L2,
            LockReason.PayPwdTries or LockReason.NewDevice or LockReason.RemoteLogin => Level.L3,
            LockReason.SelfFreeze
            or LockReason.IdentityExpired
            or LockReason.RealnameMismatch
            or LockReason.RiskReview
            or LockReason.FraudVictim
            or LockReason.SimChanged
            or LockReason.ComplaintHold
            or LockReason.CourtOrder
            or LockReason.AmlHold
            or LockReason.Minor
            or LockReason.Deceased => null,
        };

    /// <summary>A reason the hotline does not know is never released by phone.</summary>
    public static bool MayRelease(LockReason? reason, Level level) => reason is { } known && Needed(known) <= level;
}
