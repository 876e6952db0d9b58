using Ivr.Data.Connections;
using Ivr.Flows.Calls;

namespace Ivr.Web.Proving;

/// <summary>What a call has changed, as the audit and the tables tell it.</summary>
public static class Effects
{
    /// <summary>In the order in which it happened: a case by its type, the rest as the audit names it.</summary>
    private const string Find = """
        select case when a.action = 'case opened' then 'case ' || c.type else a.action end
        from audit_log a
        left join cases c on 'case:' || c.case_no = a.object
        where a.call_sid = @sid
        order by a.seq
        """;

    public static async Task<IReadOnlyList<string>> OfAsync(TurnScope scope, Call call, CancellationToken cancellationToken) =>
        await scope.ListAsync<string>(Find, new { sid = call.Sid }, cancellationToken);

    /// <summary>Something is different afterwards for the owner of the account; other acts are only noted.</summary>
    public static bool IsLasting(string effect) => Consequence.All.Any(one => one.Effect == effect);
}

/// <summary>An effect, and what a caller must have done in the same call before it may happen.</summary>
/// <param name="Effect">As <see cref="Effects"/> names it.</param>
/// <param name="Questions">One of these must have been answered with yes.</param>
/// <param name="Answers">Security questions that must have been answered rightly.</param>
public sealed record Consequence(string Effect, IReadOnlyList<string> Questions, int Answers = 0)
{
    public static readonly IReadOnlyList<Consequence> All =
    [
        new("locks released", ["unlock/unlock-now"], Answers: 2) { ByCode = true },
        new(
            "refund requested",
            ["open-refund/confirm-to-balance", "open-refund/confirm-to-debit-card", "open-refund/confirm-to-credit-card"],
            Answers: 2
        ),
        new("case DISPUTE", ["dispute/confirm-payment", "dispute/confirm-refund"], Answers: 2),
        new("case WRONG_AMOUNT", ["wrong-amount/confirm"], Answers: 2),
        new("account frozen", ["freeze/freeze-now"]) { ByNumber = true },
        new("fraud reported", ["report/file-now"]),
        new("callback arranged", ["callback/call-registered", "callback/call-this-number"]),
    ];

    /// <summary>The one-time code of the message must have been keyed.</summary>
    public bool ByCode { get; init; }

    /// <summary>The registered number must have called, or the right certificate tail must have been keyed.</summary>
    public bool ByNumber { get; init; }
}
