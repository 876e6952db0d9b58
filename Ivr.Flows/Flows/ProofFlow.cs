using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Proves to the customer that this is the hotline: by the code that the app shows, or by the phrase they set themselves.</summary>
public sealed class ProofFlow(IProofs proofs, ActionLevels levels) : Flow<ProofFlow.State, ProofFlow.Trigger, ProofFlow.Notes>
{
    public enum State
    {
        Choosing,
        IdentifyingForCode,
        IdentifyingForPhrase,
        TellingCode,
        TellingNextCode,
        TellingPhrase,
        NoPhrase,
        Reassured,
        Warned,
        Refused,
    }

    public enum Trigger
    {
        CodeWanted,
        PhraseWanted,
        CodeFound,
        PhraseFound,
        PhraseMissing,
        IdentityFailed,
        Matched,
        Differed,
        DifferedAgain,
    }

    public sealed record Notes
    {
        public string Code { get; init; } = "";
        public string Phrase { get; init; } = "";
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.Choosing)
            .Permit(Trigger.CodeWanted, State.IdentifyingForCode)
            .Permit(Trigger.PhraseWanted, State.IdentifyingForPhrase);

        machine
            .Configure(State.IdentifyingForCode)
            .Permit(Trigger.CodeFound, State.TellingCode)
            .Permit(Trigger.IdentityFailed, State.Refused);

        machine
            .Configure(State.IdentifyingForPhrase)
            .Permit(Trigger.PhraseFound, State.TellingPhrase)
            .Permit(Trigger.PhraseMissing, State.NoPhrase)
            .Permit(Trigger.IdentityFailed, State.Refused);

        // The code may have turned between the app and the ear: another one is told before it counts.
        machine.Configure(State.TellingCode).Permit(Trigger.Matched, State.Reassured).Permit(Trigger.Differed, State.TellingNextCode);
        machine.Configure(State.TellingNextCode).Permit(Trigger.Matched, State.Reassured).Permit(Trigger.DifferedAgain, State.Warned);
        machine.Configure(State.TellingPhrase).Permit(Trigger.Matched, State.Reassured).Permit(Trigger.DifferedAgain, State.Warned);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Choosing => [Menu],
            State.IdentifyingForCode or State.IdentifyingForPhrase => [LightIdentityFlow.To(levels.HearOwnPhrase)],
            State.TellingCode => [new Say(ProofPrompts.Code(new(notes.Code))), AskIfItMatches],
            State.TellingNextCode => [new Say(ProofPrompts.NextCode(new(notes.Code))), AskIfItMatches],
            State.TellingPhrase => [new Say(ProofPrompts.Phrase(new(notes.Phrase))), AskIfItMatches],
            State.NoPhrase => [new Say(ProofPrompts.NoPhrase), new Return(Outcomes.Done)],
            State.Reassured => [new Say(ProofPrompts.Reassured), new Return(Outcomes.Done)],
            State.Warned => [new Say(ProofPrompts.HangUpAndCall), new HangUp()],
            State.Refused => [new Return(Outcomes.NotProven)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Choosing, Pressed { Keys: "1" }):
                return Understood(Trigger.CodeWanted);

            case (State.Choosing, Pressed { Keys: "2" }):
                return Understood(Trigger.PhraseWanted);

            case (State.IdentifyingForCode, CameBack { Outcome: IdentityFlow.Passed }):
                return await TellCodeAsync(call, Trigger.CodeFound, cancellationToken);

            case (State.IdentifyingForPhrase, CameBack { Outcome: IdentityFlow.Passed }):
                return await proofs.FindPhraseAsync(call.ProvenWallet(levels.HearOwnPhrase), cancellationToken) is { } phrase
                    ? Understood(Trigger.PhraseFound, notes with { Phrase = phrase })
                    : Understood(Trigger.PhraseMissing);

            case (State.IdentifyingForCode or State.IdentifyingForPhrase, CameBack):
                return Understood(Trigger.IdentityFailed);

            case (State.TellingCode or State.TellingNextCode or State.TellingPhrase, Pressed { Keys: "1" }):
                return Understood(Trigger.Matched);

            case (State.TellingCode, Pressed { Keys: "2" }):
                return await TellCodeAsync(call, Trigger.Differed, cancellationToken);

            case (State.TellingNextCode or State.TellingPhrase, Pressed { Keys: "2" }):
                return Understood(Trigger.DifferedAgain);

            default:
                return NotUnderstood;
        }
    }

    private Ask Menu =>
        new(null, new Answer.OneOf([.. CodeIfThere, new Option('2', Phrases.OwnPhrase, ProofPrompts.OfferPhrase(new('2')))]));

    private IEnumerable<Option> CodeIfThere =>
        proofs.HasCodes ? [new Option('1', Phrases.CodeOfTheApp, ProofPrompts.OfferCode(new('1')))] : [];

    private static Ask AskIfItMatches =>
        new(ProofPrompts.DoesItMatch, new Answer.OneOf(new Option('1', Phrases.Matches), new Option('2', Phrases.DoesNotMatch)))
        {
            IsUnhurried = true,
        };

    private async Task<Heard?> TellCodeAsync(Call call, Trigger why, CancellationToken cancellationToken)
    {
        var code = await proofs.CodeAsync(call.ProvenWallet(levels.HearOwnPhrase), call.Now, cancellationToken);
        return Understood(why, new Notes { Code = code });
    }
}
