namespace Ivr.Flows.Wallet;

/// <summary>Why a wallet is locked.</summary>
public enum LockReason
{
    LoginPwdTries,
    PayPwdTries,
    NewDevice,
    RemoteLogin,
    Dormant,
    SelfFreeze,
    OtpTries,
    IdentityExpired,
    RealnameMismatch,
    RiskReview,
    FraudVictim,
    SimChanged,
    ComplaintHold,
    CourtOrder,
    AmlHold,
    Minor,
    Deceased,
}
