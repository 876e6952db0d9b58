using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Asks a merchant for a payment back, in the caller's name: once for each payment, and only to where it came from. Others visit it.</summary>
public sealed class OpenRefundFlow(IPayments payments, IRefunds refunds, ICases cases, DatedPromises promises, ActionLevels levels)
    : Flow<OpenRefundFlow.State, OpenRefundFlow.Trigger, OpenRefundFlow.Notes>
{
    public enum State
    {
        Identifying,
        Finding,
        AskingReason,
        Confirming,
        Requested,
        LeftUnrequested,
        NotRefundable,
        OfferingDispute,
        Disputing,
        ReferringNotFound,
        Left,
        Refused,
    }

    public enum Trigger
    {
        ProvenOnly,
        IdentityFailed,
        FoundRefundable,
        FoundWithReason,
        FoundBarred,
        FoundDisputable,
        FoundNothing,
        ReasonGiven,
        Confirmed,
        Declined,
        DisputeWanted,
        StepDone,
    }

    public sealed record Notes : INotesWithCase
    {
        /// <summary>Null while it is still to be found.</summary>
        public long? PaymentId { get; init; }

        public RefundReason? Reason { get; init; }
        public Payment? Payment { get; init; }
        public RefundBar? Bar { get; init; }

        /// <summary>When the merchant has answered at the latest.</summary>
        public DateTimeOffset? DueAt { get; init; }

        public string? CaseNo { get; init; }
    }

    /// <summary>A refund of whatever payment the caller names, for a reason the caller gives.</summary>
    public static readonly Visit OfAny = new(nameof(OpenRefundFlow), new Notes());

    public static Visit Of(long paymentId, RefundReason reason) =>
        new(nameof(OpenRefundFlow), new Notes { PaymentId = paymentId, Reason = reason });

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine.Configure(State.Identifying).Permit(Trigger.ProvenOnly, State.Finding).Permit(Trigger.IdentityFailed, State.Refused);
        machine.Configure(State.Finding).Permit(Trigger.FoundNothing, State.ReferringNotFound);
        machine.Configure(State.AskingReason).Permit(Trigger.ReasonGiven, State.Confirming);
        machine.Configure(State.Confirming).Permit(Trigger.Confirmed, State.Requested).Permit(Trigger.Declined, State.LeftUnrequested);

        foreach (var found in new[] { State.Identifying, State.Finding })
        {
            machine.Configure(found).Permit(Trigger.FoundRefundable, State.AskingReason).Permit(Trigger.FoundWithReason, State.Confirming);
        }

        foreach (var checking in new[] { State.Identifying, State.Finding, State.Confirming })
        {
            machine
                .Configure(checking)
                .Permit(Trigger.FoundBarred, State.NotRefundable)
                .Permit(Trigger.FoundDisputable, State.OfferingDispute);
        }

        machine.Configure(State.OfferingDispute).Permit(Trigger.DisputeWanted, State.Disputing).Permit(Trigger.Declined, State.Left);
        machine.Configure(State.Disputing).Permit(Trigger.StepDone, State.Left);
        machine.Configure(State.ReferringNotFound).Permit(Trigger.StepDone, State.Left);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Identifying => [IdentityFlow.To(Needed)],
            State.Finding => [FindPaymentFlow.For(LikelyPayment.Charged)],
            State.AskingReason => [new Say(OpenRefundPrompts.WhyIsIt), AskReason],
            State.Confirming => [new Ask(OpenRefundPrompts.Confirm(Known(notes)), Answer.YesNo)],
            State.Requested =>
            [
                new Say(OpenRefundPrompts.Requested(notes.DueAt)),
                new Say(OpenRefundPrompts.Evidence),
                new Return(Outcomes.Done),
            ],
            State.LeftUnrequested => [new Say(OpenRefundPrompts.LeftUnrequested), new Return(Outcomes.Done)],
            State.NotRefundable => [new Say(Why(notes)), new Return(Outcomes.Done)],
            State.OfferingDispute => [new Say(Why(notes)), new Ask(OpenRefundPrompts.DisputeInstead, Answer.YesNo)],
            State.Disputing => [DisputeFlow.OfPayment(notes.PaymentId ?? 0)],
            State.ReferringNotFound => [new Say(PaymentPrompts.ReferNotFound(new(notes.CaseNo ?? ""))), AgentFlow.Visit],
            State.Left => [new Return(Outcomes.Done)],
            State.Refused => [new Return(Outcomes.NotProven)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Identifying, CameBack { Outcome: IdentityFlow.Passed }):
                return notes.PaymentId is null ? Understood(Trigger.ProvenOnly) : await CheckAsync(call, notes, cancellationToken);

            case (State.Identifying, CameBack):
                return Understood(Trigger.IdentityFailed);

            case (State.Finding, CameBack { Outcome: var outcome }) when FindPaymentFlow.Found(outcome) is { } id:
                return await CheckAsync(call, notes with { PaymentId = id }, cancellationToken);

            case (State.Finding, CameBack):
                return await ReferAsync(call, notes, cancellationToken);

            case (State.AskingReason, Pressed { Keys: var key }) when ReasonOf(key) is { } reason:
                return Understood(Trigger.ReasonGiven, notes with { Reason = reason });

            case (State.Confirming, Pressed { Keys: "1" }):
                return await OpenAsync(call, notes, cancellationToken);

            case (State.Confirming, Pressed { Keys: "2" }):
                return Understood(Trigger.Declined);

            case (State.OfferingDispute, Pressed { Keys: "1" }):
                return Understood(Trigger.DisputeWanted);

            case (State.OfferingDispute, Pressed { Keys: "2" }):
                return Understood(Trigger.Declined);

            case (State.Disputing or State.ReferringNotFound, CameBack):
                return Understood(Trigger.StepDone);

            default:
                return NotUnderstood;
        }
    }

    private static Ask AskReason =>
        new(
            null,
            new Answer.OneOf(
                new Option('1', Phrases.NotDelivered, OpenRefundPrompts.OfferNotDelivered(new('1'))),
                new Option('2', Phrases.Faulty, OpenRefundPrompts.OfferFaulty(new('2'))),
                new Option('3', Phrases.PaidTwice, OpenRefundPrompts.OfferPaidTwice(new('3'))),
                new Option('4', Phrases.WrongAmount, OpenRefundPrompts.OfferWrongAmount(new('4'))),
                new Option('5', Phrases.OtherReason, OpenRefundPrompts.OfferOther(new('5')))
            )
        );

    private static RefundReason? ReasonOf(string key) =>
        key switch
        {
            "1" => RefundReason.NotDelivered,
            "2" => RefundReason.Faulty,
            "3" => RefundReason.PaidTwice,
            "4" => RefundReason.WrongAmount,
            "5" => RefundReason.Other,
            _ => null,
        };

    private Level Needed => ActionLevels.Both(levels.OpenRefund, levels.PaymentState);

    private static Payment Known(Notes notes) =>
        notes.Payment ?? throw new InvalidOperationException("A refund is confirmed before its payment is known.");

    private static Prompts.Prompt Why(Notes notes) => OpenRefundPrompts.Barred(notes.Bar ?? RefundBar.NotCharged);

    /// <summary>What a refund cannot mend, a dispute may.</summary>
    private static bool CanBeDisputed(Payment payment, RefundBar bar) =>
        payment.Status == PaymentStatus.Succeeded && bar is RefundBar.TooOld or RefundBar.RefundedInPart or RefundBar.Refunded;

    private async Task<Heard?> CheckAsync(Call call, Notes notes, CancellationToken cancellationToken)
    {
        var wallet = call.ProvenWallet(Needed);
        var id = notes.PaymentId ?? 0;
        if (await payments.FindAsync(wallet, id, cancellationToken) is not { } payment)
        {
            return Understood(Trigger.FoundBarred, notes with { Bar = RefundBar.NotCharged });
        }

        var earlier = await refunds.FindOfPaymentAsync(wallet, id, cancellationToken);
        var known = notes with { Payment = payment, Bar = RefundRules.WhyNot(payment, earlier, call.Now) };
        return known.Bar switch
        {
            { } bar => Understood(CanBeDisputed(payment, bar) ? Trigger.FoundDisputable : Trigger.FoundBarred, known),
            null => Understood(notes.Reason is null ? Trigger.FoundRefundable : Trigger.FoundWithReason, known),
        };
    }

    private async Task<Heard?> OpenAsync(Call call, Notes notes, CancellationToken cancellationToken)
    {
        var wallet = call.ProvenWallet(Needed);
        var (id, reason) = (notes.PaymentId ?? 0, notes.Reason ?? RefundReason.Other);

        // Held until the turn ends: of two calls that ask at once, the second finds what the first did.
        var payment = await payments.FindAsync(wallet, id, cancellationToken);
        var since = call.Now - RefundRules.Refundable;
        if (payment is null || await refunds.OpenAsync(call, wallet, id, reason, since, cancellationToken) is not { } refund)
        {
            var checkedAgain = await CheckAsync(call, notes with { Reason = null }, cancellationToken);
            return checkedAgain is { Trigger: Trigger.FoundBarred or Trigger.FoundDisputable }
                ? checkedAgain
                : throw new InvalidOperationException($"Payment {id} may be refunded, and yet no refund was opened.");
        }

        var due = await promises.AfterWorkdaysAsync(
            call,
            wallet,
            $"refund:{refund.Id}",
            PromiseRule.MerchantAnswered,
            RefundRules.AnswerWorkdays,
            cancellationToken
        );
        return Understood(Trigger.Confirmed, notes with { DueAt = due });
    }

    private async Task<Heard?> ReferAsync(Call call, Notes notes, CancellationToken cancellationToken)
    {
        var caseNo = await cases.OpenAsync(call, CaseType.RefundNotFound, "", cancellationToken);
        return Understood(Trigger.FoundNothing, notes with { CaseNo = caseNo });
    }
}
