using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Takes a spoken message into a case.</summary>
public sealed class VoicemailFlow(IVoicemails voicemails) : Flow<VoicemailFlow.State, VoicemailFlow.Trigger, VoicemailFlow.Notes>
{
    public enum State
    {
        Recording,
        Kept,
        NothingHeard,
        RecordingAgain,
        Declined,
        CallerGone,
    }

    public enum Trigger
    {
        WasLeft,
        WasEmpty,
        HungUp,
        AnotherTryWanted,
        NoTryWanted,
    }

    public sealed record Notes : INotesWithCase
    {
        public string? CaseNo { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        foreach (var recording in new[] { State.Recording, State.RecordingAgain })
        {
            machine
                .Configure(recording)
                .Permit(Trigger.WasLeft, State.Kept)
                .Permit(Trigger.WasEmpty, State.NothingHeard)
                .Permit(Trigger.HungUp, State.CallerGone);
        }

        machine
            .Configure(State.NothingHeard)
            .Permit(Trigger.AnotherTryWanted, State.RecordingAgain)
            .Permit(Trigger.NoTryWanted, State.Declined);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Recording => [new Say(VoicemailPrompts.SpeakNow), new TakeMessage()],
            State.Kept => [new Say(VoicemailPrompts.Kept(new(notes.CaseNo ?? ""))), new Return(Outcomes.Done)],
            State.NothingHeard => [new Say(VoicemailPrompts.NothingHeard), WhatNow],
            State.RecordingAgain => [new Say(VoicemailPrompts.SpeakAgain), new TakeMessage()],
            State.Declined => [new Return(AgentFlow.SelfService)],
            State.CallerGone => [new HangUp()],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Recording or State.RecordingAgain, MessageLeft { IsEmpty: true, HungUp: false }):
                return Understood(Trigger.WasEmpty);

            case (State.Recording or State.RecordingAgain, MessageLeft message):
                var caseNo = message.IsEmpty ? call.CaseNo : await voicemails.KeepAsync(call, message, cancellationToken);
                return Understood(message.HungUp ? Trigger.HungUp : Trigger.WasLeft, new Notes { CaseNo = caseNo });

            case (State.NothingHeard, Pressed { Keys: "1" }):
                return Understood(Trigger.AnotherTryWanted);

            case (State.NothingHeard, Pressed { Keys: "2" }):
                return Understood(Trigger.NoTryWanted);

            default:
                return NotUnderstood;
        }
    }

    private static Ask WhatNow => new(null, new Answer.OneOf(AgentChoices.LeaveMessage('1'), AgentChoices.BackToSelfService));
}
