using System.Runtime.CompilerServices;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Finds the caller's account and proves that it is theirs, as far as the visitor needs. Other flows visit it.</summary>
public sealed partial class IdentityFlow(IAccounts accounts, ISecurityQuestions questions)
    : Flow<IdentityFlow.State, IdentityFlow.Trigger, IdentityFlow.Notes>
{
    public const string Passed = "passed";
    public const string Failed = "failed";

    private const string ForFamily = "3";

    public enum State
    {
        Starting,
        AskingNumber,
        AskingTail,
        AskingFirstQuestion,
        AskingNextQuestion,
        AskingOtherQuestion,
        ProvingByCode,
        AskingIfForFamily,
        HelpingFamily,
        JustProven,
        KnownAlready,
        NotProven,
        LeftUnproven,
    }

    public enum Trigger
    {
        ProvenBefore,
        NumberRecognised,
        NumberNotRecognised,
        NumberGiven,
        TailGiven,
        AnsweredRight,
        AnsweredWrong,
        OtherWanted,
        CodeNeeded,
        Proven,
        Apologised,
        OutOfTries,
        CodeFailed,
        MaybeForFamily,
        CallsForFamily,
        CallsForThemselves,
        PersonDone,
    }

    public sealed record Notes
    {
        public Level Needed { get; init; } = Level.L2;

        /// <summary>What the proof is for; a one-time code opens this and nothing else.</summary>
        public string Action { get; init; } = "";

        /// <summary>What was keyed as a number, until the certificate tail is there too.</summary>
        public string? Number { get; init; }

        public Claim? Claim { get; init; }

        /// <summary>The questions still to ask; the first is being asked.</summary>
        public IReadOnlyList<SecurityQuestion> Questions { get; init; } = [];

        public IReadOnlyList<long> Answered { get; init; } = [];
    }

    /// <summary>Asks for the caller's account up to a level.</summary>
    /// <param name="action">What it is for; by default as the level is named, as <c>levels.Unlock</c>.</param>
    public static Visit To(Level needed, [CallerArgumentExpression(nameof(needed))] string action = "") =>
        new(nameof(IdentityFlow), new Notes { Needed = needed, Action = action });

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.Starting)
            .Permit(Trigger.ProvenBefore, State.KnownAlready)
            .Permit(Trigger.NumberRecognised, State.AskingFirstQuestion)
            .Permit(Trigger.NumberNotRecognised, State.AskingNumber)
            .Permit(Trigger.AnsweredRight, State.AskingNextQuestion)
            .Permit(Trigger.CodeNeeded, State.ProvingByCode)
            .Permit(Trigger.CallsForFamily, State.HelpingFamily)
            .Permit(Trigger.OutOfTries, State.NotProven);

        machine
            .Configure(State.AskingNumber)
            .Permit(Trigger.NumberGiven, State.AskingTail)
            .Permit(Trigger.MaybeForFamily, State.AskingIfForFamily);

        machine.Configure(State.AskingTail).Permit(Trigger.TailGiven, State.AskingNextQuestion).Permit(Trigger.OutOfTries, State.NotProven);

        foreach (var asking in new[] { State.AskingFirstQuestion, State.AskingNextQuestion, State.AskingOtherQuestion })
        {
            Lead(machine, asking, Trigger.AnsweredRight, State.AskingNextQuestion);
            Lead(machine, asking, Trigger.OtherWanted, State.AskingNextQuestion);
            Lead(machine, asking, Trigger.AnsweredWrong, State.AskingOtherQuestion);
            machine
                .Configure(asking)
                .Permit(Trigger.CodeNeeded, State.ProvingByCode)
                .Permit(Trigger.Proven, State.JustProven)
                .Permit(Trigger.OutOfTries, State.NotProven);
        }

        machine.Configure(State.AskingFirstQuestion).Permit(Trigger.MaybeForFamily, State.AskingIfForFamily);

        machine.Configure(State.JustProven).Permit(Trigger.Apologised, State.KnownAlready);

        machine.Configure(State.ProvingByCode).Permit(Trigger.Proven, State.JustProven).Permit(Trigger.CodeFailed, State.LeftUnproven);

        machine
            .Configure(State.AskingIfForFamily)
            .Permit(Trigger.CallsForFamily, State.HelpingFamily)
            .Permit(Trigger.CallsForThemselves, State.Starting);

        machine.Configure(State.HelpingFamily).Permit(Trigger.PersonDone, State.LeftUnproven);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Starting => [new LookUp()],
            State.AskingNumber => [.. Start, new Ask(IdentityPrompts.AskNumber, new Answer.Digits(6, 20) { Alone = ForFamily, IsIdentity = true })],
            State.AskingTail => [new Ask(IdentityPrompts.AskTail, new Answer.Digits(4, 4) { EndsWithX = true, IsIdentity = true })],
            State.AskingFirstQuestion => [.. Start, AskQuestion(notes, isFirst: true)],
            State.AskingNextQuestion => [AskQuestion(notes)],
            State.AskingOtherQuestion => [new Say(IdentityPrompts.Differs), AskQuestion(notes)],
            State.ProvingByCode => [CodeFlow.To(notes.Action)],
            State.AskingIfForFamily => [new Ask(IdentityPrompts.IsItForFamily, Answer.YesNo)],
            State.HelpingFamily => [new Say(IdentityPrompts.HelpForFamily), AgentFlow.Visit],
            State.JustProven => [new Say(IdentityPrompts.Proven), ApologyFlow.Visit],
            State.KnownAlready => [new Return(Passed)],
            State.NotProven => [new Say(IdentityPrompts.NotProven), new Return(Failed)],
            State.LeftUnproven => [new Return(Failed)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.JustProven, CameBack):
                return Understood(Trigger.Apologised);

            case (State.Starting, LookedUp) when call.Identity.Reaches(notes.Needed, notes.Action):
                return Understood(Trigger.ProvenBefore);

            case (State.Starting, LookedUp) when call.IsForFamily && notes.Needed > Level.L1:
                return Understood(Trigger.CallsForFamily);

            case (State.Starting, LookedUp) when call.Identity.Level >= Level.L2:
                return Understood(Trigger.CodeNeeded);

            case (State.Starting, LookedUp) when !await questions.MayAnswerAsync(call, cancellationToken):
                return Understood(Trigger.OutOfTries);

            case (State.Starting, LookedUp) when call.Identity.WalletId is { } wallet:
                notes = notes with { Answered = call.Identity.Answered };
                return await DrawAsync(call, Claim.Proven(wallet), Trigger.AnsweredRight, notes, cancellationToken);

            case (State.Starting, LookedUp):
                return call.CallerNumber is { } number && await accounts.FindByCallerNumberAsync(number, cancellationToken) is { } found
                    ? await DrawAsync(call, found, Trigger.NumberRecognised, notes, cancellationToken)
                    : Understood(Trigger.NumberNotRecognised);

            case (State.AskingNumber or State.AskingFirstQuestion, Pressed { Keys: ForFamily }):
                return Understood(Trigger.MaybeForFamily, new Notes { Needed = notes.Needed, Action = notes.Action });

            case (State.AskingIfForFamily, Pressed { Keys: "1" }):
                return Understood(Trigger.CallsForFamily) with { Call = call with { IsForFamily = true } };

            case (State.AskingIfForFamily, Pressed { Keys: "2" }):
                return Understood(Trigger.CallsForThemselves);

            case (State.AskingNumber, Pressed { Keys: var keys }):
                return Understood(Trigger.NumberGiven, notes with { Number = keys });

            case (State.AskingTail, Pressed { Keys: var tail }):
                var claim = await accounts.FindAsync(notes.Number ?? "", tail, cancellationToken);
                return await DrawAsync(call, claim, Trigger.TailGiven, notes with { Number = null }, cancellationToken);

            case (State.AskingFirstQuestion or State.AskingNextQuestion or State.AskingOtherQuestion, Pressed or Said):
                return await HearAnswerAsync(call, notes, heard, cancellationToken);

            case (State.ProvingByCode, CameBack { Outcome: var outcome }):
                return Understood(outcome == CodeFlow.Passed ? Trigger.Proven : Trigger.CodeFailed);

            case (State.HelpingFamily, CameBack):
                return Understood(Trigger.PersonDone);

            default:
                return NotUnderstood;
        }
    }

    private static IReadOnlyList<VoiceAction> Start => [new Say(IdentityPrompts.Start), new Say(IdentityPrompts.OfferFamily)];
}
