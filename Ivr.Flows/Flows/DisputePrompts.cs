using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="DisputeFlow"/>.</summary>
public static class DisputePrompts
{
    public static readonly Prompt Evidence = new("dispute/evidence");
    public static readonly Prompt LeftAsItIs = new("dispute/left-as-it-is");
    public static readonly Prompt NotPossible = new("dispute/not-possible");

    public static Prompt ConfirmPayment(DisputeFlow.Charge about) =>
        new("dispute/confirm-payment", ("payee", new Name(about.Payee)), ("amount", about.Amount));

    public static Prompt ConfirmRefund(DisputeFlow.Charge about) =>
        new("dispute/confirm-refund", ("payee", new Name(about.Payee)), ("amount", about.Amount));

    public static Prompt Opened(Reference caseNo) => new("dispute/opened", ("case", caseNo));

    public static Prompt AnswerBy(DateTimeOffset due) => new("dispute/answer-by", ("day", new InstantDay(due)));
}
