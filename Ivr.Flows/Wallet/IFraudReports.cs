using Ivr.Flows.Calls;

namespace Ivr.Flows.Wallet;

/// <summary>What a caller noticed.</summary>
public enum FraudSign
{
    Call,
    Message,
    Link,
    SharedScreen,
    StrangeSignIn,
    StrangePayment,
    ChangedDetails,
    LostPhone,
    Other,
}

/// <summary>When it happened, as callers tell it.</summary>
public enum FraudTime
{
    Today,
    Yesterday,
    ThisWeek,
    Earlier,
}

/// <summary>What a caller reported by keys.</summary>
public sealed record FraudReport
{
    public FraudSign Sign { get; init; }
    public FraudTime Happened { get; init; }
    public bool MoneySent { get; init; }
    public bool CodeTold { get; init; }
}

/// <summary>Reports of fraud, beside their cases.</summary>
public interface IFraudReports
{
    /// <summary>Keeps what was reported, once for each case and call.</summary>
    Task KeepAsync(Call call, string caseNo, FraudReport report, CancellationToken cancellationToken);
}
