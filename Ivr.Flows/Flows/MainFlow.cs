using Ivr.Flows.Calls;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Receives the caller, offers the branches that exist or finds the one that a sentence means, asks whether the call helped, and says goodbye.</summary>
public sealed class MainFlow(HotlineLanguages languages, ICallers callers, IIncidents incidents, ICases cases, IFaq faq)
    : Flow<MainFlow.State, MainFlow.Trigger, MainFlow.Notes>
{
    private const string LanguageKey = "8";

    private const int ChoicesOfElders = 3;

    public enum State
    {
        Greeting,
        Choosing,
        InBranch,
        AskingForMore,
        AskingToRemember,
        AskingIfSolved,
        OfferingPerson,
        Referring,
        SayingGoodbye,
    }

    public enum Trigger
    {
        Received,
        TurnedAway,
        BranchChosen,
        LanguageChanged,
        BranchLeft,
        MoreWanted,
        NothingElse,
        LanguageIsNew,
        LanguageSettled,
        WasSolved,
        WasNotSolved,
        PersonWanted,
        PersonDeclined,
    }

    public sealed record Notes
    {
        public string Branch { get; init; } = "";

        /// <summary>What goes wrong in that branch at the moment.</summary>
        public IReadOnlyList<Wording> Incidents { get; init; } = [];

        /// <summary>The answers that were found for what the caller asked, for the branch of the other questions.</summary>
        public IReadOnlyList<FaqEntry> Found { get; init; } = [];

        public Manner Manner { get; init; } = new();
        public string? CaseNo { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.Greeting)
            .Permit(Trigger.Received, State.Choosing)
            .Permit(Trigger.TurnedAway, State.SayingGoodbye)
            .Permit(Trigger.BranchLeft, State.AskingForMore);

        machine
            .Configure(State.Choosing)
            .Permit(Trigger.BranchChosen, State.InBranch)
            .PermitReentry(Trigger.LanguageChanged)
            .Permit(Trigger.BranchLeft, State.AskingForMore);

        machine.Configure(State.InBranch).Permit(Trigger.BranchLeft, State.AskingForMore);

        machine
            .Configure(State.AskingForMore)
            .Permit(Trigger.MoreWanted, State.Choosing)
            .Permit(Trigger.NothingElse, State.AskingIfSolved)
            .Permit(Trigger.LanguageIsNew, State.AskingToRemember)
            .PermitReentry(Trigger.BranchLeft);

        machine
            .Configure(State.AskingToRemember)
            .Permit(Trigger.LanguageSettled, State.AskingIfSolved)
            .Permit(Trigger.BranchLeft, State.AskingForMore);

        machine
            .Configure(State.AskingIfSolved)
            .Permit(Trigger.WasSolved, State.SayingGoodbye)
            .Permit(Trigger.WasNotSolved, State.OfferingPerson)
            .Permit(Trigger.BranchLeft, State.AskingForMore);

        machine
            .Configure(State.OfferingPerson)
            .Permit(Trigger.PersonWanted, State.Referring)
            .Permit(Trigger.PersonDeclined, State.SayingGoodbye)
            .Permit(Trigger.BranchLeft, State.AskingForMore);

        machine.Configure(State.Referring).Permit(Trigger.BranchLeft, State.AskingForMore);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Greeting => [new Visit(nameof(EntryFlow))],
            State.Choosing => [Menu(notes)],
            State.InBranch => [.. notes.Incidents.Select(incident => new Say(EntryPrompts.Incident(incident))), Branch(notes)],
            State.AskingForMore => [AskForMore],
            State.AskingToRemember => [AskToRemember],
            State.AskingIfSolved => [AskIfSolved],
            State.OfferingPerson => [new Say(MainPrompts.WillBeReviewed), OfferPerson],
            State.Referring => [AgentFlow.Visit],
            State.SayingGoodbye => [.. Goodbye(notes), new HangUp()],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Greeting, CameBack { Outcome: EntryFlow.Ready }):
                return Understood(Trigger.Received, notes with { Manner = call.Manner });

            case (State.Greeting, CameBack { Outcome: EntryFlow.NotServed }):
                return Understood(Trigger.TurnedAway);

            case (State.Choosing, Pressed { Keys: LanguageKey }):
                return ChangeLanguage(call);

            case (State.Choosing, Pressed { Keys: var key }):
                return Hotline.Menu.FirstOrDefault(branch => key == branch.Key.ToString()) is { } branch
                    ? await GoToAsync(call, branch.Flow, notes with { Found = [] }, cancellationToken)
                    : NotUnderstood;

            case (State.Choosing, Said { Words: var words }):
                return faq.Find(words, call.Language) is { Count: > 0 } found
                    ? await GoToAsync(call, nameof(FaqFlow), notes with { Found = found }, cancellationToken)
                    : NotUnderstood;

            case (State.AskingForMore, Pressed { Keys: "1" }):
                return Understood(Trigger.MoreWanted);

            case (State.AskingForMore, Pressed { Keys: "2" }):
                return Understood(await IsNewLanguageAsync(call, cancellationToken) ? Trigger.LanguageIsNew : Trigger.NothingElse);

            case (State.AskingToRemember, Pressed { Keys: "1" }):
                await callers.RememberLanguageAsync(call, call.Language, cancellationToken);
                return Understood(Trigger.LanguageSettled);

            case (State.AskingToRemember, Pressed { Keys: "2" }):
                return Understood(Trigger.LanguageSettled);

            case (State.AskingIfSolved, Pressed { Keys: "1" }):
                return Understood(Trigger.WasSolved, notes with { CaseNo = call.CaseNo });

            case (State.AskingIfSolved, Pressed { Keys: "2" }):
                // The review is a case of its own; a caller who has a number already keeps that one.
                var about = call.CaseNo is { } known ? $"case:{known}" : "";
                var review = await cases.OpenAsync(call, CaseType.Unsolved, about, cancellationToken);
                return Understood(Trigger.WasNotSolved) with { Call = call with { CaseNo = call.CaseNo ?? review } };

            case (State.OfferingPerson, Pressed { Keys: "1" }):
                return Understood(Trigger.PersonWanted);

            case (State.OfferingPerson, Pressed { Keys: "2" }):
                return Understood(Trigger.PersonDeclined, notes with { CaseNo = call.CaseNo });

            case (_, CameBack):
                return Understood(Trigger.BranchLeft);

            default:
                return NotUnderstood;
        }
    }

    /// <summary>Older callers hear three choices; the others can be pressed all the same.</summary>
    private Ask Menu(Notes notes) =>
        new(
            null,
            new Answer.OneOf([
                .. Hotline.Menu.Select(
                    (branch, place) =>
                        new Option(
                            branch.Key,
                            branch.Phrases,
                            notes.Manner.IsElder && place >= ChoicesOfElders ? null : branch.Offer(new Key(branch.Key))
                        )
                ),
                .. languages.Other is null ? Array.Empty<Option>() : [new Option(LanguageKey[0], Phrases.OtherLanguage)],
            ])
            {
                InOwnWords = true,
            }
        )
        {
            Closing = FreezePrompts.Offer(new Key('9')),
        };

    private static Ask AskForMore =>
        new(
            MainPrompts.AnythingElse,
            new Answer.OneOf(new Option('1', Phrases.More), new Option('2', Phrases.NothingElse)) { Silence = '2' }
        );

    private static Ask AskToRemember =>
        new(MainPrompts.RememberLanguage, new Answer.OneOf(new Option('1', Phrases.Yes), new Option('2', Phrases.No)) { Silence = '2' });

    private static Ask AskIfSolved =>
        new(
            MainPrompts.WasItSolved,
            new Answer.OneOf(new Option('1', Phrases.Solved), new Option('2', Phrases.NotSolved)) { Silence = '1' }
        );

    private static Ask OfferPerson =>
        new(MainPrompts.PersonNow, new Answer.OneOf(new Option('1', Phrases.Yes), new Option('2', Phrases.No)) { Silence = '2' });

    private static IEnumerable<Say> Goodbye(Notes notes)
    {
        if (notes.CaseNo is { } caseNo)
        {
            yield return new Say(MainPrompts.YourCase(new Reference(caseNo)));
        }

        yield return new Say(MainPrompts.Goodbye);
    }

    private static Visit Branch(Notes notes) =>
        notes.Found.Count > 0 ? new Visit(notes.Branch, new FaqFlow.Notes { Offered = notes.Found }) : new Visit(notes.Branch);

    private async Task<Heard?> GoToAsync(Call call, string branch, Notes notes, CancellationToken cancellationToken)
    {
        var goes = notes with { Branch = branch, Incidents = await incidents.FindAsync(branch, call.Now, cancellationToken) };
        return Understood(Trigger.BranchChosen, goes) with { Call = call with { Words = null } };
    }

    /// <summary>Another than this number is greeted in.</summary>
    private async Task<bool> IsNewLanguageAsync(Call call, CancellationToken cancellationToken) =>
        call.CallerNumber is not null && call.Language != ((await callers.FindAsync(call, cancellationToken)).Language ?? languages.First);

    private Heard? ChangeLanguage(Call call) =>
        Understood(Trigger.LanguageChanged) with
        {
            Call = call with { Language = languages.InsteadOf(call.Language) },
        };
}
