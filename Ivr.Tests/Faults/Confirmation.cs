namespace Ivr.Tests.Faults;

/// <summary>An effect, and what a caller must have done in the same call before it may happen.</summary>
/// <param name="Action">As the audit names it.</param>
/// <param name="Prompts">The questions that must have been answered with yes.</param>
/// <param name="Answers">Security questions that must have been answered rightly.</param>
internal sealed record Confirmation(string Action, IReadOnlyList<string> Prompts, int Answers = 0)
{
    public static readonly IReadOnlyList<Confirmation> All =
    [
        new("locks released", ["unlock/unlock-now"], Answers: 2) { ByCode = true },
        new(
            "refund requested",
            ["open-refund/confirm-to-balance", "open-refund/confirm-to-debit-card", "open-refund/confirm-to-credit-card"],
            Answers: 2
        ),
        new("account frozen", ["freeze/freeze-now"]) { ByNumber = true },
        new("fraud reported", ["report/file-now"]),
    ];

    /// <summary>The one-time code of the message must have been keyed.</summary>
    public bool ByCode { get; init; }

    /// <summary>The registered number must have called, or the right certificate tail must have been keyed.</summary>
    public bool ByNumber { get; init; }
}
