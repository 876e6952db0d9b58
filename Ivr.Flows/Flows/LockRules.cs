using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>Which locks a caller may release by phone, and how well proven they must be.</summary>
public static class LockRules
{
    /// <summary>A number that changed its card may be in other hands: for so long nobody unlocks it by phone.</summary>
    private static readonly TimeSpan AfterSimChange = TimeSpan.FromHours(24);

    /// <summary>
    /// The level that releases a lock; null where only a person, the app or an authority can, or where the hotline does not know the reason.
    /// </summary>
    public static Level? Needed(WalletLock one, DateTimeOffset now) =>
        one.Reason switch
        {
            LockReason.LoginPwdTries or LockReason.Dormant or LockReason.OtpTries => Level.L2,
            LockReason.PayPwdTries or LockReason.NewDevice or LockReason.RemoteLogin => Level.L3,
            LockReason.SimChanged => one.PlacedAt + AfterSimChange <= now ? Level.L3 : null,
            LockReason.SelfFreeze
            or LockReason.IdentityExpired
            or LockReason.RealnameMismatch
            or LockReason.RiskReview
            or LockReason.FraudVictim
            or LockReason.ComplaintHold
            or LockReason.CourtOrder
            or LockReason.AmlHold
            or LockReason.Minor
            or LockReason.Deceased
            or null => null,
        };
}
