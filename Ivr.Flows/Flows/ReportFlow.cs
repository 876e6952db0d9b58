using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Takes a report of fraud by keys, opens a case before all others, offers the freeze and brings a person first in line.</summary>
public sealed class ReportFlow(ICases cases, IFraudReports reports, INotices notices, ActionLevels levels)
    : Flow<ReportFlow.State, ReportFlow.Trigger, ReportFlow.Notes>
{
    /// <summary>Something of the caller's own account: who calls must be proven.</summary>
    public static readonly Visit OfAnomaly = new(nameof(ReportFlow), new Notes { IsAnomaly = true });

    /// <summary>A call, a message, a link: anybody may report it.</summary>
    public static readonly Visit OfSuspicion = new(nameof(ReportFlow), new Notes());

    /// <summary>The account was just frozen, which is not offered again then.</summary>
    public static readonly Visit AfterFreeze = new(nameof(ReportFlow), new Notes { WasFrozen = true });

    public enum State
    {
        Starting,
        Identifying,
        AskingSign,
        AskingWhen,
        AskingMoney,
        AskingCode,
        Confirming,
        OfferingFreeze,
        Freezing,
        OfferingPerson,
        Referring,
        ReferringNotProven,
        NotFiled,
        Leaving,
    }

    public enum Trigger
    {
        ProofNeeded,
        NoProofNeeded,
        Identified,
        IdentityFailed,
        SignTold,
        TimeTold,
        MoneyTold,
        CodeTold,
        Filed,
        FiledFrozenWithHarm,
        FiledFrozenWithoutHarm,
        ReportDeclined,
        FreezeWanted,
        HarmDone,
        NoHarmDone,
        PersonWanted,
        PersonDeclined,
        PersonDone,
    }

    public sealed record Notes : INotesWithCase
    {
        public bool IsAnomaly { get; init; }
        public bool WasFrozen { get; init; }
        public FraudReport Report { get; init; } = new();
        public string? CaseNo { get; init; }

        /// <summary>Money or a code is gone, or something happens in the account: a person comes without being asked for.</summary>
        public bool IsHarm => IsAnomaly || Report.MoneySent || Report.CodeTold;
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine.Configure(State.Starting).Permit(Trigger.ProofNeeded, State.Identifying).Permit(Trigger.NoProofNeeded, State.AskingSign);

        machine
            .Configure(State.Identifying)
            .Permit(Trigger.Identified, State.AskingSign)
            .Permit(Trigger.IdentityFailed, State.ReferringNotProven);

        machine.Configure(State.AskingSign).Permit(Trigger.SignTold, State.AskingWhen);
        machine.Configure(State.AskingWhen).Permit(Trigger.TimeTold, State.AskingMoney);
        machine.Configure(State.AskingMoney).Permit(Trigger.MoneyTold, State.AskingCode);
        machine.Configure(State.AskingCode).Permit(Trigger.CodeTold, State.Confirming);

        machine
            .Configure(State.Confirming)
            .Permit(Trigger.Filed, State.OfferingFreeze)
            .Permit(Trigger.FiledFrozenWithHarm, State.Referring)
            .Permit(Trigger.FiledFrozenWithoutHarm, State.OfferingPerson)
            .Permit(Trigger.ReportDeclined, State.NotFiled);

        machine
            .Configure(State.OfferingFreeze)
            .Permit(Trigger.FreezeWanted, State.Freezing)
            .Permit(Trigger.HarmDone, State.Referring)
            .Permit(Trigger.NoHarmDone, State.OfferingPerson);

        machine.Configure(State.Freezing).Permit(Trigger.HarmDone, State.Referring).Permit(Trigger.NoHarmDone, State.OfferingPerson);
        machine.Configure(State.OfferingPerson).Permit(Trigger.PersonWanted, State.Referring).Permit(Trigger.PersonDeclined, State.Leaving);
        machine.Configure(State.Referring).Permit(Trigger.PersonDone, State.Leaving);
        machine.Configure(State.ReferringNotProven).Permit(Trigger.PersonDone, State.Leaving);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Starting => [new LookUp()],
            State.Identifying => [IdentityFlow.To(levels.ReportAnomaly)],
            State.AskingSign => [new Ask(ReportPrompts.WhatHappened, notes.IsAnomaly ? ReportAnswers.OfAccount : ReportAnswers.OfContact)],
            State.AskingWhen => [new Ask(ReportPrompts.WhenWasIt, ReportAnswers.Times)],
            State.AskingMoney => [new Ask(ReportPrompts.MoneySent, Answer.YesNo)],
            State.AskingCode => [new Ask(ReportPrompts.CodeTold, Answer.YesNo)],
            State.Confirming => [new Ask(ReportPrompts.FileNow, Answer.YesNo)],
            State.OfferingFreeze => [.. Filed(notes), new Ask(ReportPrompts.FreezeToo, Answer.YesNo)],
            State.Freezing => [FreezeFlow.VisitAfterReport],
            State.OfferingPerson => [.. FiledIfNew(notes), new Ask(ReportPrompts.PersonToo, Answer.YesNo)],
            State.Referring => [.. FiledIfNew(notes), new Say(ReportPrompts.PersonFirst), AgentFlow.UrgentVisit],
            State.ReferringNotProven => [new Say(ReportPrompts.PersonFirst), AgentFlow.UrgentVisit],
            State.NotFiled => [new Say(ReportPrompts.NotFiled), new Return(Outcomes.Done)],
            State.Leaving => [new Return(Outcomes.Done)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Starting, LookedUp):
                return Understood(notes.IsAnomaly ? Trigger.ProofNeeded : Trigger.NoProofNeeded);

            case (State.Identifying, CameBack { Outcome: IdentityFlow.Passed }):
                return Understood(Trigger.Identified);

            case (State.Identifying, CameBack):
                return Understood(Trigger.IdentityFailed);

            case (State.AskingSign, Pressed { Keys: [var key] }):
                return Understood(Trigger.SignTold, Told(notes, notes.Report with { Sign = ReportAnswers.SignOf(key, notes.IsAnomaly) }));

            case (State.AskingWhen, Pressed { Keys: [var key] }):
                return Understood(Trigger.TimeTold, Told(notes, notes.Report with { Happened = ReportAnswers.TimeOf(key) }));

            case (State.AskingMoney, Pressed { Keys: "1" or "2" } money):
                return Understood(Trigger.MoneyTold, Told(notes, notes.Report with { MoneySent = money.Keys == "1" }));

            case (State.AskingCode, Pressed { Keys: "1" or "2" } code):
                return Understood(Trigger.CodeTold, Told(notes, notes.Report with { CodeTold = code.Keys == "1" }));

            case (State.Confirming, Pressed { Keys: "1" }):
                return await FileAsync(call, notes, cancellationToken);

            case (State.Confirming, Pressed { Keys: "2" }):
                return Understood(Trigger.ReportDeclined);

            case (State.OfferingFreeze, Pressed { Keys: "1" }):
                return Understood(Trigger.FreezeWanted);

            case (State.OfferingFreeze, Pressed { Keys: "2" }):
            case (State.Freezing, CameBack):
                return Understood(notes.IsHarm ? Trigger.HarmDone : Trigger.NoHarmDone);

            case (State.OfferingPerson, Pressed { Keys: "1" }):
                return Understood(Trigger.PersonWanted);

            case (State.OfferingPerson, Pressed { Keys: "2" }):
                return Understood(Trigger.PersonDeclined);

            case (State.Referring or State.ReferringNotProven, CameBack):
                return Understood(Trigger.PersonDone);

            default:
                return NotUnderstood;
        }
    }

    protected override string? Detail(State at, Notes notes) =>
        $"{notes.Report.Sign}, {notes.Report.Happened}, money sent: {notes.Report.MoneySent}, code told: {notes.Report.CodeTold}";

    private static Notes Told(Notes notes, FraudReport report) => notes with { Report = report };

    private static IEnumerable<VoiceAction> Filed(Notes notes) =>
        [new Say(ReportPrompts.Filed(new(notes.CaseNo ?? ""))), new Say(ReportPrompts.KeepEvidence)];

    /// <summary>Where the freeze was not offered in between, this is the first that is said after filing.</summary>
    private static IEnumerable<VoiceAction> FiledIfNew(Notes notes) => notes.WasFrozen ? Filed(notes) : [];

    private async Task<Heard?> FileAsync(Call call, Notes notes, CancellationToken cancellationToken)
    {
        var subject = notes.IsAnomaly ? $"wallet:{call.ProvenWallet(levels.ReportAnomaly)}" : "";
        var caseNo = await cases.OpenAsync(call, CaseType.Fraud, subject, cancellationToken);
        await reports.KeepAsync(call, caseNo, notes.Report, cancellationToken);
        if (call.Identity.WalletId is { } wallet)
        {
            await notices.PutAsync(call, wallet, new Notice.CaseOpened(caseNo), $"case:{caseNo}", cancellationToken);
        }

        var trigger =
            !notes.WasFrozen ? Trigger.Filed
            : notes.IsHarm ? Trigger.FiledFrozenWithHarm
            : Trigger.FiledFrozenWithoutHarm;
        return Understood(trigger, notes with { CaseNo = caseNo });
    }
}
