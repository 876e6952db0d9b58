using Ivr.Flows.Calls;
using Ivr.Flows.Speaking;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Greets, offers the branches that exist, and says goodbye.</summary>
public sealed class MainFlow(HotlineLanguages languages) : Flow<MainFlow.State, MainFlow.Trigger, MainFlow.Notes>
{
    private const string LanguageKey = "8";

    public enum State
    {
        Greeting,
        Choosing,
        InBranch,
        AskingForMore,
        SayingGoodbye,
    }

    public enum Trigger
    {
        BranchChosen,
        LanguageChanged,
        BranchLeft,
        MoreWanted,
        NothingElse,
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
            .Permit(Trigger.NothingElse, State.SayingGoodbye)
            .PermitReentry(Trigger.BranchLeft);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Greeting => [new Say(MainPrompts.Greeting), .. OfferOtherLanguage, Menu],
            State.Choosing => [Menu],
            State.InBranch => [new Visit(notes.Branch)],
            State.AskingForMore => [AskForMore],
            State.SayingGoodbye => [.. Goodbye(notes), new HangUp()],
        };

    protected override Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken) =>
        Task.FromResult(
            (at, heard) switch
            {
                (State.Greeting or State.Choosing, Pressed { Keys: LanguageKey }) => ChangeLanguage(call),
                (State.Greeting or State.Choosing, Pressed { Keys: var key }) => GoTo(key),
                (State.AskingForMore, Pressed { Keys: "1" }) => Understood(Trigger.MoreWanted),
                (State.AskingForMore, Pressed { Keys: "2" }) => Understood(Trigger.NothingElse, notes with { CaseNo = call.CaseNo }),
                (_, CameBack) => Understood(Trigger.BranchLeft),
                _ => NotUnderstood,
            }
        );

    private IEnumerable<Say> OfferOtherLanguage => languages.Other is { } other ? [new Say(MainPrompts.OtherLanguage, other)] : [];

    private Ask Menu =>
        new(
            null,
            new Answer.OneOf([
                .. Hotline.Menu.Select(branch => new Option(branch.Key, branch.Phrases, branch.Offer(new Key(branch.Key)))),
                .. languages.Other is null ? Array.Empty<Option>() : [new Option(LanguageKey[0], Phrases.OtherLanguage)],
            ])
        );

    private static Ask AskForMore =>
        new(
            MainPrompts.AnythingElse,
            new Answer.OneOf(new Option('1', Phrases.More), new Option('2', Phrases.NothingElse)) { Silence = '2' }
        );

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
