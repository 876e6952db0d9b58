using Ivr.Flows.Calls;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Receives the caller: the greeting, the other language, what goes wrong at the moment; older callers are brought to a person.</summary>
public sealed class EntryFlow(ICallers callers, IIncidents incidents, HotlineLanguages languages)
    : Flow<EntryFlow.State, EntryFlow.Trigger, EntryFlow.Notes>
{
    public const string Ready = "ready";
    public const string Served = "served";
    public const string NotServed = "not-served";

    public enum State
    {
        LookingUp,
        Greeting,
        GreetingElder,
        FetchingPerson,
        Serving,
        BackFromPerson,
        TurningAway,
    }

    public enum Trigger
    {
        IsAnybody,
        IsElder,
        IsNuisance,
        SelfServiceWanted,
        PersonWanted,
        PersonServed,
        PersonNotReached,
    }

    public sealed record Notes
    {
        /// <summary>The number has not chosen its language in an earlier call.</summary>
        public bool OffersLanguage { get; init; }

        public IReadOnlyList<Wording> Incidents { get; init; } = [];

        public LikelyReason? Reason { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.LookingUp)
            .Permit(Trigger.IsAnybody, State.Greeting)
            .Permit(Trigger.IsElder, State.GreetingElder)
            .Permit(Trigger.IsNuisance, State.TurningAway);

        machine
            .Configure(State.GreetingElder)
            .Permit(Trigger.SelfServiceWanted, State.Serving)
            .Permit(Trigger.PersonWanted, State.FetchingPerson);

        machine
            .Configure(State.FetchingPerson)
            .Permit(Trigger.PersonServed, State.BackFromPerson)
            .Permit(Trigger.PersonNotReached, State.Serving);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.LookingUp => [new LookUp()],
            State.Greeting =>
            [
                new Say(EntryPrompts.Greeting),
                .. OfferOtherLanguage(notes),
                .. Alert(notes),
                .. notes.Reason is { } reason ? [new Say(EntryPrompts.Opening(reason))] : Array.Empty<Say>(),
                new Return(Ready),
            ],
            State.GreetingElder => [new Say(EntryPrompts.Greeting), .. OfferOtherLanguage(notes), .. Alert(notes), PersonOrSelfService],
            State.FetchingPerson => [AgentFlow.Visit],
            State.Serving => [new Return(Ready)],
            State.BackFromPerson => [new Return(Served)],
            State.TurningAway => [new Say(EntryPrompts.Greeting), new Say(EntryPrompts.NotServed), new Return(NotServed)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.LookingUp, LookedUp):
                return await ReceiveAsync(call, cancellationToken);
            case (State.GreetingElder, Pressed { Keys: "1" }):
                return Understood(Trigger.SelfServiceWanted);
            case (State.GreetingElder, Pressed { Keys: "2" }):
                return Understood(Trigger.PersonWanted);
            case (State.FetchingPerson, CameBack { Outcome: AgentFlow.Served }):
                return Understood(Trigger.PersonServed);
            case (State.FetchingPerson, CameBack):
                return Understood(Trigger.PersonNotReached);
            default:
                return NotUnderstood;
        }
    }

    /// <summary>Who does nothing is brought to the person, as announced.</summary>
    private static Ask PersonOrSelfService =>
        new(
            EntryPrompts.PersonOrSelfService,
            new Answer.OneOf(new Option('1', Phrases.SelfService), new Option('2', Phrases.Yes)) { Silence = '2' }
        );

    private IEnumerable<Say> OfferOtherLanguage(Notes notes) =>
        languages.Other is { } other && notes.OffersLanguage ? [new Say(EntryPrompts.OtherLanguage, other)] : [];

    private static IEnumerable<Say> Alert(Notes notes) => notes.Incidents.Select(incident => new Say(EntryPrompts.Incident(incident)));

    private async Task<Heard?> ReceiveAsync(Call call, CancellationToken cancellationToken)
    {
        var profile = await callers.FindAsync(call, cancellationToken);
        var notes = new Notes
        {
            OffersLanguage = profile.Language is null,
            Incidents = await incidents.FindAsync("", call.Now, cancellationToken),
            Reason = profile.Reason,
        };
        var trigger =
            profile.IsNuisance ? Trigger.IsNuisance
            : profile.IsElder ? Trigger.IsElder
            : Trigger.IsAnybody;
        var manner = call.Manner with { IsElder = profile.IsElder, Pace = profile.IsElder ? Pace.Slower : Pace.Usual };
        return Understood(trigger, notes) with { Call = call with { Language = profile.Language ?? call.Language, Manner = manner } };
    }
}
