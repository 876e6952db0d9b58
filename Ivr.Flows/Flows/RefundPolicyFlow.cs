using Ivr.Flows.Calls;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Reads the rules of refunds, one sentence at a time. Other flows visit it; nobody has to prove anything.</summary>
public sealed class RefundPolicyFlow : Flow<RefundPolicyFlow.State, RefundPolicyFlow.Trigger, RefundPolicyFlow.Notes>
{
    public static readonly Visit Visit = new(nameof(RefundPolicyFlow));

    public enum State
    {
        ReadingFirst,
        ReadingSecond,
        ReadingThird,
        ReadingLast,
        Finished,
    }

    public enum Trigger
    {
        NextWanted,
    }

    public sealed record Notes;

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine.Configure(State.ReadingFirst).Permit(Trigger.NextWanted, State.ReadingSecond);
        machine.Configure(State.ReadingSecond).Permit(Trigger.NextWanted, State.ReadingThird);
        machine.Configure(State.ReadingThird).Permit(Trigger.NextWanted, State.ReadingLast);
        machine.Configure(State.ReadingLast).Permit(Trigger.NextWanted, State.Finished);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.ReadingFirst => [new Ask(RefundPolicyPrompts.First, Next)],
            State.ReadingSecond => [new Ask(RefundPolicyPrompts.Second, Next)],
            State.ReadingThird => [new Ask(RefundPolicyPrompts.Third, Next)],
            State.ReadingLast => [new Ask(RefundPolicyPrompts.Last, Next)],
            State.Finished => [new Return(Outcomes.Done)],
        };

    protected override Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken) =>
        Task.FromResult(heard is Pressed { Keys: "1" } ? Understood(Trigger.NextWanted) : NotUnderstood);

    private static readonly Answer Next = new Answer.OneOf(new Option('1', Phrases.Next));
}
