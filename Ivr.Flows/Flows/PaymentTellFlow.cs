using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Says why a payment went as it did, where the money is and until when, and lets the caller dispute a charge. Others visit it.</summary>
public sealed class PaymentTellFlow(IPayments payments, ICases cases, DatedPromises promises, ActionLevels levels)
    : Flow<PaymentTellFlow.State, PaymentTellFlow.Trigger, PaymentTellFlow.Notes>
{
    /// <summary>Hours until what is in progress is looked at again.</summary>
    private const int RecheckHours = 2;

    /// <summary>Working days until held money is back, where the wallet does not know the day.</summary>
    private const int MoneyBackWorkdays = 3;

    public enum State
    {
        LookingUp,
        Telling,
        AskingIfRight,
        Disputing,
        ReferringUnclear,
        Left,
    }

    public enum Trigger
    {
        FoundStory,
        FoundCharged,
        NeedsPerson,
        IsRight,
        IsNotRight,
        StepDone,
    }

    public sealed record Notes : INotesWithCase
    {
        public long PaymentId { get; init; }

        /// <summary>The payment as it was looked up, with the day that was promised.</summary>
        public Payment? Payment { get; init; }

        /// <summary>When the result of what is in progress is there.</summary>
        public DateTimeOffset? RecheckAt { get; init; }

        public string? CaseNo { get; init; }

        /// <summary>The time of the look-up, to tell what is overdue.</summary>
        public DateTimeOffset AsOf { get; init; }
    }

    public static Visit Of(long paymentId) => new(nameof(PaymentTellFlow), new Notes { PaymentId = paymentId });

    /// <summary>The same where it was read in this turn, of the wallet that is proven, and is held until the turn ends.</summary>
    public static Visit OfRead(Payment payment) => new(nameof(PaymentTellFlow), new Notes { PaymentId = payment.Id, Payment = payment });

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.LookingUp)
            .Permit(Trigger.FoundStory, State.Telling)
            .Permit(Trigger.FoundCharged, State.AskingIfRight)
            .Permit(Trigger.NeedsPerson, State.ReferringUnclear);

        machine.Configure(State.AskingIfRight).Permit(Trigger.IsRight, State.Left).Permit(Trigger.IsNotRight, State.Disputing);
        machine.Configure(State.Disputing).Permit(Trigger.StepDone, State.Left);
        machine.Configure(State.ReferringUnclear).Permit(Trigger.StepDone, State.Left);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.LookingUp => [new LookUp()],
            State.Telling => [.. Story(notes), new Return(Outcomes.Done)],
            State.AskingIfRight => [.. Story(notes), new Ask(PaymentPrompts.IsItRight, RightOrNot)],
            State.Disputing => [DisputeFlow.OfPayment(notes.PaymentId)],
            State.ReferringUnclear => [.. Story(notes), new Say(PaymentPrompts.ReferUnclear(new(notes.CaseNo ?? ""))), AgentFlow.Visit],
            State.Left => [new Return(Outcomes.Done)],
        };

    protected override async Task<Heard?> HearAsync(
        Call call,
        State at,
        CallEvent heard,
        Notes notes,
        CancellationToken cancellationToken
    ) =>
        (at, heard) switch
        {
            (State.LookingUp, LookedUp) => await LookAsync(call, notes, cancellationToken),
            (State.AskingIfRight, Pressed { Keys: "1" }) => Understood(Trigger.IsRight),
            (State.AskingIfRight, Pressed { Keys: "2" }) => Understood(Trigger.IsNotRight),
            (_, CameBack) => Understood(Trigger.StepDone),
            _ => NotUnderstood,
        };

    private static readonly Answer RightOrNot = new Answer.OneOf(new Option('1', Phrases.IsRight), new Option('2', Phrases.Dispute));

    private static IEnumerable<VoiceAction> Story(Notes notes) =>
        notes.Payment is { } payment ? PaymentStory.Tell(payment, notes.AsOf, notes.RecheckAt) : [];

    private async Task<Heard?> LookAsync(Call call, Notes known, CancellationToken cancellationToken)
    {
        var wallet = call.ProvenWallet(levels.PaymentState);
        var found =
            known.Payment
            ?? await payments.FindAsync(wallet, known.PaymentId, cancellationToken)
            ?? throw new InvalidOperationException($"Payment {known.PaymentId} is gone in the turn that found it.");
        var payment = found with { ReversalDueAt = promises.EndOfDay(found.ReversalDueAt) };
        var subject = $"payment:{payment.Id}";
        var notes = known with
        {
            Payment = await WithDateAsync(call, wallet, payment, cancellationToken),
            AsOf = call.Now,
            RecheckAt = PaymentStory.IsRechecked(payment, call.Now)
                ? await promises.AfterHoursAsync(call, wallet, subject, PromiseRule.PaymentSettled, RecheckHours, cancellationToken)
                : null,
        };
        if (PaymentStory.NeedsPerson(payment, call.Now))
        {
            var caseNo = await cases.OpenAsync(call, CaseType.PaymentUnclear, subject, cancellationToken);
            return Understood(Trigger.NeedsPerson, notes with { CaseNo = caseNo });
        }

        return Understood(payment.Status == PaymentStatus.Succeeded ? Trigger.FoundCharged : Trigger.FoundStory, notes);
    }

    /// <summary>Money that is on its way back is promised for a day, the wallet's or one by the calendar.</summary>
    private async Task<Payment> WithDateAsync(Call call, long wallet, Payment payment, CancellationToken cancellationToken)
    {
        if (!PaymentStory.ComesBack(payment, call.Now))
        {
            return payment;
        }

        var (subject, rule) = ($"payment:{payment.Id}", PromiseRule.MoneyBack);
        return payment with
        {
            ReversalDueAt = payment.ReversalDueAt is { } due
                ? await promises.OnDayOfAsync(call, wallet, subject, rule, due, cancellationToken)
                : await promises.AfterWorkdaysAsync(call, wallet, subject, rule, MoneyBackWorkdays, cancellationToken),
        };
    }
}
