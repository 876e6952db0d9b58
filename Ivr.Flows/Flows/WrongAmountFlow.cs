using Ivr.Flows.Calls;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Notes what amount would have been right, and has the charge corrected. Other flows visit it.</summary>
public sealed class WrongAmountFlow(IPayments payments, IWrongAmounts amounts, DatedPromises promises, ActionLevels levels)
    : Flow<WrongAmountFlow.State, WrongAmountFlow.Trigger, WrongAmountFlow.Notes>
{
    /// <summary>Working days until the caller hears what came of it.</summary>
    private const int AnswerWorkdays = 3;

    public enum State
    {
        Identifying,
        AskingAmount,
        AskingOtherAmount,
        Confirming,
        Noted,
        NotedBefore,
        NotPossible,
        Refused,
    }

    public enum Trigger
    {
        FoundCharged,
        FoundOther,
        IdentityFailed,
        AmountGiven,
        SameAmountGiven,
        Confirmed,
        ConfirmedAgain,
        AmountWrong,
    }

    public sealed record Notes : INotesWithCase
    {
        public long PaymentId { get; init; }
        public Payment? Payment { get; init; }

        /// <summary>What the caller says would have been right, in the currency of the payment.</summary>
        public long RightMinor { get; init; }

        public string? CaseNo { get; init; }
        public DateTimeOffset? DueAt { get; init; }
    }

    public static Visit Of(long paymentId) => new(nameof(WrongAmountFlow), new Notes { PaymentId = paymentId });

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.Identifying)
            .Permit(Trigger.FoundCharged, State.AskingAmount)
            .Permit(Trigger.FoundOther, State.NotPossible)
            .Permit(Trigger.IdentityFailed, State.Refused);

        foreach (var asking in new[] { State.AskingAmount, State.AskingOtherAmount })
        {
            machine.Configure(asking).Permit(Trigger.AmountGiven, State.Confirming);
            Lead(machine, asking, Trigger.SameAmountGiven, State.AskingOtherAmount);
        }

        machine
            .Configure(State.Confirming)
            .Permit(Trigger.Confirmed, State.Noted)
            .Permit(Trigger.ConfirmedAgain, State.NotedBefore)
            .Permit(Trigger.AmountWrong, State.AskingAmount)
            .Permit(Trigger.FoundOther, State.NotPossible);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Identifying => [IdentityFlow.To(Needed)],
            State.AskingAmount => [AskAmount(WrongAmountPrompts.AskAmount)],
            State.AskingOtherAmount => [new Say(WrongAmountPrompts.SameAmount), AskAmount(WrongAmountPrompts.AskAmount)],
            State.Confirming => [new Ask(WrongAmountPrompts.Confirm(Charged(notes), Right(notes)), Answer.YesNo)],
            State.Noted =>
            [
                new Say(WrongAmountPrompts.Noted(new(notes.CaseNo ?? ""))),
                new Say(PromisePrompts.AnswerBy(notes.DueAt)),
                new Say(WrongAmountPrompts.WhereItGoes),
                new Return(Outcomes.Done),
            ],
            State.NotedBefore =>
            [
                new Say(WrongAmountPrompts.NotedBefore(new(notes.CaseNo ?? ""))),
                new Say(PromisePrompts.AnswerBy(notes.DueAt)),
                new Return(Outcomes.Done),
            ],
            State.NotPossible => [new Say(WrongAmountPrompts.NotPossible), new Return(Outcomes.Done)],
            State.Refused => [new Return(Outcomes.NotProven)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Identifying, CameBack { Outcome: IdentityFlow.Passed }):
                return await FindAsync(call, notes, cancellationToken) is { } payment
                    ? Understood(Trigger.FoundCharged, notes with { Payment = payment })
                    : Understood(Trigger.FoundOther);

            case (State.Identifying, CameBack):
                return Understood(Trigger.IdentityFailed);

            case (State.AskingAmount or State.AskingOtherAmount, Pressed { Keys: var keys })
                when AmountKeys.Read(keys) is { } units && Amount.Of(units, Charged(notes).Currency) is { } right:
                return right == Charged(notes)
                    ? Understood(Trigger.SameAmountGiven)
                    : Understood(Trigger.AmountGiven, notes with { RightMinor = right.Minor });

            case (State.Confirming, Pressed { Keys: "1" }):
                return await FindAsync(call, notes, cancellationToken) is { } charged
                    ? await ClaimAsync(call, notes with { Payment = charged }, charged, cancellationToken)
                    : Understood(Trigger.FoundOther);

            case (State.Confirming, Pressed { Keys: "2" }):
                return Understood(Trigger.AmountWrong);

            default:
                return NotUnderstood;
        }
    }

    private Level Needed => ActionLevels.Both(levels.OpenDispute, levels.PaymentState);

    private static Ask AskAmount(Prompts.Prompt question) => new(question, new Answer.Digits(1, 12) { IsAmount = true });

    private static Amount Charged(Notes notes) =>
        notes.Payment?.Amount ?? throw new InvalidOperationException("An amount is confirmed before the payment is known.");

    private static Amount Right(Notes notes) => Charged(notes) with { Minor = notes.RightMinor };

    private async Task<Payment?> FindAsync(Call call, Notes notes, CancellationToken cancellationToken) =>
        await payments.FindAsync(call.ProvenWallet(Needed), notes.PaymentId, cancellationToken)
            is { Status: PaymentStatus.Succeeded } charged
            ? charged
            : null;

    private async Task<Heard?> ClaimAsync(Call call, Notes notes, Payment charged, CancellationToken cancellationToken)
    {
        var wallet = call.ProvenWallet(Needed);
        var (caseNo, isNew) = await amounts.ClaimAsync(call, wallet, charged, Right(notes), cancellationToken);
        var due = await promises.AfterWorkdaysAsync(
            call,
            wallet,
            $"case:{caseNo}",
            PromiseRule.CaseAnswered,
            AnswerWorkdays,
            cancellationToken
        );
        return Understood(isNew ? Trigger.Confirmed : Trigger.ConfirmedAgain, notes with { CaseNo = caseNo, DueAt = due });
    }
}
