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

        /// <summary>What was said and not found, without figures; for the person who takes over, and nobody else.</summary>
        public string? Words { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
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
            State.Asking => [new Ask(FaqPrompts.AskQuestion, InWordsOrFromList)],
            State.AskingAgain => [new Say(FaqPrompts.NotFound), new Ask(FaqPrompts.AskOtherwise, InWordsOrFromList)],
            State.Listing => [new Ask(null, new Answer.Open([.. Questions(notes), MoreOrFirst(notes)]))],
            State.Choosing => [new Ask(FaqPrompts.WhichOne, new Answer.Open([.. Questions(notes), NoneOf(notes)]))],
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
            case (_, Said { Words: var words }):
                return Search(words, call.Language, notes);

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

    protected override string? Detail(State at, Notes notes) => at is State.Answering ? notes.Offered[0].Id : notes.Words;

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

    private static Option NoneOf(Notes notes) =>
        new(KeyOf(notes.Offered.Count), Phrases.Neither, FaqPrompts.OfferNeither(new Key(KeyOf(notes.Offered.Count))));

    private static char KeyOf(int at) => (char)('1' + at);

    private Heard List(int from, Notes notes)
    {
        var round = faq.All.Skip(from).Take(PerRound).ToList();
        var next = from + round.Count < faq.All.Count ? from + round.Count : 0;
        return Understood(Trigger.ListWanted, notes with { Offered = round, Next = next });
    }

    private Heard Search(string words, Language language, Notes notes) =>
        faq.Find(words, language) switch
        {
            [var only] => Understood(Trigger.FoundOne, notes with { Offered = [only] }),
            [var first, var second] => Understood(Trigger.FoundTwo, notes with { Offered = [first, second] }),
            _ => Miss(Trigger.FoundNothing, notes with { Words = SafeWords.Of(words) }),
        };

    private static Heard Miss(Trigger first, Notes notes)
    {
        var missed = notes with { Missed = notes.Missed + 1 };
        return Understood(missed.Missed >= Misses ? Trigger.FoundNothingAgain : first, missed);
    }
}
