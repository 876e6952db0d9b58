using Ivr.Flows.Calls;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Takes the caller to a person, and never leaves them in silence if nobody can come.</summary>
public sealed class AgentFlow : Flow<AgentFlow.State, AgentFlow.Trigger, AgentFlow.Notes>
{
    public const string Served = "served";
    public const string SelfService = "self-service";

    public static readonly Visit Visit = new(nameof(AgentFlow));

    /// <summary>The same, before everybody who waits: a fraud, a freeze that failed.</summary>
    public static readonly Visit UrgentVisit = new(nameof(AgentFlow), new Notes { IsUrgent = true });

    public enum State
    {
        Connecting,
        ConnectingAgain,
        TalkOver,
        NobodyCame,
        QueueFull,
        WaitedTooLong,
        LineBroken,
        BackToSelfService,
        CallerGone,
    }

    public enum Trigger
    {
        WasServed,
        WasNotReached,
        FoundQueueFull,
        GaveUpWaiting,
        LineFailed,
        HungUp,
        AnotherTryWanted,
        SelfServiceWanted,
    }

    public sealed record Notes
    {
        public bool IsUrgent { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        foreach (var connecting in new[] { State.Connecting, State.ConnectingAgain })
        {
            machine
                .Configure(connecting)
                .Permit(Trigger.WasServed, State.TalkOver)
                .Permit(Trigger.WasNotReached, State.NobodyCame)
                .Permit(Trigger.FoundQueueFull, State.QueueFull)
                .Permit(Trigger.GaveUpWaiting, State.WaitedTooLong)
                .Permit(Trigger.LineFailed, State.LineBroken)
                .Permit(Trigger.HungUp, State.CallerGone);
        }

        foreach (var waiting in new[] { State.NobodyCame, State.QueueFull, State.WaitedTooLong, State.LineBroken })
        {
            machine
                .Configure(waiting)
                .Permit(Trigger.AnotherTryWanted, State.ConnectingAgain)
                .Permit(Trigger.SelfServiceWanted, State.BackToSelfService);
        }
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Connecting => [new Say(AgentPrompts.Connecting), new Connect(notes.IsUrgent)],
            State.ConnectingAgain => [new Say(AgentPrompts.ConnectingAgain), new Connect(notes.IsUrgent)],
            State.TalkOver => [new Return(Served)],
            State.NobodyCame => [new Say(AgentPrompts.NobodyCame), WhatNow],
            State.QueueFull => [new Say(AgentPrompts.QueueFull), WhatNow],
            State.WaitedTooLong => [new Say(AgentPrompts.WaitedTooLong), WhatNow],
            State.LineBroken => [new Say(AgentPrompts.LineBroken), WhatNow],
            State.BackToSelfService => [new Return(SelfService)],
            State.CallerGone => [new HangUp()],
        };

    protected override Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken) =>
        Task.FromResult(
            (at, heard) switch
            {
                (State.Connecting or State.ConnectingAgain, Transferred { Outcome: var outcome }) => Understood(After(outcome)),
                (_, Pressed { Keys: "1" }) => Understood(Trigger.AnotherTryWanted),
                (_, Pressed { Keys: "2" }) => Understood(Trigger.SelfServiceWanted),
                _ => NotUnderstood,
            }
        );

    private static Ask WhatNow =>
        new(
            null,
            new Answer.OneOf(
                new Option('1', Phrases.TryAgain, AgentPrompts.OfferTryAgain(new('1'))),
                new Option('2', Phrases.SelfService, AgentPrompts.OfferSelfService(new('2')))
            )
        );

    private static Trigger After(TransferOutcome outcome) =>
        outcome switch
        {
            TransferOutcome.Served => Trigger.WasServed,
            TransferOutcome.NotReached => Trigger.WasNotReached,
            TransferOutcome.QueueFull => Trigger.FoundQueueFull,
            TransferOutcome.WaitedTooLong => Trigger.GaveUpWaiting,
            TransferOutcome.CallerLeft => Trigger.HungUp,
            TransferOutcome.Broken => Trigger.LineFailed,
        };
}
