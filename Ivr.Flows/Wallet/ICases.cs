using Ivr.Flows.Calls;

namespace Ivr.Flows.Wallet;

/// <summary>What a case is about.</summary>
public enum CaseType
{
    Unlock,
    PaymentUnclear,
    PaymentNotFound,
    RefundOverdue,
    RefundAbnormal,
    RefundNotFound,
    MissingCredit,

    /// <summary>A merchant did not answer a request for a refund in time.</summary>
    RefundUnanswered,

    /// <summary>The caller does not accept a charge, or that a refund was refused.</summary>
    Dispute,

    /// <summary>Another amount was charged than the caller agreed to.</summary>
    WrongAmount,

    /// <summary>A charge the caller knows nothing of. Worked on before every other case.</summary>
    Fraud,
}

/// <summary>Cases that people work on after the call.</summary>
public interface ICases
{
    /// <summary>Opens a case and returns its number; while one of this type about this subject is open, that is the one.</summary>
    /// <param name="subject">The row it is about, as <c>payment:17</c>; empty where there is none.</param>
    Task<string> OpenAsync(Call call, CaseType type, string subject, CancellationToken cancellationToken);
}
