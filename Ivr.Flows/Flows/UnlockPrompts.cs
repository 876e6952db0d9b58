using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="UnlockFlow"/>.</summary>
public static class UnlockPrompts
{
    public static readonly Prompt UnlockNow = new("unlock/unlock-now");
    public static readonly Prompt WasItYou = new("unlock/was-it-you");
    public static readonly Prompt ReferStranger = new("unlock/refer-stranger");
    public static readonly Prompt Done = new("unlock/done");
    public static readonly Prompt StaysLocked = new("unlock/stays-locked");
    public static readonly Prompt NotLocked = new("unlock/not-locked");
    public static readonly Prompt Changed = new("unlock/changed");

    public static Prompt Offer(Key key) => new("unlock/offer", ("key", key));

    public static Prompt WasStranger(Reference caseNo) => new("unlock/was-stranger", ("case", caseNo));

    public static Prompt Refer(Reference caseNo) => new("unlock/refer", ("case", caseNo));

    /// <param name="reason">Null for a reason the hotline does not know.</param>
    public static Prompt Because(LockReason? reason) => reason is { } known ? new(Key(known)) : new("unlock/because-unknown");

    private static string Key(LockReason reason) =>
        reason switch
        {
            LockReason.LoginPwdTries => "unlock/because-login-pwd-tries",
            LockReason.PayPwdTries => "unlock/because-pay-pwd-tries",
            LockReason.NewDevice => "unlock/because-new-device",
            LockReason.RemoteLogin => "unlock/because-remote-login",
            LockReason.Dormant => "unlock/because-dormant",
            LockReason.SelfFreeze => "unlock/because-self-freeze",
            LockReason.OtpTries => "unlock/because-otp-tries",
            LockReason.IdentityExpired => "unlock/because-identity-expired",
            LockReason.RealnameMismatch => "unlock/because-realname-mismatch",
            LockReason.RiskReview => "unlock/because-risk-review",
            LockReason.FraudVictim => "unlock/because-fraud-victim",
            LockReason.SimChanged => "unlock/because-sim-changed",
            LockReason.ComplaintHold => "unlock/because-complaint-hold",
            LockReason.CourtOrder => "unlock/because-court-order",
            LockReason.AmlHold => "unlock/because-aml-hold",
            LockReason.Minor => "unlock/because-minor",
            LockReason.Deceased => "unlock/because-deceased",
        };
}
