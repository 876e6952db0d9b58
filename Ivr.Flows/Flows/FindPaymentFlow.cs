using System.Globalization;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Which payment a caller has most likely in mind.</summary>
public enum LikelyPayment
{
    /// <summary>The newest one that failed or has not ended.</summary>
    Troubled,

    /// <summary>The newest one that went through.</summary>
    Charged,
}

/// <summary>Finds the payment a caller speaks of: the likely one, by amount, by day or by order number. Other flows visit it.</summary>
public sealed class FindPaymentFlow(IPayments payments, MarketTime market, ActionLevels levels)
    : Flow<FindPaymentFlow.State, FindPaymentFlow.Trigger, FindPaymentFlow.Notes>
{
    public const string NotFound = "not-found";
    private const string FoundBefore = "found:";

    /// <summary>What callers call about has mostly just happened.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromHours(48);

    /// <summary>A day is keyed without its year.</summary>
    private static readonly TimeSpan Findable = TimeSpan.FromDays(365);

    /// <summary>So many searches in vain, one for each way to search.</summary>
    private const int MostSearches = 3;

    public enum State
    {
        LookingForLikely,
        OfferingLikely,
        ChoosingSearch,
        ChoosingSearchAgain,
        AskingAmount,
        ChoosingDay,
        AskingDate,
        AskingOrder,
        OfferingFound,
        HavingFound,
        GivingUp,
    }

    public enum Trigger
    {
        FoundLikely,
        FoundNoLikely,
        IsThatOne,
        IsAnotherOne,
        AmountWanted,
        DayWanted,
        DateWanted,
        OrderWanted,
        FoundSome,
        FoundNothing,
        SearchedEnough,
    }

    public sealed record Notes
    {
        public LikelyPayment Likely { get; init; }

        /// <summary>The payments that may be meant; the first is being offered.</summary>
        public IReadOnlyList<Payment> Candidates { get; init; } = [];

        /// <summary>How many searches were in vain.</summary>
        public int Searches { get; init; }
    }

    public static Visit For(LikelyPayment likely) => new(nameof(FindPaymentFlow), new Notes { Likely = likely });

    /// <summary>The payment that was found, as the outcome tells it; null where none was.</summary>
    public static long? Found(string outcome) =>
        outcome.StartsWith(FoundBefore, StringComparison.Ordinal)
            ? long.Parse(outcome[FoundBefore.Length..], NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.LookingForLikely)
            .Permit(Trigger.FoundLikely, State.OfferingLikely)
            .Permit(Trigger.FoundNoLikely, State.ChoosingSearch);

        machine
            .Configure(State.OfferingLikely)
            .Permit(Trigger.IsThatOne, State.HavingFound)
            .Permit(Trigger.IsAnotherOne, State.ChoosingSearch);

        foreach (var choosing in new[] { State.ChoosingSearch, State.ChoosingSearchAgain })
        {
            machine
                .Configure(choosing)
                .Permit(Trigger.AmountWanted, State.AskingAmount)
                .Permit(Trigger.DayWanted, State.ChoosingDay)
                .Permit(Trigger.OrderWanted, State.AskingOrder);
        }

        machine.Configure(State.ChoosingDay).Permit(Trigger.DateWanted, State.AskingDate);

        foreach (var asking in new[] { State.AskingAmount, State.ChoosingDay, State.AskingDate, State.AskingOrder, State.OfferingFound })
        {
            Lead(machine, asking, Trigger.FoundSome, State.OfferingFound);
            machine
                .Configure(asking)
                .Permit(Trigger.FoundNothing, State.ChoosingSearchAgain)
                .Permit(Trigger.SearchedEnough, State.GivingUp);
        }

        machine.Configure(State.OfferingFound).Permit(Trigger.IsThatOne, State.HavingFound);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.LookingForLikely => [new LookUp()],
            State.OfferingLikely => [new Ask(PaymentPrompts.IsItThisOne(notes.Candidates[0]), Answer.YesNo)],
            State.ChoosingSearch => [ChooseSearch],
            State.ChoosingSearchAgain => [new Say(PaymentPrompts.NotFound), ChooseSearch],
            State.AskingAmount => [new Ask(PaymentPrompts.AskAmount, new Answer.Digits(1, 12) { IsAmount = true })],
            State.ChoosingDay => [ChooseDay],
            State.AskingDate => [new Ask(PaymentPrompts.AskDate, new Answer.Digits(4, 4) { IsDay = true })],
            State.AskingOrder => [new Ask(PaymentPrompts.AskOrder, new Answer.Digits(6, 6))],
            State.OfferingFound => [new Ask(PaymentPrompts.IsItThisOne(notes.Candidates[0]), Answer.YesNo)],
            State.HavingFound => [new Return($"{FoundBefore}{notes.Candidates[0].Id}")],
            State.GivingUp => [new Return(NotFound)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.LookingForLikely, LookedUp):
                return await FindLikelyAsync(call, notes.Likely, cancellationToken) is { } likely
                    ? Understood(Trigger.FoundLikely, notes with { Candidates = [likely] })
                    : Understood(Trigger.FoundNoLikely);

            case (State.OfferingLikely or State.OfferingFound, Pressed { Keys: "1" }):
                return Understood(Trigger.IsThatOne);

            case (State.OfferingLikely, Pressed { Keys: "2" }):
                return Understood(Trigger.IsAnotherOne);

            case (State.OfferingFound, Pressed { Keys: "2" }):
                return Offer(notes, [.. notes.Candidates.Skip(1)]);

            case (State.ChoosingSearch or State.ChoosingSearchAgain, Pressed { Keys: var way }):
                return Choose(way);

            case (State.AskingAmount, Pressed { Keys: var keys }) when AmountKeys.TryRead(keys, out var minor):
                return Offer(notes, await payments.FindByAmountAsync(Wallet(call), minor, call.Now - Findable, cancellationToken));

            case (State.ChoosingDay, Pressed { Keys: "1" }):
                return await OfferDayAsync(call, notes, market.DayOf(call.Now), cancellationToken);

            case (State.ChoosingDay, Pressed { Keys: "2" }):
                return await OfferDayAsync(call, notes, market.DayOf(call.Now).AddDays(-1), cancellationToken);

            case (State.ChoosingDay, Pressed { Keys: "3" }):
                return Understood(Trigger.DateWanted);

            case (State.AskingDate, Pressed { Keys: var keys }) when DateKeys.Read(keys, market.DayOf(call.Now)) is { } day:
                return await OfferDayAsync(call, notes, day, cancellationToken);

            case (State.AskingOrder, Pressed { Keys: var tail }):
                return Offer(notes, await payments.FindByOrderTailAsync(Wallet(call), tail, call.Now - Findable, cancellationToken));

            default:
                return NotUnderstood;
        }
    }

    private static Ask ChooseSearch =>
        new(
            null,
            new Answer.OneOf(
                new Option('1', Phrases.ByAmount, PaymentPrompts.OfferByAmount(new('1'))),
                new Option('2', Phrases.ByDay, PaymentPrompts.OfferByDay(new('2'))),
                new Option('3', Phrases.ByOrder, PaymentPrompts.OfferByOrder(new('3')))
            )
        );

    private static Ask ChooseDay =>
        new(
            null,
            new Answer.OneOf(
                new Option('1', Phrases.Today, PaymentPrompts.OfferToday(new('1'))),
                new Option('2', Phrases.Yesterday, PaymentPrompts.OfferYesterday(new('2'))),
                new Option('3', Phrases.OtherDay, PaymentPrompts.OfferOtherDay(new('3')))
            )
        );

    private static Heard? Choose(string way) =>
        way switch
        {
            "1" => Understood(Trigger.AmountWanted),
            "2" => Understood(Trigger.DayWanted),
            "3" => Understood(Trigger.OrderWanted),
            _ => NotUnderstood,
        };

    private static Heard Offer(Notes notes, IReadOnlyList<Payment> found) =>
        found.Count > 0 ? Understood(Trigger.FoundSome, notes with { Candidates = found })
        : notes.Searches + 1 < MostSearches
            ? Understood(Trigger.FoundNothing, notes with { Candidates = [], Searches = notes.Searches + 1 })
        : Understood(Trigger.SearchedEnough);

    private long Wallet(Call call) => call.ProvenWallet(levels.PaymentState);

    private Task<Payment?> FindLikelyAsync(Call call, LikelyPayment likely, CancellationToken cancellationToken) =>
        likely switch
        {
            LikelyPayment.Troubled => payments.FindLatestTroubledAsync(Wallet(call), call.Now - Recent, cancellationToken),
            LikelyPayment.Charged => payments.FindLatestChargedAsync(Wallet(call), call.Now - Recent, cancellationToken),
        };

    private async Task<Heard?> OfferDayAsync(Call call, Notes notes, DateOnly day, CancellationToken cancellationToken)
    {
        var (from, before) = (market.StartOf(day), market.StartOf(day.AddDays(1)));
        return Offer(notes, await payments.FindByTimeAsync(Wallet(call), from, before, cancellationToken));
    }
}
