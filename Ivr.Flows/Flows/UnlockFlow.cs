using Ivr.Flows.Calls;
using Ivr.Flows.Speaking;
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
        AskingWhoSignedIn,
        OfferingToUnlock,
        ProvingMore,
        Unlocked,
        LeftLocked,
        NotLocked,
        Referring,
        ReferringAfterChange,
        ReferringStranger,
        Protecting,
        Referred,
        Refused,
    }

    public enum Trigger
    {
        FoundLocked,
        FoundRemoteLogin,
        FoundOpen,
        FoundBeyondPhone,
        IdentityFailed,
        SignedInThemselves,
        StrangerSignedIn,
        UnlockWanted,
        UnlockDeclined,
        LocksReleased,
        LocksChanged,
        FreezeDeclined,
        PersonDone,
    }

    public sealed record Notes : INotesWithCase
    {
        public IReadOnlyList<WalletLock> Locks { get; init; } = [];

        /// <summary>The reasons were said with the question before.</summary>
        public bool HasHeardWhy { get; init; }

        public string? CaseNo { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.Identifying)
            .Permit(Trigger.FoundLocked, State.OfferingToUnlock)
            .Permit(Trigger.FoundRemoteLogin, State.AskingWhoSignedIn)
            .Permit(Trigger.FoundOpen, State.NotLocked)
            .Permit(Trigger.FoundBeyondPhone, State.Referring)
            .Permit(Trigger.IdentityFailed, State.Refused);

        machine
            .Configure(State.AskingWhoSignedIn)
            .Permit(Trigger.SignedInThemselves, State.OfferingToUnlock)
            .Permit(Trigger.StrangerSignedIn, State.Protecting);

        machine
            .Configure(State.Protecting)
            .Permit(Trigger.FreezeDeclined, State.ReferringStranger)
            .Permit(Trigger.PersonDone, State.Referred);

        machine
            .Configure(State.OfferingToUnlock)
            .Permit(Trigger.UnlockWanted, State.ProvingMore)
            .Permit(Trigger.UnlockDeclined, State.LeftLocked);

        machine
            .Configure(State.ProvingMore)
            .Permit(Trigger.LocksReleased, State.Unlocked)
            .Permit(Trigger.LocksChanged, State.ReferringAfterChange)
            .Permit(Trigger.IdentityFailed, State.Refused);

        foreach (var referring in new[] { State.Referring, State.ReferringAfterChange, State.ReferringStranger })
        {
            machine.Configure(referring).Permit(Trigger.PersonDone, State.Referred);
        }
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Identifying => [IdentityFlow.To(levels.HearLockReason)],
            State.AskingWhoSignedIn => [.. Because(notes), new Ask(UnlockPrompts.WasItYou, Answer.YesNo)],
            State.OfferingToUnlock => [.. Because(notes), new Ask(UnlockPrompts.UnlockNow, Answer.YesNo)],
            State.ProvingMore => [IdentityFlow.To(levels.Unlock)],
            State.Unlocked => [new Say(UnlockPrompts.Done), new Return(Outcomes.Done)],
            State.LeftLocked => [new Say(UnlockPrompts.StaysLocked), new Return(Outcomes.Done)],
            State.NotLocked => [new Say(UnlockPrompts.NotLocked), new Return(Outcomes.Done)],
            State.Referring => [.. Because(notes), new Say(UnlockPrompts.Refer(Case(notes))), AgentFlow.Visit],
            State.ReferringStranger => [new Say(UnlockPrompts.ReferStranger), AgentFlow.Visit],
            State.ReferringAfterChange => [new Say(UnlockPrompts.Changed), new Say(UnlockPrompts.Refer(Case(notes))), AgentFlow.Visit],
            State.Protecting => [new Say(UnlockPrompts.WasStranger(Case(notes))), FreezeFlow.Visit],
            State.Referred => [new Return(Outcomes.Done)],
            State.Refused => [new Return(Outcomes.NotProven)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Identifying, CameBack { Outcome: IdentityFlow.Passed }):
                return await FindAsync(call, cancellationToken);

            case (State.ProvingMore, CameBack { Outcome: IdentityFlow.Passed }):
                var ids = notes.Locks.Select(one => one.Id).ToList();
                return await locks.ReleaseAsync(call, call.ProvenWallet(levels.Unlock), ids, cancellationToken)
                    ? Understood(Trigger.LocksReleased)
                    : await ReferAsync(call, Trigger.LocksChanged, CaseType.Unlock, notes.Locks, cancellationToken);

            case (State.Identifying or State.ProvingMore, CameBack):
                return Understood(Trigger.IdentityFailed);

            case (State.AskingWhoSignedIn, Pressed { Keys: "1" }):
                return Understood(Trigger.SignedInThemselves, notes with { HasHeardWhy = true });

            case (State.AskingWhoSignedIn, Pressed { Keys: "2" }):
                return await ReferAsync(call, Trigger.StrangerSignedIn, CaseType.StrangerSignedIn, notes.Locks, cancellationToken);

            case (State.OfferingToUnlock, Pressed { Keys: "1" }):
                return Understood(Trigger.UnlockWanted);

            case (State.OfferingToUnlock, Pressed { Keys: "2" }):
                return Understood(Trigger.UnlockDeclined);

            case (State.Protecting, CameBack { Outcome: FreezeFlow.Declined }):
                return Understood(Trigger.FreezeDeclined);

            case (State.Protecting or State.Referring or State.ReferringAfterChange or State.ReferringStranger, CameBack):
                return Understood(Trigger.PersonDone);

            default:
                return NotUnderstood;
        }
    }

    private static IEnumerable<VoiceAction> Because(Notes notes) =>
        notes.HasHeardWhy ? [] : notes.Locks.Select(one => one.Reason).Distinct().Select(reason => new Say(UnlockPrompts.Because(reason)));

    private static Reference Case(Notes notes) => new(notes.CaseNo ?? "");

    private async Task<Heard?> FindAsync(Call call, CancellationToken cancellationToken)
    {
        var inForce = await locks.FindInForceAsync(call, call.ProvenWallet(levels.HearLockReason), cancellationToken);
        if (inForce.Count == 0)
        {
            return Understood(Trigger.FoundOpen);
        }

        // One lock that only a person may lift keeps the account locked: the caller hears of that one alone.
        // The others the level of unlocking releases: no lock needs more.
        var beyond = inForce.Where(one => LockRules.Needed(one, call.Now) is null).ToList();
        if (beyond.Count > 0)
        {
            return await ReferAsync(call, Trigger.FoundBeyondPhone, CaseType.Unlock, beyond, cancellationToken);
        }

        var isRemote = inForce.Any(one => one.Reason == LockReason.RemoteLogin);
        return Understood(isRemote ? Trigger.FoundRemoteLogin : Trigger.FoundLocked, new Notes { Locks = inForce });
    }

    private async Task<Heard?> ReferAsync(
        Call call,
        Trigger why,
        CaseType type,
        IReadOnlyList<WalletLock> about,
        CancellationToken cancellationToken
    )
    {
        var caseNo = await cases.OpenAsync(call, type, $"lock:{about[0].Id}", cancellationToken);
        return Understood(why, new Notes { Locks = about, CaseNo = caseNo });
    }
}
