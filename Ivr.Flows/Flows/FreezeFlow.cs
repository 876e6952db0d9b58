using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>
/// Freezes an account in an emergency, the caller's or a relative's, on the lightest proof there is. Where a number and a certificate tail were
/// keyed, all that is said is the same whether or not they belong together, or to anybody.
/// </summary>
public sealed class FreezeFlow(IFreezes freezes, ICases cases, ActionLevels levels)
    : Flow<FreezeFlow.State, FreezeFlow.Trigger, FreezeFlow.Notes>
{
    /// <summary>The caller does not want it: nothing was changed.</summary>
    public const string Declined = "declined";

    /// <summary>So many numbers are keyed in one visit; then a person.</summary>
    private const int Claims = 2;

    public static readonly Visit Visit = new(nameof(FreezeFlow));

    /// <summary>From a fraud report, which is not offered again then.</summary>
    public static readonly Visit VisitAfterReport = new(nameof(FreezeFlow), new Notes { WasReported = true });

    public enum State
    {
        AskingForWhom,
        Identifying,
        IdentifyingFamily,
        Confirming,
        Frozen,
        FrozenBefore,
        FrozenIfRight,
        OfferingReport,
        Reporting,
        ReferringSpentToday,
        ReferringNotProven,
        NotFrozen,
        Leaving,
    }

    public enum Trigger
    {
        OwnMeant,
        FamilyMeant,
        Identified,
        IdentityFailed,
        FreezeWanted,
        WasFrozenBefore,
        FrozenUnseen,
        WasSpentToday,
        FreezeDeclined,
        CertaintyWanted,
        AnotherNumberWanted,
        ReportOffered,
        ReportWanted,
        ReportDeclined,
        CameBackFromReport,
        PersonDone,
    }

    public sealed record Notes : INotesWithCase
    {
        public bool WasReported { get; init; }

        public bool ForFamily { get; init; }

        /// <summary>The caller keyed a number and a tail: nothing tells whether they belong together.</summary>
        public bool IsUnseen { get; init; }

        /// <summary>The wallet to freeze; null where nothing was found.</summary>
        public long? WalletId { get; init; }

        public int Keyed { get; init; }

        /// <summary>Who the caller was before: a number keyed here opens no other door.</summary>
        public Identity Before { get; init; } = Identity.Nobody;

        public string? CaseNo { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.AskingForWhom)
            .Permit(Trigger.OwnMeant, State.Identifying)
            .Permit(Trigger.FamilyMeant, State.IdentifyingFamily)
            .Permit(Trigger.IdentityFailed, State.ReferringNotProven)
            .Permit(Trigger.FreezeDeclined, State.NotFrozen);

        foreach (var identifying in new[] { State.Identifying, State.IdentifyingFamily })
        {
            machine
                .Configure(identifying)
                .Permit(Trigger.Identified, State.Confirming)
                .Permit(Trigger.IdentityFailed, State.ReferringNotProven);
        }

        machine
            .Configure(State.Confirming)
            .Permit(Trigger.FreezeWanted, State.Frozen)
            .Permit(Trigger.WasFrozenBefore, State.FrozenBefore)
            .Permit(Trigger.FrozenUnseen, State.FrozenIfRight)
            .Permit(Trigger.WasSpentToday, State.ReferringSpentToday)
            .Permit(Trigger.FreezeDeclined, State.NotFrozen);

        machine
            .Configure(State.FrozenIfRight)
            .Permit(Trigger.CertaintyWanted, State.ReferringNotProven)
            .Permit(Trigger.OwnMeant, State.Identifying)
            .Permit(Trigger.FamilyMeant, State.IdentifyingFamily)
            .Permit(Trigger.ReportOffered, State.OfferingReport);

        foreach (var offering in new[] { State.Frozen, State.FrozenBefore, State.OfferingReport })
        {
            machine.Configure(offering).Permit(Trigger.ReportWanted, State.Reporting).Permit(Trigger.ReportDeclined, State.Leaving);
        }

        machine.Configure(State.Reporting).Permit(Trigger.CameBackFromReport, State.Leaving);
        machine.Configure(State.ReferringSpentToday).Permit(Trigger.PersonDone, State.Leaving);
        machine.Configure(State.ReferringNotProven).Permit(Trigger.PersonDone, State.Leaving);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.AskingForWhom => [new Ask(FreezePrompts.ForWhom, FreezeAnswers.ForWhom)],
            State.Identifying => [LightIdentityFlow.QuietlyTo(levels.Freeze, forFamily: false)],
            State.IdentifyingFamily => [LightIdentityFlow.QuietlyTo(levels.Freeze, forFamily: true)],
            State.Confirming => [new Ask(FreezePrompts.FreezeNow, Answer.YesNo)],
            State.Frozen => [new Say(FreezePrompts.Frozen(Case(notes))), new Say(FreezePrompts.HowToUnfreeze), .. OfferReport(notes)],
            State.FrozenBefore =>
            [
                new Say(FreezePrompts.FrozenBefore(Case(notes))),
                new Say(FreezePrompts.HowToUnfreeze),
                .. OfferReport(notes),
            ],
            State.FrozenIfRight =>
            [
                new Say(FreezePrompts.FrozenIfRight(Case(notes))),
                new Ask(FreezePrompts.NotSure, FreezeAnswers.NotSure),
            ],
            State.OfferingReport => [new Say(FreezePrompts.HowToUnfreeze), .. OfferReport(notes)],
            State.Reporting => [ReportFlow.AfterFreeze],
            State.ReferringSpentToday => [new Say(FreezePrompts.SpentToday), AgentFlow.UrgentVisit],
            State.ReferringNotProven => [new Say(FreezePrompts.PersonFirst), AgentFlow.UrgentVisit],
            State.NotFrozen => [new Say(FreezePrompts.NotFrozen), new Return(Declined)],
            State.Leaving => [new Return(Outcomes.Done)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.AskingForWhom, Pressed { Keys: "3" }) when levels.Freeze > Level.L1:
                // More proof than a number and a tail, and nobody has it of somebody else's account.
                return Understood(Trigger.IdentityFailed);

            case (State.AskingForWhom, Pressed { Keys: "1" or "3" } who):
                var isFamily = who.Keys == "3";
                var begun = new Notes
                {
                    WasReported = notes.WasReported,
                    ForFamily = isFamily,
                    Before = call.Identity,
                };
                return Understood(isFamily ? Trigger.FamilyMeant : Trigger.OwnMeant, begun);

            case (State.AskingForWhom or State.Confirming, Pressed { Keys: "2" }):
                return Understood(Trigger.FreezeDeclined);

            case (State.Identifying or State.IdentifyingFamily, CameBack { Outcome: IdentityFlow.Passed }):
                return Understood(Trigger.Identified, notes with { WalletId = call.ProvenWallet(levels.Freeze) });

            case (State.Identifying or State.IdentifyingFamily, CameBack { Outcome: LightIdentityFlow.Claimed }):
                var claimed = notes with { IsUnseen = true, WalletId = call.Identity.WalletId, Keyed = notes.Keyed + 1 };
                return Understood(Trigger.Identified, claimed) with { Call = call with { Identity = notes.Before } };

            case (State.Identifying or State.IdentifyingFamily, CameBack):
                return Understood(Trigger.IdentityFailed);

            case (State.Confirming, Pressed { Keys: "1" }):
                return await FreezeAsync(call, notes, cancellationToken);

            case (State.FrozenIfRight, Pressed { Keys: "2" }) when notes.Keyed < Claims:
                return Understood(notes.ForFamily ? Trigger.FamilyMeant : Trigger.OwnMeant);

            case (State.FrozenIfRight, Pressed { Keys: "1" or "2" }):
                return Understood(Trigger.CertaintyWanted);

            case (State.FrozenIfRight, Pressed { Keys: "3" }):
                return Understood(Trigger.ReportOffered);

            case (State.Frozen or State.FrozenBefore or State.OfferingReport, Pressed { Keys: "1" }):
                return Understood(Trigger.ReportWanted);

            case (State.Frozen or State.FrozenBefore or State.OfferingReport, Pressed { Keys: "2" }):
                return Understood(Trigger.ReportDeclined);

            case (State.Reporting, CameBack):
                return Understood(Trigger.CameBackFromReport);

            case (_, CameBack):
                return Understood(Trigger.PersonDone);

            default:
                return NotUnderstood;
        }
    }

    private static Speaking.Reference Case(Notes notes) => new(notes.CaseNo ?? "");

    private static IEnumerable<VoiceAction> OfferReport(Notes notes) =>
        notes.WasReported ? [new Return(Outcomes.Done)] : [new Ask(FreezePrompts.ReportNow, Answer.YesNo)];

    private async Task<Heard?> FreezeAsync(Call call, Notes notes, CancellationToken cancellationToken)
    {
        var result = notes.WalletId is { } wallet
            ? await freezes.FreezeAsync(call, wallet, IsLight(call, notes), cancellationToken)
            : FreezeResult.Frozen;
        if (result == FreezeResult.SpentToday)
        {
            return Understood(Trigger.WasSpentToday);
        }

        var about = notes.WalletId is { } found
            ? call with
            {
                Identity = new Identity { WalletId = found, Level = Level.L1 },
            }
            : call;

        // A number told again would tell that the account is there.
        var subject = notes is { IsUnseen: false, WalletId: { } known } ? $"wallet:{known}" : $"call:{call.Sid}:{notes.Keyed}";
        var caseNo = await cases.OpenAsync(about, CaseType.Freeze, subject, cancellationToken);
        var trigger =
            notes.IsUnseen ? Trigger.FrozenUnseen
            : result == FreezeResult.Frozen ? Trigger.FreezeWanted
            : Trigger.WasFrozenBefore;
        return Understood(trigger, notes with { CaseNo = caseNo });
    }

    private static bool IsLight(Call call, Notes notes) => notes.IsUnseen || call.Identity.Proven < Level.L2;
}
