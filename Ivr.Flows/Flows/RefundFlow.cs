using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Tells a caller where a refund is: the newest open one first.</summary>
public sealed class RefundFlow(IRefunds refunds, ICases cases, ActionLevels levels)
    : Flow<RefundFlow.State, RefundFlow.Trigger, RefundFlow.Notes>
{
    public enum State
    {
        Identifying,
        Telling,
        Urging,
        AskingIfSeen,
        Seen,
        NotSeen,
        NoRefund,
        LeavingTheRest,
        Refused,
    }

    public enum Trigger
    {
        FoundOnItsWay,
        FoundLate,
        FoundArrived,
        FoundNone,
        IdentityFailed,
        WasSeen,
        WasNotSeen,
        NextDeclined,
    }

    public sealed record Notes
    {
        /// <summary>The refunds still to tell; the first is being told.</summary>
        public IReadOnlyList<Refund> Refunds { get; init; } = [];

        public string? CaseNo { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine.Configure(State.Identifying).Permit(Trigger.FoundNone, State.NoRefund).Permit(Trigger.IdentityFailed, State.Refused);
        machine.Configure(State.AskingIfSeen).Permit(Trigger.WasSeen, State.Seen).Permit(Trigger.WasNotSeen, State.NotSeen);

        foreach (var told in new[] { State.Telling, State.Urging, State.Seen, State.NotSeen })
        {
            LeadToOne(machine, told);
            machine.Configure(told).Permit(Trigger.NextDeclined, State.LeavingTheRest);
        }

        LeadToOne(machine, State.Identifying);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Identifying => [IdentityFlow.To(levels.RefundState)],
            State.Telling => [new Say(RefundPrompts.State(notes.Refunds[0])), .. GoOn(notes)],
            State.Urging => [new Say(RefundPrompts.Urged(notes.Refunds[0], new(notes.CaseNo ?? ""))), .. GoOn(notes)],
            State.AskingIfSeen => [new Ask(RefundPrompts.Arrived(notes.Refunds[0]), SeenOrNot)],
            State.Seen => [new Say(RefundPrompts.GladItCame), .. GoOn(notes)],
            State.NotSeen => [new Say(RefundPrompts.Missing(notes.Refunds[0], new(notes.CaseNo ?? ""))), .. GoOn(notes)],
            State.NoRefund => [new Say(RefundPrompts.None), new Return(Outcomes.Done)],
            State.LeavingTheRest => [new Return(Outcomes.Done)],
            State.Refused => [new Return(Outcomes.NotProven)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Identifying, CameBack { Outcome: IdentityFlow.Passed }):
                var found = await refunds.FindAsync(call.ProvenWallet(levels.RefundState), call.Now, cancellationToken);
                return found.Count == 0 ? Understood(Trigger.FoundNone) : await TellAsync(call, found, cancellationToken);

            case (State.Identifying, CameBack):
                return Understood(Trigger.IdentityFailed);

            case (State.AskingIfSeen, Pressed { Keys: "1" }):
                return Understood(Trigger.WasSeen);

            case (State.AskingIfSeen, Pressed { Keys: "2" }):
                var missing = $"refund:{notes.Refunds[0].Id}";
                return await WithCaseAsync(call, Trigger.WasNotSeen, CaseType.MissingCredit, missing, notes, cancellationToken);

            case (_, Pressed { Keys: "1" }) when notes.Refunds.Count > 1:
                return await TellAsync(call, [.. notes.Refunds.Skip(1)], cancellationToken);

            case (_, Pressed { Keys: "2" }) when notes.Refunds.Count > 1:
                return Understood(Trigger.NextDeclined);

            default:
                return NotUnderstood;
        }
    }

    private static readonly Answer SeenOrNot = new Answer.OneOf(new Option('1', Phrases.Received), new Option('2', Phrases.NotReceived));

    private static void LeadToOne(StateMachine<State, Trigger> machine, State from)
    {
        Lead(machine, from, Trigger.FoundOnItsWay, State.Telling);
        Lead(machine, from, Trigger.FoundLate, State.Urging);
        Lead(machine, from, Trigger.FoundArrived, State.AskingIfSeen);
    }

    private static IEnumerable<VoiceAction> GoOn(Notes notes) =>
        notes.Refunds.Count > 1 ? [new Ask(RefundPrompts.HearNext, Answer.YesNo)] : [new Return(Outcomes.Done)];

    private async Task<Heard?> TellAsync(Call call, IReadOnlyList<Refund> toTell, CancellationToken cancellationToken)
    {
        var refund = toTell[0];
        var notes = new Notes { Refunds = toTell };
        var subject = $"refund:{refund.Id}";
        return refund switch
        {
            { State: RefundState.Succeeded } => Understood(Trigger.FoundArrived, notes),
            _ when refund.IsOverdue(call.Now) => await WithCaseAsync(
                call,
                Trigger.FoundLate,
                CaseType.RefundOverdue,
                subject,
                notes,
                cancellationToken
            ),
            _ => Understood(Trigger.FoundOnItsWay, notes),
        };
    }

    private async Task<Heard?> WithCaseAsync(
        Call call,
        Trigger why,
        CaseType type,
        string subject,
        Notes notes,
        CancellationToken cancellationToken
    )
    {
        var caseNo = await cases.OpenAsync(call, type, subject, cancellationToken);
        return Understood(why, notes with { CaseNo = caseNo }) with { Call = call with { CaseNo = caseNo } };
    }
}
