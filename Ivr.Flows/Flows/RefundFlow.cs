using Ivr.Flows.Calls;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Asks what a caller wants to know of refunds, and goes there.</summary>
public sealed class RefundFlow(ActionLevels levels) : Flow<RefundFlow.State, RefundFlow.Trigger, RefundFlow.Notes>
{
    public enum State
    {
        Choosing,
        Identifying,
        TellingRefunds,
        OfferingToOpen,
        OpeningRefund,
        ReadingPolicy,
        Left,
        Refused,
    }

    public enum Trigger
    {
        StatusWanted,
        OpeningWanted,
        PolicyWanted,
        Proven,
        IdentityFailed,
        FoundNone,
        OpeningDeclined,
        StepDone,
    }

    public sealed record Notes
    {
        /// <summary>The caller misses the money of a refund: what is late or arrived unseen comes first.</summary>
        public bool IsMissing { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.Choosing)
            .Permit(Trigger.StatusWanted, State.Identifying)
            .Permit(Trigger.OpeningWanted, State.OpeningRefund)
            .Permit(Trigger.PolicyWanted, State.ReadingPolicy);

        machine.Configure(State.Identifying).Permit(Trigger.Proven, State.TellingRefunds).Permit(Trigger.IdentityFailed, State.Refused);
        machine.Configure(State.TellingRefunds).Permit(Trigger.FoundNone, State.OfferingToOpen).Permit(Trigger.StepDone, State.Left);

        machine
            .Configure(State.OfferingToOpen)
            .Permit(Trigger.OpeningWanted, State.OpeningRefund)
            .Permit(Trigger.OpeningDeclined, State.Left);

        machine.Configure(State.OpeningRefund).Permit(Trigger.StepDone, State.Left);
        machine.Configure(State.ReadingPolicy).Permit(Trigger.StepDone, State.Left);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Choosing => [Menu],
            State.Identifying => [IdentityFlow.To(levels.RefundState)],
            State.TellingRefunds => [RefundTellFlow.All(notes.IsMissing)],
            State.OfferingToOpen => [new Say(RefundPrompts.None), new Ask(RefundPrompts.OpenOne, Answer.YesNo)],
            State.OpeningRefund => [OpenRefundFlow.OfAny],
            State.ReadingPolicy => [RefundPolicyFlow.Visit],
            State.Left => [new Return(Outcomes.Done)],
            State.Refused => [new Return(Outcomes.NotProven)],
        };

    protected override Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken) =>
        Task.FromResult(
            (at, heard) switch
            {
                (State.Choosing, Pressed { Keys: "1" }) => Understood(Trigger.StatusWanted, new Notes()),
                (State.Choosing, Pressed { Keys: "2" }) => Understood(Trigger.OpeningWanted),
                (State.Choosing, Pressed { Keys: "3" }) => Understood(Trigger.StatusWanted, new Notes { IsMissing = true }),
                (State.Choosing, Pressed { Keys: "4" }) => Understood(Trigger.PolicyWanted),
                (State.Identifying, CameBack { Outcome: IdentityFlow.Passed }) => Understood(Trigger.Proven),
                (State.Identifying, CameBack) => Understood(Trigger.IdentityFailed),
                (State.TellingRefunds, CameBack { Outcome: RefundTellFlow.None }) => Understood(Trigger.FoundNone),
                (State.OfferingToOpen, Pressed { Keys: "1" }) => Understood(Trigger.OpeningWanted),
                (State.OfferingToOpen, Pressed { Keys: "2" }) => Understood(Trigger.OpeningDeclined),
                (_, CameBack) => Understood(Trigger.StepDone),
                _ => NotUnderstood,
            }
        );

    private static Ask Menu =>
        new(
            null,
            new Answer.OneOf(
                new Option('1', Phrases.RefundState, RefundPrompts.OfferState(new('1'))),
                new Option('2', Phrases.OpenRefund, RefundPrompts.OfferToOpen(new('2'))),
                new Option('3', Phrases.RefundMissing, RefundPrompts.OfferMissing(new('3'))),
                new Option('4', Phrases.RefundPolicy, RefundPrompts.OfferPolicy(new('4')))
            )
        );
}
