using Ivr.Flows.Calls;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Helps with bank cards: changing one, one that cannot be removed, a code that does not come, a lost one. Nobody is asked who they are.</summary>
public sealed class CardFlow : Flow<CardFlow.State, CardFlow.Trigger, CardFlow.Notes>
{
    public enum State
    {
        Choosing,
        Guiding,
        AllStepsDone,
        OfferingPerson,
        Referring,
        OfferingFreeze,
        Freezing,
        NamingBank,
        Leaving,
    }

    public enum Trigger
    {
        GuideWanted,
        CardIsLost,
        StepsDone,
        AllTold,
        HeardEnough,
        PersonWanted,
        PersonDeclined,
        PersonDone,
        FreezeWanted,
        FreezeDeclined,
        CameBackFromFreeze,
    }

    public sealed record Notes
    {
        public Guide Guide { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine.Configure(State.Choosing).Permit(Trigger.GuideWanted, State.Guiding).Permit(Trigger.CardIsLost, State.OfferingFreeze);

        machine
            .Configure(State.Guiding)
            .Permit(Trigger.StepsDone, State.AllStepsDone)
            .Permit(Trigger.AllTold, State.OfferingPerson)
            .Permit(Trigger.HeardEnough, State.Leaving);

        machine.Configure(State.OfferingPerson).Permit(Trigger.PersonWanted, State.Referring).Permit(Trigger.PersonDeclined, State.Leaving);
        machine.Configure(State.Referring).Permit(Trigger.PersonDone, State.Leaving);
        machine
            .Configure(State.OfferingFreeze)
            .Permit(Trigger.FreezeWanted, State.Freezing)
            .Permit(Trigger.FreezeDeclined, State.NamingBank);
        machine.Configure(State.Freezing).Permit(Trigger.CameBackFromFreeze, State.NamingBank);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Choosing => [Menu],
            State.Guiding => [GuideFlow.To(notes.Guide)],
            State.AllStepsDone => [new Say(CardPrompts.AllStepsDone), new Return(Outcomes.Done)],
            State.OfferingPerson => [new Ask(CardPrompts.PersonToo, Answer.YesNo)],
            State.Referring => [AgentFlow.Visit],
            State.OfferingFreeze => [new Ask(CardPrompts.FreezeFirst, Answer.YesNo)],
            State.Freezing => [FreezeFlow.Visit],
            State.NamingBank => [new Say(CardPrompts.TellTheBank), new Return(Outcomes.Done)],
            State.Leaving => [new Return(Outcomes.Done)],
        };

    protected override Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken) =>
        Task.FromResult(
            (at, heard) switch
            {
                (State.Choosing, Pressed { Keys: "1" }) => Tell(Guide.ChangeCard),
                (State.Choosing, Pressed { Keys: "2" }) => Tell(Guide.WhyCardStays),
                (State.Choosing, Pressed { Keys: "3" }) => Tell(Guide.CodeNotComing),
                (State.Choosing, Pressed { Keys: "4" }) => Understood(Trigger.CardIsLost),
                (State.Guiding, CameBack { Outcome: GuideFlow.AllTold }) => Understood(
                    notes.Guide.IsSteps() ? Trigger.StepsDone : Trigger.AllTold
                ),
                (State.Guiding, CameBack) => Understood(Trigger.HeardEnough),
                (State.OfferingPerson, Pressed { Keys: "1" }) => Understood(Trigger.PersonWanted),
                (State.OfferingPerson, Pressed { Keys: "2" }) => Understood(Trigger.PersonDeclined),
                (State.Referring, CameBack) => Understood(Trigger.PersonDone),
                (State.OfferingFreeze, Pressed { Keys: "1" }) => Understood(Trigger.FreezeWanted),
                (State.OfferingFreeze, Pressed { Keys: "2" }) => Understood(Trigger.FreezeDeclined),
                (State.Freezing, CameBack) => Understood(Trigger.CameBackFromFreeze),
                _ => NotUnderstood,
            }
        );

    protected override string? Detail(State at, Notes notes) =>
        at is State.OfferingPerson or State.Referring ? $"{notes.Guide}, all told" : null;

    private static Ask Menu =>
        new(
            null,
            new Answer.OneOf(
                new Option('1', Phrases.ChangeCard, CardPrompts.OfferChange(new('1'))),
                new Option('2', Phrases.CardStays, CardPrompts.OfferStays(new('2'))),
                new Option('3', Phrases.CodeNotComing, CardPrompts.OfferCode(new('3'))),
                new Option('4', Phrases.CardLost, CardPrompts.OfferLost(new('4')))
            )
        );

    private static Heard Tell(Guide guide) => Understood(Trigger.GuideWanted, new Notes { Guide = guide });
}
