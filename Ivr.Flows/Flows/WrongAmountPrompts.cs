using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="WrongAmountFlow"/>.</summary>
public static class WrongAmountPrompts
{
    public static readonly Prompt AskAmount = new("wrong-amount/ask-amount");
    public static readonly Prompt SameAmount = new("wrong-amount/same-amount");
    public static readonly Prompt WhereItGoes = new("wrong-amount/where-it-goes");
    public static readonly Prompt NotPossible = new("wrong-amount/not-possible");

    public static Prompt Confirm(Amount charged, Amount right) => new("wrong-amount/confirm", ("charged", charged), ("right", right));

    public static Prompt Noted(Reference caseNo) => new("wrong-amount/noted", ("case", caseNo));

    public static Prompt NotedBefore(Reference caseNo) => new("wrong-amount/noted-before", ("case", caseNo));
}
