using Ivr.Flows.Calls;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>The safety centre: something suspicious, something wrong in the account, advice, and the proof that this is the hotline.</summary>
public sealed class SafetyFlow : Flow<SafetyFlow.State, SafetyFlow.Trigger, SafetyFlow.Notes>
{
    public enum State
    {
        Choosing,
        ReportingSuspicion,
        ReportingAnomaly,
        Advising,
        Proving,
        Leaving,
    }

    public enum Trigger
    {
        SuspicionTold,
        AnomalyTold,
        AdviceWanted,
        ProofWanted,
        CameBackDone,
    }

    public sealed record Notes;

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.Choosing)
            .Permit(Trigger.SuspicionTold, State.ReportingSuspicion)
            .Permit(Trigger.AnomalyTold, State.ReportingAnomaly)
            .Permit(Trigger.AdviceWanted, State.Advising)
            .Permit(Trigger.ProofWanted, State.Proving);

        foreach (var visiting in new[] { State.ReportingSuspicion, State.ReportingAnomaly, State.Advising, State.Proving })
        {
            machine.Configure(visiting).Permit(Trigger.CameBackDone, State.Leaving);
        }
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Choosing => [Menu],
            State.ReportingSuspicion => [ReportFlow.OfSuspicion],
            State.ReportingAnomaly => [ReportFlow.OfAnomaly],
            State.Advising => [GuideFlow.To(Guide.StayingSafe)],
            State.Proving => [new Visit(nameof(ProofFlow))],
            State.Leaving => [new Return(Outcomes.Done)],
        };

    protected override Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken) =>
        Task.FromResult(
            (at, heard) switch
            {
                (State.Choosing, Pressed { Keys: "1" }) => Understood(Trigger.SuspicionTold),
                (State.Choosing, Pressed { Keys: "2" }) => Understood(Trigger.AnomalyTold),
                (State.Choosing, Pressed { Keys: "3" }) => Understood(Trigger.AdviceWanted),
                (State.Choosing, Pressed { Keys: "4" }) => Understood(Trigger.ProofWanted),
                (not State.Choosing, CameBack) => Understood(Trigger.CameBackDone),
                _ => NotUnderstood,
            }
        );

    private static Ask Menu =>
        new(
            null,
            new Answer.OneOf(
                new Option('1', Phrases.Suspicious, SafetyPrompts.OfferSuspicious(new('1'))),
                new Option('2', Phrases.Anomaly, SafetyPrompts.OfferAnomaly(new('2'))),
                new Option('3', Phrases.SafetyAdvice, SafetyPrompts.OfferAdvice(new('3'))),
                new Option('4', Phrases.ProveYourself, SafetyPrompts.OfferProof(new('4')))
            )
        );
}
