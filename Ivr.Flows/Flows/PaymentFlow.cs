using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Finds the payment a caller worries about and says why it failed, where the money is and what to do.</summary>
public sealed class PaymentFlow(IPayments payments, ICases cases, ActionLevels levels)
    : Flow<PaymentFlow.State, PaymentFlow.Trigger, PaymentFlow.Notes>
{
    /// <summary>What callers call about has mostly just happened.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromHours(48);

    private static readonly TimeSpan Findable = TimeSpan.FromDays(90);

    public enum State
    {
        Identifying,
        OfferingLatest,
        ChoosingSearch,
        ChoosingSearchAgain,
        AskingAmount,
        AskingOrder,
        OfferingFound,
        Telling,
        ReferringUnclear,
        ReferringNotFound,
        Referred,
        Refused,
    }

    public enum Trigger
    {
        FoundLatest,
        FoundNoLatest,
        IdentityFailed,
        IsThatOne,
        IsAnotherOne,
        AmountWanted,
        OrderWanted,
        FoundSome,
        FoundNothing,
        SearchedEnough,
        NeedsPerson,
        PersonDone,
    }

    public sealed record Notes
    {
        /// <summary>The payments that may be meant; the first is being offered or told.</summary>
        public IReadOnlyList<Payment> Candidates { get; init; } = [];

        public int Searches { get; init; }

        public string? CaseNo { get; init; }

        /// <summary>The time of the look-up, to tell what is overdue.</summary>
        public DateTimeOffset AsOf { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.Identifying)
            .Permit(Trigger.FoundLatest, State.OfferingLatest)
            .Permit(Trigger.FoundNoLatest, State.ChoosingSearch)
            .Permit(Trigger.IdentityFailed, State.Refused);

        machine
            .Configure(State.OfferingLatest)
            .Permit(Trigger.IsThatOne, State.Telling)
            .Permit(Trigger.NeedsPerson, State.ReferringUnclear)
            .Permit(Trigger.IsAnotherOne, State.ChoosingSearch);

        foreach (var choosing in new[] { State.ChoosingSearch, State.ChoosingSearchAgain })
        {
            machine.Configure(choosing).Permit(Trigger.AmountWanted, State.AskingAmount).Permit(Trigger.OrderWanted, State.AskingOrder);
        }

        foreach (var asking in new[] { State.AskingAmount, State.AskingOrder })
        {
            machine
                .Configure(asking)
                .Permit(Trigger.FoundSome, State.OfferingFound)
                .Permit(Trigger.FoundNothing, State.ChoosingSearchAgain)
                .Permit(Trigger.SearchedEnough, State.ReferringNotFound);
        }

        machine
            .Configure(State.OfferingFound)
            .Permit(Trigger.IsThatOne, State.Telling)
            .Permit(Trigger.NeedsPerson, State.ReferringUnclear)
            .PermitReentry(Trigger.IsAnotherOne)
            .Permit(Trigger.FoundNothing, State.ChoosingSearchAgain)
            .Permit(Trigger.SearchedEnough, State.ReferringNotFound);

        machine.Configure(State.ReferringUnclear).Permit(Trigger.PersonDone, State.Referred);
        machine.Configure(State.ReferringNotFound).Permit(Trigger.PersonDone, State.Referred);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Identifying => [IdentityFlow.To(levels.PaymentState)],
            State.OfferingLatest => [new Ask(PaymentPrompts.IsItThisOne(notes.Candidates[0]), Answer.YesNo)],
            State.ChoosingSearch => [ChooseSearch],
            State.ChoosingSearchAgain => [new Say(PaymentPrompts.NotFound), ChooseSearch],
            State.AskingAmount => [new Ask(PaymentPrompts.AskAmount, new Answer.Digits(1, 12) { IsAmount = true })],
            State.AskingOrder => [new Ask(PaymentPrompts.AskOrder, new Answer.Digits(6, 6))],
            State.OfferingFound => [new Ask(PaymentPrompts.IsItThisOne(notes.Candidates[0]), Answer.YesNo)],
            State.Telling => [.. PaymentStory.Tell(notes.Candidates[0], notes.AsOf), new Return(Outcomes.Done)],
            State.ReferringUnclear =>
            [
                .. PaymentStory.Tell(notes.Candidates[0], notes.AsOf),
                new Say(PaymentPrompts.ReferUnclear(new(notes.CaseNo ?? ""))),
                AgentFlow.Visit,
            ],
            State.ReferringNotFound => [new Say(PaymentPrompts.ReferNotFound(new(notes.CaseNo ?? ""))), AgentFlow.Visit],
            State.Referred => [new Return(Outcomes.Done)],
            State.Refused => [new Return(Outcomes.NotProven)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Identifying, CameBack { Outcome: IdentityFlow.Passed }):
                var latest = await payments.FindLatestTroubledAsync(Wallet(call), call.Now - Recent, cancellationToken);
                return latest is null
                    ? Understood(Trigger.FoundNoLatest)
                    : Understood(Trigger.FoundLatest, new Notes { Candidates = [latest], AsOf = call.Now });

            case (State.Identifying, CameBack):
                return Understood(Trigger.IdentityFailed);

            case (State.OfferingLatest or State.OfferingFound, Pressed { Keys: "1" }):
                return await TellAsync(call, notes with { AsOf = call.Now }, cancellationToken);

            case (State.OfferingLatest, Pressed { Keys: "2" }):
                return Understood(Trigger.IsAnotherOne, new Notes());

            case (State.OfferingFound, Pressed { Keys: "2" }) when notes.Candidates.Count > 1:
                return Understood(Trigger.IsAnotherOne, notes with { Candidates = [.. notes.Candidates.Skip(1)] });

            case (State.OfferingFound, Pressed { Keys: "2" }):
                return await SearchedInVainAsync(call, notes, cancellationToken);

            case (State.ChoosingSearch or State.ChoosingSearchAgain, Pressed { Keys: "1" }):
                return Understood(Trigger.AmountWanted);

            case (State.ChoosingSearch or State.ChoosingSearchAgain, Pressed { Keys: "2" }):
                return Understood(Trigger.OrderWanted);

            case (State.AskingAmount, Pressed { Keys: var keys }) when AmountKeys.TryRead(keys, out var minor):
                var alike = await payments.FindByAmountAsync(Wallet(call), minor, call.Now - Findable, cancellationToken);
                return await OfferAsync(call, notes, alike, cancellationToken);

            case (State.AskingOrder, Pressed { Keys: var tail }):
                var orders = await payments.FindByOrderTailAsync(Wallet(call), tail, call.Now - Findable, cancellationToken);
                return await OfferAsync(call, notes, orders, cancellationToken);

            case (State.ReferringUnclear or State.ReferringNotFound, CameBack):
                return Understood(Trigger.PersonDone);

            default:
                return NotUnderstood;
        }
    }

    private static Ask ChooseSearch =>
        new(
            null,
            new Answer.OneOf(
                new Option('1', Phrases.ByAmount, PaymentPrompts.OfferByAmount(new('1'))),
                new Option('2', Phrases.ByOrder, PaymentPrompts.OfferByOrder(new('2')))
            )
        );

    private long Wallet(Call call) => call.ProvenWallet(levels.PaymentState);

    private async Task<Heard?> TellAsync(Call call, Notes notes, CancellationToken cancellationToken)
    {
        var payment = notes.Candidates[0];
        if (!PaymentStory.NeedsPerson(payment, call.Now))
        {
            return Understood(Trigger.IsThatOne, notes);
        }

        return await ReferAsync(call, Trigger.NeedsPerson, CaseType.PaymentUnclear, $"payment:{payment.Id}", notes, cancellationToken);
    }

    private Task<Heard?> OfferAsync(Call call, Notes notes, IReadOnlyList<Payment> found, CancellationToken cancellationToken) =>
        found.Count > 0
            ? Task.FromResult<Heard?>(Understood(Trigger.FoundSome, notes with { Candidates = found, AsOf = call.Now }))
            : SearchedInVainAsync(call, notes, cancellationToken);

    private async Task<Heard?> SearchedInVainAsync(Call call, Notes notes, CancellationToken cancellationToken) =>
        notes.Searches == 0
            ? Understood(Trigger.FoundNothing, new Notes { Searches = 1 })
            : await ReferAsync(call, Trigger.SearchedEnough, CaseType.PaymentNotFound, "", notes, cancellationToken);

    private async Task<Heard?> ReferAsync(
        Call call,
        Trigger why,
        CaseType type,
        string subject,
        Notes notes,
        CancellationToken cancellationToken
    )
    {
        var caseNo = await cases.OpenAsync(call, type, subject, cancellationToken);
        return Understood(why, notes with { CaseNo = caseNo }) with { Call = call with { CaseNo = caseNo } };
    }
}
