using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Tells a caller why the account is locked, and unlocks it or hands over to a person.</summary>
public sealed class UnlockFlow(ILocks locks, ICases cases, ActionLevels levels)
    : Flow<UnlockFlow.State, UnlockFlow.Trigger, UnlockFlow.Notes>
{
    public enum State
    {
        Identifying,
        OfferingToUnlock,
        Unlocked,
        LeftLocked,
        NotLocked,
        Referring,
        ReferringAfterChange,
        Referred,
        Refused,
    }

    public enum Trigger
    {
        FoundLocked,
        FoundOpen,
        FoundBeyondPhone,
        IdentityFailed,
        UnlockWanted,
        UnlockDeclined,
        LocksChanged,
        PersonDone,
    }

    public sealed record Notes
    {
        public IReadOnlyList<WalletLock> Locks { get; init; } = [];
        public string? CaseNo { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.Identifying)
            .Permit(Trigger.FoundLocked, State.OfferingToUnlock)
            .Permit(Trigger.FoundOpen, State.NotLocked)
            .Permit(Trigger.FoundBeyondPhone, State.Referring)
            .Permit(Trigger.IdentityFailed, State.Refused);

        machine
            .Configure(State.OfferingToUnlock)
            .Permit(Trigger.UnlockWanted, State.Unlocked)
            .Permit(Trigger.UnlockDeclined, State.LeftLocked)
            .Permit(Trigger.LocksChanged, State.ReferringAfterChange);

        machine.Configure(State.Referring).Permit(Trigger.PersonDone, State.Referred);
        machine.Configure(State.ReferringAfterChange).Permit(Trigger.PersonDone, State.Referred);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Identifying => [IdentityFlow.To(levels.Unlock)],
            State.OfferingToUnlock => [.. Because(notes), new Ask(UnlockPrompts.UnlockNow, Answer.YesNo)],
            State.Unlocked => [new Say(UnlockPrompts.Done), new Return(Outcomes.Done)],
            State.LeftLocked => [new Say(UnlockPrompts.StaysLocked), new Return(Outcomes.Done)],
            State.NotLocked => [new Say(UnlockPrompts.NotLocked), new Return(Outcomes.Done)],
            State.Referring => [.. Because(notes), Refer(notes), AgentFlow.Visit],
            State.ReferringAfterChange => [new Say(UnlockPrompts.Changed), Refer(notes), AgentFlow.Visit],
            State.Referred => [new Return(Outcomes.Done)],
            State.Refused => [new Return(Outcomes.NotProven)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Identifying, CameBack { Outcome: IdentityFlow.Passed }):
                return await FindAsync(call, cancellationToken);

            case (State.Identifying, CameBack):
                return Understood(Trigger.IdentityFailed);

            case (State.OfferingToUnlock, Pressed { Keys: "1" }):
                var ids = notes.Locks.Select(one => one.Id).ToList();
                return await locks.ReleaseAsync(call, call.ProvenWallet(levels.Unlock), ids, cancellationToken)
                    ? Understood(Trigger.UnlockWanted)
                    : await ReferAsync(call, Trigger.LocksChanged, notes.Locks, cancellationToken);

            case (State.OfferingToUnlock, Pressed { Keys: "2" }):
                return Understood(Trigger.UnlockDeclined);

            case (State.Referring or State.ReferringAfterChange, CameBack):
                return Understood(Trigger.PersonDone);

            default:
                return NotUnderstood;
        }
    }

    private static IEnumerable<VoiceAction> Because(Notes notes) =>
        notes.Locks.Select(one => one.Reason).Distinct().Select(reason => new Say(UnlockPrompts.Because(reason)));

    private static Say Refer(Notes notes) => new(UnlockPrompts.Refer(new(notes.CaseNo ?? "")));

    private async Task<Heard?> FindAsync(Call call, CancellationToken cancellationToken)
    {
        var inForce = await locks.FindInForceAsync(call, call.ProvenWallet(levels.Unlock), cancellationToken);
        if (inForce.Count == 0)
        {
            return Understood(Trigger.FoundOpen);
        }

        // One lock that only a person may lift keeps the account locked: the caller hears of that one alone.
        var beyond = inForce.Where(one => !LockRules.MayRelease(one.Reason, call.Identity.Level)).ToList();
        return beyond.Count == 0
            ? Understood(Trigger.FoundLocked, new Notes { Locks = inForce })
            : await ReferAsync(call, Trigger.FoundBeyondPhone, beyond, cancellationToken);
    }

    private async Task<Heard?> ReferAsync(Call call, Trigger why, IReadOnlyList<WalletLock> about, CancellationToken cancellationToken)
    {
        var caseNo = await cases.OpenAsync(call, CaseType.Unlock, $"lock:{about[0].Id}", cancellationToken);
        return Understood(why, new Notes { Locks = about, CaseNo = caseNo }) with { Call = call with { CaseNo = caseNo } };
    }
}
