using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Asks what is wrong with a payment, lets the caller check what can be checked alone, and finds the payment.</summary>
public sealed class PaymentFlow(IPayments payments, DuplicateFinder duplicates, ICases cases, ActionLevels levels)
    : Flow<PaymentFlow.State, PaymentFlow.Trigger, PaymentFlow.Notes>
{
    public enum State
    {
        AskingWhatHappened,
        CheckingNetwork,
        CheckingBill,
        CheckingBillOffline,
        SolvedAlone,
        AskingToFreeze,
        Protecting,
        Identifying,
        Finding,
        OfferingToRefund,
        OpeningRefund,
        CorrectingAmount,
        Telling,
        ReferringNotFound,
        Left,
        Refused,
    }

    public enum Trigger
    {
        WasChargedInVain,
        WasChargedWrongly,
        CannotPay,
        ChargeUnknown,
        NetworkIsThere,
        NetworkIsGone,
        BillIsFine,
        BillIsNot,
        FreezeWanted,
        FreezeDeclined,
        Proven,
        IdentityFailed,
        FoundDuplicate,
        FoundWrongAmount,
        FoundOther,
        FoundNothing,
        RefundWanted,
        RefundDeclined,
        StepDone,
    }

    public sealed record Notes : INotesWithCase
    {
        /// <summary>The caller says that the amount is wrong, or was taken twice.</summary>
        public bool WasChargedWrongly { get; init; }

        /// <summary>What the search offers first.</summary>
        public LikelyPayment Likely { get; init; }

        /// <summary>The payment that was found.</summary>
        public long? PaymentId { get; init; }

        /// <summary>That payment, where it was read in the turn that tells it.</summary>
        public Payment? Read { get; init; }

        /// <summary>Payments made twice; the first is being offered a refund for.</summary>
        public IReadOnlyList<Duplicate> Duplicates { get; init; } = [];

        public string? CaseNo { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.AskingWhatHappened)
            .Permit(Trigger.WasChargedInVain, State.Identifying)
            .Permit(Trigger.WasChargedWrongly, State.Identifying)
            .Permit(Trigger.CannotPay, State.CheckingNetwork)
            .Permit(Trigger.ChargeUnknown, State.AskingToFreeze);

        machine
            .Configure(State.CheckingNetwork)
            .Permit(Trigger.NetworkIsThere, State.CheckingBill)
            .Permit(Trigger.NetworkIsGone, State.CheckingBillOffline);

        foreach (var checking in new[] { State.CheckingBill, State.CheckingBillOffline })
        {
            machine.Configure(checking).Permit(Trigger.BillIsFine, State.SolvedAlone).Permit(Trigger.BillIsNot, State.Identifying);
        }

        machine
            .Configure(State.AskingToFreeze)
            .Permit(Trigger.FreezeWanted, State.Protecting)
            .Permit(Trigger.FreezeDeclined, State.Identifying);

        machine
            .Configure(State.Identifying)
            .Permit(Trigger.Proven, State.Finding)
            .Permit(Trigger.FoundDuplicate, State.OfferingToRefund)
            .Permit(Trigger.IdentityFailed, State.Refused);

        machine
            .Configure(State.Finding)
            .Permit(Trigger.FoundDuplicate, State.OfferingToRefund)
            .Permit(Trigger.FoundWrongAmount, State.CorrectingAmount)
            .Permit(Trigger.FoundOther, State.Telling)
            .Permit(Trigger.FoundNothing, State.ReferringNotFound);

        machine
            .Configure(State.OfferingToRefund)
            .Permit(Trigger.RefundWanted, State.OpeningRefund)
            .PermitReentry(Trigger.FoundDuplicate)
            .Permit(Trigger.RefundDeclined, State.Finding)
            .Permit(Trigger.FoundOther, State.Telling);

        foreach (
            var step in new[] { State.Protecting, State.OpeningRefund, State.CorrectingAmount, State.Telling, State.ReferringNotFound }
        )
        {
            machine.Configure(step).Permit(Trigger.StepDone, State.Left);
        }
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.AskingWhatHappened => [PaymentMenus.WhatHappened],
            State.CheckingNetwork => [PaymentMenus.IsNetworkThere],
            State.CheckingBill => [PaymentMenus.IsBillFine],
            State.CheckingBillOffline => [new Say(PaymentPrompts.NetworkIsGone), PaymentMenus.IsBillFine],
            State.SolvedAlone => [new Say(PaymentPrompts.GladItIsSolved), new Return(Outcomes.Done)],
            State.AskingToFreeze => [new Ask(PaymentPrompts.FreezeFirst, Answer.YesNo)],
            State.Protecting => [FreezeFlow.Visit],
            State.Identifying => [IdentityFlow.To(levels.PaymentState)],
            State.Finding => [FindPaymentFlow.For(notes.Likely)],
            State.OfferingToRefund => [new Ask(PaymentPrompts.IsPaidTwice(notes.Duplicates[0]), Answer.YesNo)],
            State.OpeningRefund => [OpenRefundFlow.Of(notes.Duplicates[0].Second.Id, RefundReason.PaidTwice)],
            State.CorrectingAmount => [WrongAmountFlow.Of(notes.PaymentId ?? 0)],
            State.Telling => [notes.Read is { } payment ? PaymentTellFlow.OfRead(payment) : PaymentTellFlow.Of(notes.PaymentId ?? 0)],
            State.ReferringNotFound => [new Say(PaymentPrompts.ReferNotFound(new(notes.CaseNo ?? ""))), AgentFlow.Visit],
            State.Left => [new Return(Outcomes.Done)],
            State.Refused => [new Return(Outcomes.NotProven)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.AskingWhatHappened, Pressed { Keys: var key }) when PaymentMenus.Happened(key) is { } happened:
                return Understood(happened, NotesOf(happened));

            case (State.CheckingNetwork, Pressed { Keys: var key }):
                return Understood(key == "1" ? Trigger.NetworkIsThere : Trigger.NetworkIsGone);

            case (State.CheckingBill or State.CheckingBillOffline, Pressed { Keys: var key }):
                return Understood(key == "1" ? Trigger.BillIsFine : Trigger.BillIsNot);

            case (State.AskingToFreeze, Pressed { Keys: "1" }):
                return Understood(Trigger.FreezeWanted);

            case (State.AskingToFreeze, Pressed { Keys: "2" }):
                return Understood(Trigger.FreezeDeclined);

            case (State.Identifying, CameBack { Outcome: IdentityFlow.Passed }):
                var wallet = call.ProvenWallet(levels.PaymentState);
                var twice = notes.WasChargedWrongly ? await duplicates.FindAsync(wallet, call.Now, cancellationToken) : [];
                return twice.Count > 0 ? Understood(Trigger.FoundDuplicate, notes with { Duplicates = twice }) : Understood(Trigger.Proven);

            case (State.Identifying, CameBack):
                return Understood(Trigger.IdentityFailed);

            case (State.Finding, CameBack { Outcome: var outcome }) when FindPaymentFlow.Found(outcome) is { } id:
                return await FollowAsync(call, notes with { PaymentId = id, Read = null }, cancellationToken);

            case (State.Finding, CameBack):
                return await WithCaseAsync(call, Trigger.FoundNothing, CaseType.PaymentNotFound, notes, cancellationToken);

            case (State.OfferingToRefund, Pressed { Keys: "1" }):
                return Understood(Trigger.RefundWanted);

            case (State.OfferingToRefund, Pressed { Keys: "2" }) when notes.Duplicates.Count > 1:
                return Understood(Trigger.FoundDuplicate, notes with { Duplicates = [.. notes.Duplicates.Skip(1)] });

            case (State.OfferingToRefund, Pressed { Keys: "2" }):
                return Understood(notes.PaymentId is null ? Trigger.RefundDeclined : Trigger.FoundOther);

            case (_, CameBack):
                return Understood(Trigger.StepDone);

            default:
                return NotUnderstood;
        }
    }

    private static Notes NotesOf(Trigger happened) =>
        new()
        {
            WasChargedWrongly = happened == Trigger.WasChargedWrongly,
            Likely = happened is Trigger.WasChargedWrongly or Trigger.ChargeUnknown ? LikelyPayment.Charged : LikelyPayment.Troubled,
        };

    private async Task<Heard?> FollowAsync(Call call, Notes notes, CancellationToken cancellationToken)
    {
        var wallet = call.ProvenWallet(levels.PaymentState);
        if (await payments.FindAsync(wallet, notes.PaymentId ?? 0, cancellationToken) is not { } payment)
        {
            return await WithCaseAsync(call, Trigger.FoundNothing, CaseType.PaymentNotFound, notes, cancellationToken);
        }

        var twice = await duplicates.FindOfAsync(wallet, payment, cancellationToken);
        return twice.Count > 0 ? Understood(Trigger.FoundDuplicate, notes with { Duplicates = twice })
            : HasWrongAmount(payment, notes) ? Understood(Trigger.FoundWrongAmount, notes)
            : Understood(Trigger.FoundOther, notes with { Read = payment });
    }

    private static bool HasWrongAmount(Payment payment, Notes notes) =>
        payment.Status == PaymentStatus.Succeeded && (notes.WasChargedWrongly || payment.Reason == PaymentReason.AmountMismatch);

    private async Task<Heard?> WithCaseAsync(Call call, Trigger why, CaseType type, Notes notes, CancellationToken cancellationToken)
    {
        var caseNo = await cases.OpenAsync(call, type, "", cancellationToken);
        return Understood(why, notes with { CaseNo = caseNo });
    }
}
