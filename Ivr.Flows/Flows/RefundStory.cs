using Ivr.Flows.Calls;

namespace Ivr.Flows.Flows;

/// <summary>What a caller is told of one refund: how it stands, where the money goes, and what is promised.</summary>
internal static class RefundStory
{
    public static IEnumerable<Say> Tell(RefundTellFlow.Notes notes)
    {
        var refund = notes.Refunds[0];
        yield return new Say(RefundPrompts.State(refund, notes.DueAt));
        if (RefundPrompts.SaysWhereItWillGo(refund.State))
        {
            yield return new Say(RefundPrompts.GoesTo(refund));
        }
    }

    public static IEnumerable<Say> Urge(RefundTellFlow.Notes notes) =>
        [
            new Say(RefundPrompts.Urged(notes.Refunds[0], new(notes.CaseNo ?? ""))),
            new Say(notes.DueAt is { } due ? RefundPrompts.NewDate(notes.Refunds[0], due) : RefundPrompts.GoesTo(notes.Refunds[0])),
        ];

    public static IEnumerable<Say> Escalate(RefundTellFlow.Notes notes) =>
        [
            new Say(RefundPrompts.Unanswered(notes.Refunds[0], new(notes.CaseNo ?? ""))),
            new Say(PromisePrompts.AnswerBy(notes.DueAt)),
            new Say(RefundPrompts.GoesTo(notes.Refunds[0])),
        ];

    public static IEnumerable<Say> Search(RefundTellFlow.Notes notes) =>
        [new Say(RefundPrompts.Missing(notes.Refunds[0], new(notes.CaseNo ?? ""))), new Say(PromisePrompts.AnswerBy(notes.DueAt))];
}
