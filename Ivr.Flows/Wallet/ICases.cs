using Ivr.Flows.Calls;

namespace Ivr.Flows.Wallet;

/// <summary>What a case is about.</summary>
public enum CaseType
{
    Unlock,

    /// <summary>Somebody who is not the owner signed in to the account.</summary>
    StrangerSignedIn,
    PaymentUnclear,
    PaymentNotFound,
    RefundOverdue,
    RefundAbnormal,
    RefundNotFound,
    MissingCredit,
}

/// <summary>Cases that people work on after the call.</summary>
public interface ICases
{
    /// <summary>Opens a case and returns its number; while one of this type about this subject is open, that is the one.</summary>
    /// <param name="subject">The row it is about, as <c>payment:17</c>; empty where there is none.</param>
    Task<string> OpenAsync(Call call, CaseType type, string subject, CancellationToken cancellationToken);
}
