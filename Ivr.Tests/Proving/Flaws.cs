using Ivr.Flows.Calls;
using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Tests.Proving;

/// <summary>
/// A branch with two states, to be made wrong in one thing. Each of these is called as the branch whose place it takes: the cards, behind key 4.
/// </summary>
public abstract class FlawedFlow : Flow<FlawedFlow.State, FlawedFlow.Trigger, FlawedFlow.Notes>
{
    public enum State
    {
        Asking,
        Doing,
    }

    public enum Trigger
    {
        Chosen,
        Again,
    }

    public sealed record Notes
    {
        public string Keyed { get; init; } = "";
    }

    protected static readonly VoiceAction Done = new Return(Outcomes.Done);

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine.Configure(State.Asking).Permit(Trigger.Chosen, State.Doing).PermitReentry(Trigger.Again);
        machine.Configure(State.Doing).PermitReentry(Trigger.Again);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Asking => [Question],
            State.Doing => Does(notes),
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Asking, Pressed { Keys: var keys }):
                await ActAsync(call, cancellationToken);
                return Understood(Trigger.Chosen, new Notes { Keyed = keys });
            case (State.Doing, LookedUp or Pressed):
                return Understood(Trigger.Again);
            default:
                return NotUnderstood;
        }
    }

    protected virtual Ask Question => new(UnlockPrompts.WasItYou, Answer.YesNo);

    protected virtual IReadOnlyList<VoiceAction> Does(Notes notes) => [new Say(UnlockPrompts.StaysLocked), Done];

    protected virtual Task ActAsync(Call call, CancellationToken cancellationToken) => Task.CompletedTask;
}

internal static class GoesRound
{
    public sealed class CardFlow : FlawedFlow
    {
        protected override IReadOnlyList<VoiceAction> Does(Notes notes) => [new LookUp()];
    }
}

internal static class HasNoWords
{
    public sealed class CardFlow : FlawedFlow
    {
        protected override IReadOnlyList<VoiceAction> Does(Notes notes) => [new Say(new Prompt("planted/no-such-words")), Done];
    }
}

internal static class TakesTheZero
{
    public sealed class CardFlow : FlawedFlow
    {
        protected override Ask Question =>
            new(UnlockPrompts.WasItYou, new Answer.OneOf(new Option('1', Phrases.Yes), new Option('2', Phrases.No)));

        protected override IReadOnlyList<VoiceAction> Does(Notes notes) => [new Ask(PaymentPrompts.AskOrder, new Answer.Digits(1, 6))];
    }
}

internal static class AsksForEver
{
    public sealed class CardFlow : FlawedFlow
    {
        protected override IReadOnlyList<VoiceAction> Does(Notes notes) =>
            [
                new Ask(
                    UnlockPrompts.WasItYou,
                    new Answer.OneOf(new Option('1', Phrases.Yes), new Option('2', Phrases.No)) { Silence = '1' }
                ),
            ];
    }
}

internal static class FreezesUnasked
{
    public sealed class CardFlow(IFreezes freezes) : FlawedFlow
    {
        protected override Task ActAsync(Call call, CancellationToken cancellationToken) =>
            freezes.FreezeAsync(call, 1, isLight: true, cancellationToken);
    }
}

internal static class UnlocksUnproven
{
    public sealed class CardFlow(ILocks locks) : FlawedFlow
    {
        protected override Ask Question => new(UnlockPrompts.UnlockNow, Answer.YesNo);

        protected override async Task ActAsync(Call call, CancellationToken cancellationToken)
        {
            var inForce = await locks.FindInForceAsync(call, 1, cancellationToken);
            await locks.ReleaseAsync(call, 1, [.. inForce.Select(one => one.Id)], cancellationToken);
        }
    }
}

internal static class TellsTooMuch
{
    public sealed class CardFlow : FlawedFlow
    {
        protected override IReadOnlyList<VoiceAction> Does(Notes notes) =>
            [new Say(WrongAmountPrompts.Confirm(new Amount(1250, "CNY"), new Amount(1300, "CNY"))), Done];
    }
}

internal static class SaysItBack
{
    public sealed class CardFlow : FlawedFlow
    {
        protected override Ask Question => new(IdentityPrompts.AskTail, new Answer.Digits(4, 4) { EndsWithX = true, IsIdentity = true });

        protected override IReadOnlyList<VoiceAction> Does(Notes notes) => [new Say(UnlockPrompts.Refer(new Reference(notes.Keyed))), Done];
    }
}

internal static class TalksTooLong
{
    public sealed class CardFlow : FlawedFlow
    {
        private static readonly string Long = string.Concat(Enumerable.Repeat("这句话说得太长了，", 20));

        protected override IReadOnlyList<VoiceAction> Does(Notes notes) => [new Say(FaqPrompts.Answer(new Wording(Long, Long))), Done];
    }
}

internal static class SaysTheKeyFirst
{
    public sealed class CardFlow : FlawedFlow
    {
        protected override IReadOnlyList<VoiceAction> Does(Notes notes) =>
            [new Say(FaqPrompts.Answer(new Wording("请按一，换银行卡。", "Press one to change the card."))), Done];
    }
}
