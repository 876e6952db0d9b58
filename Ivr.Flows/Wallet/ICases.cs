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
    PromiseBroken,

    /// <summary>A promised call reached nobody.</summary>
    NotReached,

    /// <summary>The caller left a spoken message.</summary>
    Message,

    /// <summary>The caller wants to be answered in the app.</summary>
    AnswerInApp,

    /// <summary>An account was frozen in an emergency.</summary>
    Freeze,

    /// <summary>A fraud, or the sign of one; a charge the caller knows nothing of.</summary>
    Fraud,

    /// <summary>The caller says that the call did not help.</summary>
    Unsolved,

    /// <summary>A merchant did not answer a request for a refund in time.</summary>
    RefundUnanswered,

    /// <summary>The caller does not accept a charge, or that a refund was refused.</summary>
    Dispute,

    /// <summary>Another amount was charged than the caller agreed to.</summary>
    WrongAmount,
}

/// <summary>How soon a case is worked on.</summary>
public enum CasePriority
{
    Normal,

    /// <summary>Before all others: somebody may be losing money now.</summary>
    Top,
}

/// <summary>Which cases come first.</summary>
public static class CasePriorities
{
    public static CasePriority Of(CaseType type) => type is CaseType.Freeze or CaseType.Fraud ? CasePriority.Top : CasePriority.Normal;
}

/// <summary>Cases that people work on after the call.</summary>
public interface ICases
{
    /// <summary>Opens a case and returns its number; while one of this type about this subject is open, that is the one.</summary>
    /// <param name="subject">The row it is about, as <c>payment:17</c>; empty where there is none.</param>
    Task<string> OpenAsync(Call call, CaseType type, string subject, CancellationToken cancellationToken);
}
