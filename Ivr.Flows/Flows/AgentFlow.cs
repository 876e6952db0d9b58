using Ivr.Flows.Calendars;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Takes the caller to a person, and never leaves them in silence if nobody can come: there is always something to choose.</summary>
public sealed class AgentFlow(IAgents agents, ICallbacks callbacks) : Flow<AgentFlow.State, AgentFlow.Trigger, AgentFlow.Notes>
{
    public const string Served = "served";
    public const string SelfService = "self-service";

    /// <summary>A callback or a message: what the caller wanted now lies with a person.</summary>
    public const string Arranged = "arranged";

    public static readonly Visit Visit = new(nameof(AgentFlow));

    /// <summary>The same, before everybody who waits: a fraud, a freeze that failed, a promise broken twice.</summary>
    public static readonly Visit UrgentVisit = new(nameof(AgentFlow), new Notes { IsUrgent = true });

    public enum State
    {
        Seeking,
        Connecting,
        ConnectingAgain,
        TalkOver,
        Closed,
        NobodyCame,
        QueueFull,
        WaitedTooLong,
        LineBroken,
        ArrangingCallback,
        TakingMessage,
        LeftToPerson,
        BackToSelfService,
        CallerGone,
    }

    public enum Trigger
    {
        FoundOpen,
        FoundClosed,
        WasServed,
        WasNotReached,
        FoundQueueFull,
        GaveUpWaiting,
        LineFailed,
        HungUp,
        AnotherTryWanted,
        CallbackWanted,
        MessageWanted,
        SelfServiceWanted,
        WasArranged,
    }

    public sealed record Notes
    {
        public bool IsUrgent { get; init; }

        /// <summary>When people are there, as it was looked up last.</summary>
        public Opening Opening { get; init; } = new();

        /// <summary>The hotline can call this caller.</summary>
        public bool CanBeCalled { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine.Configure(State.Seeking).Permit(Trigger.FoundOpen, State.Connecting).Permit(Trigger.FoundClosed, State.Closed);

        foreach (var connecting in new[] { State.Connecting, State.ConnectingAgain })
        {
            machine
                .Configure(connecting)
                .Permit(Trigger.WasServed, State.TalkOver)
                .Permit(Trigger.WasNotReached, State.NobodyCame)
                .Permit(Trigger.FoundQueueFull, State.QueueFull)
                .Permit(Trigger.GaveUpWaiting, State.WaitedTooLong)
                .Permit(Trigger.LineFailed, State.LineBroken)
                .Permit(Trigger.FoundClosed, State.Closed)
                .Permit(Trigger.HungUp, State.CallerGone);
            LeadToTheOtherWays(machine, connecting);
        }

        foreach (var choosing in new[] { State.NobodyCame, State.QueueFull, State.WaitedTooLong, State.LineBroken })
        {
            machine.Configure(choosing).Permit(Trigger.AnotherTryWanted, State.ConnectingAgain).Permit(Trigger.FoundClosed, State.Closed);
            LeadToTheOtherWays(machine, choosing);
        }

        LeadToTheOtherWays(machine, State.Closed);

        machine
            .Configure(State.ArrangingCallback)
            .Permit(Trigger.WasArranged, State.LeftToPerson)
            .Permit(Trigger.MessageWanted, State.TakingMessage)
            .Permit(Trigger.SelfServiceWanted, State.BackToSelfService);

        machine
            .Configure(State.TakingMessage)
            .Permit(Trigger.WasArranged, State.LeftToPerson)
            .Permit(Trigger.SelfServiceWanted, State.BackToSelfService);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Seeking => [new LookUp()],
            State.Connecting => [new Say(AgentPrompts.Connecting), new Connect(notes.IsUrgent)],
            State.ConnectingAgain => [new Say(AgentPrompts.ConnectingAgain), new Connect(notes.IsUrgent)],
            State.TalkOver => [new Return(Served)],
            State.Closed =>
            [
                new Say(AgentPrompts.Closed(notes.Opening)),
                .. AgentChoices.Freeze,
                AgentChoices.WhileClosed(notes.CanBeCalled),
            ],
            State.NobodyCame => [new Say(AgentPrompts.NobodyCame), AgentChoices.WhatNow(notes.CanBeCalled)],
            State.QueueFull => [new Say(AgentPrompts.QueueFull), AgentChoices.WhatNow(notes.CanBeCalled)],
            State.WaitedTooLong => [new Say(AgentPrompts.WaitedTooLong), AgentChoices.WhatNow(notes.CanBeCalled)],
            State.LineBroken => [new Say(AgentPrompts.LineBroken), AgentChoices.WhatNow(notes.CanBeCalled)],
            State.ArrangingCallback => [new Visit(nameof(CallbackFlow), new CallbackFlow.Notes { IsUrgent = notes.IsUrgent })],
            State.TakingMessage => [new Visit(nameof(VoicemailFlow))],
            State.LeftToPerson => [new Return(Arranged)],
            State.BackToSelfService => [new Return(SelfService)],
            State.CallerGone => [new HangUp()],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Seeking, LookedUp):
                return await SeekAsync(call, Trigger.FoundOpen, notes, cancellationToken);

            case (State.Connecting or State.ConnectingAgain, Transferred back):
                var choice = await agents.ComeBackAsync(call, back, cancellationToken);
                return await AfterAsync(call, back.Outcome, choice, notes, cancellationToken);

            case (State.Closed, Pressed { Keys: AgentChoices.MessageWhileClosed }):
            case (not State.Closed, Pressed { Keys: AgentChoices.Message }):
                return Understood(Trigger.MessageWanted);

            case (State.Closed, Pressed { Keys: AgentChoices.CallbackWhileClosed }) when notes.CanBeCalled:
            case (not State.Closed, Pressed { Keys: AgentChoices.Callback }) when notes.CanBeCalled:
                return Understood(Trigger.CallbackWanted);

            case (_, Pressed { Keys: AgentChoices.SelfService }):
                return Understood(Trigger.SelfServiceWanted);

            case (_, Pressed { Keys: AgentChoices.TryAgain }):
                return await SeekAsync(call, Trigger.AnotherTryWanted, notes, cancellationToken);

            case (State.ArrangingCallback or State.TakingMessage, CameBack { Outcome: Outcomes.Done }):
                return Understood(Trigger.WasArranged);

            case (State.ArrangingCallback, CameBack { Outcome: CallbackFlow.MessageInstead }):
                return Understood(Trigger.MessageWanted);

            case (State.ArrangingCallback or State.TakingMessage, CameBack):
                return Understood(Trigger.SelfServiceWanted);

            default:
                return NotUnderstood;
        }
    }

    private static void LeadToTheOtherWays(StateMachine<State, Trigger> machine, State from) =>
        machine
            .Configure(from)
            .Permit(Trigger.CallbackWanted, State.ArrangingCallback)
            .Permit(Trigger.MessageWanted, State.TakingMessage)
            .Permit(Trigger.SelfServiceWanted, State.BackToSelfService);

    /// <summary>Looks whether anybody is there at all.</summary>
    private async Task<Heard?> SeekAsync(Call call, Trigger whenOpen, Notes notes, CancellationToken cancellationToken)
    {
        var opening = await agents.OpeningAsync(call.Now, cancellationToken);
        var numbers = await callbacks.FindNumbersAsync(call, cancellationToken);
        var seen = notes with { Opening = opening, CanBeCalled = numbers.Count > 0 };
        return Understood(opening.IsOpen ? whenOpen : Trigger.FoundClosed, seen);
    }

    private Task<Heard?> AfterAsync(
        Call call,
        TransferOutcome outcome,
        QueueChoice? choice,
        Notes notes,
        CancellationToken cancellationToken
    ) =>
        (outcome, choice) switch
        {
            (TransferOutcome.WaitedTooLong, QueueChoice.CallBack) => Go(Trigger.CallbackWanted),
            (TransferOutcome.WaitedTooLong, QueueChoice.Message) => Go(Trigger.MessageWanted),
            (TransferOutcome.WaitedTooLong, QueueChoice.SelfService) => Go(Trigger.SelfServiceWanted),
            (TransferOutcome.WaitedTooLong, _) => SeekAsync(call, Trigger.GaveUpWaiting, notes, cancellationToken),
            (TransferOutcome.Served, _) => Go(Trigger.WasServed),
            (TransferOutcome.CallerLeft, _) => Go(Trigger.HungUp),
            (TransferOutcome.NotReached, _) => SeekAsync(call, Trigger.WasNotReached, notes, cancellationToken),
            (TransferOutcome.QueueFull, _) => SeekAsync(call, Trigger.FoundQueueFull, notes, cancellationToken),
            (TransferOutcome.Broken, _) => SeekAsync(call, Trigger.LineFailed, notes, cancellationToken),
        };

    private static Task<Heard?> Go(Trigger trigger) => Task.FromResult<Heard?>(Understood(trigger));
}
