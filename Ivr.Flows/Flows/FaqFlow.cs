using Ivr.Flows.Calls;
using Ivr.Flows.Speaking;
using Ivr.Flows.Understanding;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Answers other questions: found by the caller's own words, or chosen by key from the commonest.</summary>
public sealed class FaqFlow(IFaq faq, INotices notices) : Flow<FaqFlow.State, FaqFlow.Trigger, FaqFlow.Notes>
{
    /// <summary>So many times nothing is found; then a person.</summary>
    private const int Misses = 2;

    /// <summary>Questions in one round of the list; one key more leads to the next.</summary>
    private const int PerRound = 5;

    public enum State
    {
        Opening,
        Asking,
        AskingAgain,
        Listing,
        Choosing,
        Answering,
        Sent,
        NowhereToSend,
        Referring,
        Leaving,
    }

    public enum Trigger
    {
        NothingAskedYet,
        FoundOne,
        FoundTwo,
        FoundNothing,
        FoundNothingAgain,
        ListWanted,
        NoneOfThem,
        WasClear,
        AgainWanted,
        WasSent,
        OwnerNotKnown,
        PersonDone,
    }

    public sealed record Notes
    {
        /// <summary>What is offered, or the one that is answered.</summary>
        public IReadOnlyList<FaqEntry> Offered { get; init; } = [];

        /// <summary>The list goes on behind the offered ones from here; 0 after its end.</summary>
        public int Next { get; init; }

        public int Missed { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.Opening)
            .Permit(Trigger.NothingAskedYet, State.Asking)
            .Permit(Trigger.FoundOne, State.Answering)
            .Permit(Trigger.FoundTwo, State.Choosing);

        foreach (var asking in new[] { State.Asking, State.AskingAgain, State.Listing, State.Choosing })
        {
            machine.Configure(asking).Permit(Trigger.FoundOne, State.Answering).Permit(Trigger.FoundNothingAgain, State.Referring);
            Lead(machine, asking, Trigger.FoundTwo, State.Choosing);
            Lead(machine, asking, Trigger.FoundNothing, State.AskingAgain);
            Lead(machine, asking, Trigger.ListWanted, State.Listing);
        }

        machine.Configure(State.Choosing).Permit(Trigger.NoneOfThem, State.AskingAgain);

        machine
            .Configure(State.Answering)
            .PermitReentry(Trigger.AgainWanted)
            .Permit(Trigger.WasClear, State.Leaving)
            .Permit(Trigger.WasSent, State.Sent)
            .Permit(Trigger.OwnerNotKnown, State.NowhereToSend);

        machine.Configure(State.Referring).Permit(Trigger.PersonDone, State.Leaving);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Opening => [new LookUp()],
            State.Asking => [new Ask(FaqPrompts.AskQuestion, InWordsOrFromList)],
            State.AskingAgain => [new Say(FaqPrompts.NotFound), new Ask(FaqPrompts.AskOtherwise, InWordsOrFromList)],
            State.Listing => [new Ask(null, new Answer.Open([.. Questions(notes), MoreOrFirst(notes)]))],
            State.Choosing => [new Ask(Doubt.Which(Candidates(notes)), new Answer.Open([.. Doubt.Options(Candidates(notes))]))],
            State.Answering => [new Say(FaqPrompts.Answer(notes.Offered[0].Answer)), new Ask(FaqPrompts.WasItClear, ClearAgainOrSend)],
            State.Sent => [new Say(FaqPrompts.Sent), new Return(Outcomes.Done)],
            State.NowhereToSend => [new Say(FaqPrompts.ReadInTheApp), new Return(Outcomes.Done)],
            State.Referring => [new Say(FaqPrompts.PersonInstead), AgentFlow.Visit],
            State.Leaving => [new Return(Outcomes.Done)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Opening, LookedUp):
                return Understood(notes.Offered.Count == 0 ? Trigger.NothingAskedYet : Found(notes.Offered));

            case (_, Said { Words: var words }):
                return Search(words, call, notes);

            case (State.Asking or State.AskingAgain, Pressed { Keys: "1" }):
                return List(0, notes);

            case (State.Listing or State.Choosing, Pressed { Keys: [var key] }) when key - '1' < notes.Offered.Count:
                return Understood(Trigger.FoundOne, notes with { Offered = [notes.Offered[key - '1']] });

            case (State.Listing, Pressed):
                return List(notes.Next, notes);

            case (State.Choosing, Pressed):
                return Miss(Trigger.NoneOfThem, notes);

            case (State.Answering, Pressed { Keys: "1" }):
                return Understood(Trigger.WasClear);

            case (State.Answering, Pressed { Keys: "2" }):
                return Understood(Trigger.AgainWanted);

            case (State.Answering, Pressed { Keys: "3" }) when call.Identity is { WalletId: { } wallet, Level: >= Level.L1 }:
                var sent = notes.Offered[0];
                await notices.PutAsync(call, wallet, new Notice.FaqAnswer(sent.Answer), $"faq:{sent.Id}", cancellationToken);
                return Understood(Trigger.WasSent);

            case (State.Answering, Pressed { Keys: "3" }):
                return Understood(Trigger.OwnerNotKnown);

            case (State.Referring, CameBack):
                return Understood(Trigger.PersonDone);

            default:
                return NotUnderstood;
        }
    }

    protected override string? Detail(State at, Notes notes) => at is State.Answering ? notes.Offered[0].Id : null;

    private static readonly Answer InWordsOrFromList = new Answer.Open(new Option('1', Phrases.CommonQuestions));

    private static readonly Answer ClearAgainOrSend = new Answer.OneOf(
        new Option('1', Phrases.Clear),
        new Option('2', Phrases.HearAgain),
        new Option('3', Phrases.SendIt)
    );

    private static IEnumerable<Option> Questions(Notes notes) =>
        notes.Offered.Select((entry, at) => Option.ByKey(KeyOf(at), FaqPrompts.Offer(entry.Question, new Key(KeyOf(at)))));

    private static Option MoreOrFirst(Notes notes) =>
        new(KeyOf(notes.Offered.Count), Phrases.MoreQuestions, FaqPrompts.OfferMore(new Key(KeyOf(notes.Offered.Count))));

    private static IReadOnlyList<Candidate> Candidates(Notes notes) =>
        [.. notes.Offered.Select(entry => new Candidate("", entry.Question))];

    private static char KeyOf(int at) => (char)('1' + at);

    private Heard List(int from, Notes notes)
    {
        var round = faq.All.Skip(from).Take(PerRound).ToList();
        var next = from + round.Count < faq.All.Count ? from + round.Count : 0;
        return Understood(Trigger.ListWanted, notes with { Offered = round, Next = next });
    }

    private Heard Search(string words, Call call, Notes notes) =>
        faq.Find(words, call.Language) is { Count: > 0 } found
            ? Understood(Found(found), notes with { Offered = found })
            : Miss(Trigger.FoundNothing, notes) with
            {
                Call = call with { Words = SafeWords.Of(words) },
            };

    private static Trigger Found(IReadOnlyList<FaqEntry> entries) => entries.Count == 1 ? Trigger.FoundOne : Trigger.FoundTwo;

    private static Heard Miss(Trigger first, Notes notes)
    {
        var missed = notes with { Missed = notes.Missed + 1 };
        return Understood(missed.Missed >= Misses ? Trigger.FoundNothingAgain : first, missed);
    }
}
