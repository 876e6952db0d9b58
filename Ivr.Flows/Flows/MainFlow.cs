using Ivr.Flows.Calls;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Greets, offers the branches that exist, asks whether the call helped, and says goodbye.</summary>
public sealed class MainFlow(HotlineLanguages languages, ICases cases) : Flow<MainFlow.State, MainFlow.Trigger, MainFlow.Notes>
{
    private const string LanguageKey = "8";

    public enum State
    {
        Greeting,
        Choosing,
        InBranch,
        AskingForMore,
        AskingIfSolved,
        OfferingPerson,
        Referring,
        SayingGoodbye,
    }

    public enum Trigger
    {
        BranchChosen,
        LanguageChanged,
        BranchLeft,
        MoreWanted,
        NothingElse,
        WasSolved,
        WasNotSolved,
        PersonWanted,
        PersonDeclined,
    }

    public sealed record Notes
    {
        public string Branch { get; init; } = "";
        public string? CaseNo { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.Greeting)
            .Permit(Trigger.BranchChosen, State.InBranch)
            .Permit(Trigger.LanguageChanged, State.Choosing)
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
            .PermitReentry(Trigger.BranchLeft);

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
            State.Greeting => [new Say(MainPrompts.Greeting), .. OfferOtherLanguage, Menu],
            State.Choosing => [Menu],
            State.InBranch => [new Visit(notes.Branch)],
            State.AskingForMore => [AskForMore],
            State.AskingIfSolved => [AskIfSolved],
            State.OfferingPerson => [new Say(MainPrompts.WillBeReviewed), OfferPerson],
            State.Referring => [AgentFlow.Visit],
            State.SayingGoodbye => [.. Goodbye(notes), new HangUp()],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Greeting or State.Choosing, Pressed { Keys: LanguageKey }):
                return ChangeLanguage(call);

            case (State.Greeting or State.Choosing, Pressed { Keys: var key }):
                return GoTo(key);

            case (State.AskingForMore, Pressed { Keys: "1" }):
                return Understood(Trigger.MoreWanted);

            case (State.AskingForMore, Pressed { Keys: "2" }):
                return Understood(Trigger.NothingElse);

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

    private IEnumerable<Say> OfferOtherLanguage => languages.Other is { } other ? [new Say(MainPrompts.OtherLanguage, other)] : [];

    private Ask Menu =>
        new(
            null,
            new Answer.OneOf([
                .. Hotline.Menu.Select(branch => new Option(branch.Key, branch.Phrases, branch.Offer(new Key(branch.Key)))),
                .. languages.Other is null ? Array.Empty<Option>() : [new Option(LanguageKey[0], Phrases.OtherLanguage)],
            ])
        )
        {
            Closing = FreezePrompts.Offer(new Key('9')),
        };

    private static Ask AskForMore =>
        new(
            MainPrompts.AnythingElse,
            new Answer.OneOf(new Option('1', Phrases.More), new Option('2', Phrases.NothingElse)) { Silence = '2' }
        );

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

    private static Heard? GoTo(string key) =>
        Hotline.Menu.FirstOrDefault(branch => key == branch.Key.ToString()) is { } branch
            ? Understood(Trigger.BranchChosen, new Notes { Branch = branch.Flow })
            : NotUnderstood;

    private Heard? ChangeLanguage(Call call) =>
        Understood(Trigger.LanguageChanged) with
        {
            Call = call with { Language = languages.InsteadOf(call.Language) },
        };
}
