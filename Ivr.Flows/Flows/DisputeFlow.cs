using Ivr.Flows.Calls;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Opens a dispute about a charge, or about a refund that was refused. Other flows visit it.</summary>
public sealed class DisputeFlow(
    IPayments payments,
    IRefunds refunds,
    ICases cases,
    INotices notices,
    DatedPromises promises,
    ActionLevels levels
) : Flow<DisputeFlow.State, DisputeFlow.Trigger, DisputeFlow.Notes>
{
    /// <summary>A complaint is answered within so many days of any kind.</summary>
    private const int AnswerDays = 15;

    public enum State
    {
        Identifying,
        Confirming,
        Opened,
        LeftAsItIs,
        NotPossible,
        Refused,
    }

    public enum Trigger
    {
        FoundDisputable,
        FoundOther,
        IdentityFailed,
        Confirmed,
        Declined,
    }

    public sealed record Notes : INotesWithCase
    {
        /// <summary>The payment that is disputed; null where it is a refund.</summary>
        public long? PaymentId { get; init; }

        public long? RefundId { get; init; }

        public Charge? About { get; init; }
        public string? CaseNo { get; init; }
        public DateTimeOffset? DueAt { get; init; }
    }

    /// <summary>What the dispute is about, as it is read to the caller.</summary>
    public sealed record Charge(string Payee, Amount Amount);

    public static Visit OfPayment(long id) => new(nameof(DisputeFlow), new Notes { PaymentId = id });

    public static Visit OfRefund(long id) => new(nameof(DisputeFlow), new Notes { RefundId = id });

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.Identifying)
            .Permit(Trigger.FoundDisputable, State.Confirming)
            .Permit(Trigger.FoundOther, State.NotPossible)
            .Permit(Trigger.IdentityFailed, State.Refused);

        machine
            .Configure(State.Confirming)
            .Permit(Trigger.Confirmed, State.Opened)
            .Permit(Trigger.Declined, State.LeftAsItIs)
            .Permit(Trigger.FoundOther, State.NotPossible);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Identifying => [IdentityFlow.To(Needed)],
            State.Confirming => [new Ask(Question(notes), Answer.YesNo)],
            State.Opened =>
            [
                new Say(DisputePrompts.Opened(new(notes.CaseNo ?? ""))),
                new Say(DisputePrompts.AnswerBy(notes.DueAt ?? default)),
                new Say(DisputePrompts.Evidence),
                new Return(Outcomes.Done),
            ],
            State.LeftAsItIs => [new Say(DisputePrompts.LeftAsItIs), new Return(Outcomes.Done)],
            State.NotPossible => [new Say(DisputePrompts.NotPossible), new Return(Outcomes.Done)],
            State.Refused => [new Return(Outcomes.NotProven)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Identifying, CameBack { Outcome: IdentityFlow.Passed }):
                return await FindAsync(call, notes, cancellationToken) is { } about
                    ? Understood(Trigger.FoundDisputable, notes with { About = about })
                    : Understood(Trigger.FoundOther);

            case (State.Identifying, CameBack):
                return Understood(Trigger.IdentityFailed);

            case (State.Confirming, Pressed { Keys: "1" }):
                return await FindAsync(call, notes, cancellationToken) is null
                    ? Understood(Trigger.FoundOther)
                    : await OpenAsync(call, notes, cancellationToken);

            case (State.Confirming, Pressed { Keys: "2" }):
                return Understood(Trigger.Declined);

            default:
                return NotUnderstood;
        }
    }

    private Level Needed => ActionLevels.Both(levels.OpenDispute, ActionLevels.Both(levels.PaymentState, levels.RefundState));

    private static Prompts.Prompt Question(Notes notes)
    {
        var about = notes.About ?? throw new InvalidOperationException("A dispute is confirmed before it is known what it is about.");
        return notes.PaymentId is null ? DisputePrompts.ConfirmRefund(about) : DisputePrompts.ConfirmPayment(about);
    }

    /// <summary>What can be disputed now; null where it no longer can.</summary>
    private async Task<Charge?> FindAsync(Call call, Notes notes, CancellationToken cancellationToken)
    {
        var wallet = call.ProvenWallet(Needed);
        if (notes.PaymentId is { } paymentId)
        {
            var payment = await payments.FindAsync(wallet, paymentId, cancellationToken);
            return payment is { Status: PaymentStatus.Succeeded } ? new Charge(payment.Payee, payment.Amount) : null;
        }

        var refund = await refunds.FindOneAsync(wallet, notes.RefundId ?? 0, cancellationToken);
        return refund is not null && RefundRules.MayDispute(refund, call.Now) ? new Charge(refund.Payee, refund.Amount) : null;
    }

    private async Task<Heard?> OpenAsync(Call call, Notes notes, CancellationToken cancellationToken)
    {
        var wallet = call.ProvenWallet(Needed);
        var subject = notes.PaymentId is { } paymentId ? $"payment:{paymentId}" : $"refund:{notes.RefundId}";
        var caseNo = await cases.OpenAsync(call, CaseType.Dispute, subject, cancellationToken);
        var about = $"case:{caseNo}";
        await notices.PutAsync(call, wallet, new Notice.CaseOpened(caseNo), about, cancellationToken);
        var due = await promises.AfterDaysAsync(call, wallet, about, PromiseRule.CaseAnswered, AnswerDays, cancellationToken);
        return Understood(Trigger.Confirmed, notes with { CaseNo = caseNo, DueAt = due });
    }
}
