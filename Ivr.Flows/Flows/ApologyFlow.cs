using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Apologises for what was promised in an earlier call and not kept, once, as soon as it is proven who is calling.</summary>
public sealed class ApologyFlow(IPromises promises) : Flow<ApologyFlow.State, ApologyFlow.Trigger, ApologyFlow.Notes>
{
    /// <summary>It was said, or there was nothing to say.</summary>
    public const string Done = "done";

    /// <summary>What is told of promises is told of payments and refunds.</summary>
    private const Level Least = Level.L1Plus;

    public static readonly Visit Visit = new(nameof(ApologyFlow));

    public enum State
    {
        LookingUp,
        Apologising,
        AllKept,
    }

    public enum Trigger
    {
        FoundBroken,
        FoundNone,
    }

    public sealed record Notes
    {
        public IReadOnlyList<BrokenPromise> Broken { get; init; } = [];
    }

    protected override void Map(StateMachine<State, Trigger> machine) =>
        machine.Configure(State.LookingUp).Permit(Trigger.FoundBroken, State.Apologising).Permit(Trigger.FoundNone, State.AllKept);

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.LookingUp => [new LookUp()],
            State.Apologising => [.. notes.Broken.Select(broken => new Say(ApologyPrompts.For(broken))), new Return(Done)],
            State.AllKept => [new Return(Done)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        if (at != State.LookingUp || heard is not LookedUp)
        {
            return NotUnderstood;
        }

        var broken = call.Identity is { WalletId: { } wallet, Level: >= Least }
            ? await promises.FindBrokenAsync(wallet, cancellationToken)
            : [];
        foreach (var one in broken)
        {
            await promises.ApologiseAsync(call, one.Promise, cancellationToken);
        }

        return broken.Count > 0 ? Understood(Trigger.FoundBroken, new Notes { Broken = broken }) : Understood(Trigger.FoundNone);
    }
}
