using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Finds the caller's account and proves that it is theirs, as far as the visitor needs. Other flows visit it.</summary>
public sealed class IdentityFlow(IAccounts accounts, ISecurityQuestions questions)
    : Flow<IdentityFlow.State, IdentityFlow.Trigger, IdentityFlow.Notes>
{
    public const string Passed = "passed";
    public const string Failed = "failed";

    public enum State
    {
        Starting,
        AskingNumber,
        AskingTail,
        AskingFirstQuestion,
        AskingNextQuestion,
        AskingOtherQuestion,
        JustProven,
        KnownAlready,
        NotProven,
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
        Proven,
        OutOfTries,
    }

    public sealed record Notes
    {
        public Level Needed { get; init; } = Level.L2;

        /// <summary>What was keyed as a number, until the certificate tail is there too.</summary>
        public string? Number { get; init; }

        public Claim? Claim { get; init; }

        /// <summary>The questions still to ask; the first is being asked.</summary>
        public IReadOnlyList<SecurityQuestion> Questions { get; init; } = [];

        public IReadOnlyList<long> Answered { get; init; } = [];
    }

    /// <summary>Asks for the caller's account up to a level.</summary>
    public static Visit To(Level needed) => new(nameof(IdentityFlow), new Notes { Needed = needed });

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.Starting)
            .Permit(Trigger.ProvenBefore, State.KnownAlready)
            .Permit(Trigger.NumberRecognised, State.AskingFirstQuestion)
            .Permit(Trigger.NumberNotRecognised, State.AskingNumber)
            .Permit(Trigger.AnsweredRight, State.AskingNextQuestion)
            .Permit(Trigger.OutOfTries, State.NotProven);

        machine.Configure(State.AskingNumber).Permit(Trigger.NumberGiven, State.AskingTail);

        machine.Configure(State.AskingTail).Permit(Trigger.TailGiven, State.AskingNextQuestion).Permit(Trigger.OutOfTries, State.NotProven);

        foreach (var asking in new[] { State.AskingFirstQuestion, State.AskingNextQuestion, State.AskingOtherQuestion })
        {
            Lead(machine, asking, Trigger.AnsweredRight, State.AskingNextQuestion);
            Lead(machine, asking, Trigger.AnsweredWrong, State.AskingOtherQuestion);
            machine.Configure(asking).Permit(Trigger.Proven, State.JustProven).Permit(Trigger.OutOfTries, State.NotProven);
        }
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Starting => [new LookUp()],
            State.AskingNumber => [new Say(IdentityPrompts.Start), new Ask(IdentityPrompts.AskNumber, new Answer.Digits(6, 20))],
            State.AskingTail => [new Ask(IdentityPrompts.AskTail, new Answer.Digits(4, 4) { EndsWithX = true })],
            State.AskingFirstQuestion => [new Say(IdentityPrompts.Start), AskQuestion(notes)],
            State.AskingNextQuestion => [AskQuestion(notes)],
            State.AskingOtherQuestion => [new Say(IdentityPrompts.Differs), AskQuestion(notes)],
            State.JustProven => [new Say(IdentityPrompts.Proven), new Return(Passed)],
            State.KnownAlready => [new Return(Passed)],
            State.NotProven => [new Say(IdentityPrompts.NotProven), new Return(Failed)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Starting, LookedUp) when call.Identity.Level >= notes.Needed:
                return Understood(Trigger.ProvenBefore);

            case (State.Starting, LookedUp) when !await questions.MayAnswerAsync(call, cancellationToken):
                return Understood(Trigger.OutOfTries);

            case (State.Starting, LookedUp) when call.Identity.WalletId is { } wallet:
                var known = new Claim
                {
                    WalletId = wallet,
                    Seed = 0,
                    Holds = true,
                };
                return await DrawAsync(known, Trigger.AnsweredRight, notes with { Answered = call.Identity.Answered }, cancellationToken);

            case (State.Starting, LookedUp):
                return call.CallerNumber is { } number && await accounts.FindByCallerNumberAsync(number, cancellationToken) is { } found
                    ? await DrawAsync(found, Trigger.NumberRecognised, notes, cancellationToken)
                    : Understood(Trigger.NumberNotRecognised);

            case (State.AskingNumber, Pressed { Keys: var keys }):
                return Understood(Trigger.NumberGiven, notes with { Number = keys });

            case (State.AskingTail, Pressed { Keys: var tail }):
                var claim = await accounts.FindAsync(notes.Number ?? "", tail, cancellationToken);
                return await DrawAsync(claim, Trigger.TailGiven, notes with { Number = null }, cancellationToken);

            case (State.AskingFirstQuestion or State.AskingNextQuestion or State.AskingOtherQuestion, Pressed { Keys: var answer }):
                return await AnswerAsync(call, notes, answer, cancellationToken);

            default:
                return NotUnderstood;
        }
    }

    private static Ask AskQuestion(Notes notes) =>
        new(IdentityPrompts.Question(notes.Questions[0].Text), new Answer.Digits(notes.Questions[0].Digits, notes.Questions[0].Digits));

    private async Task<Heard?> DrawAsync(Claim claim, Trigger drawn, Notes notes, CancellationToken cancellationToken)
    {
        var all = await questions.DrawAsync(claim, cancellationToken);
        var open = all.Where(question => !notes.Answered.Contains(question.Id)).ToList();
        return open.Count == 0 ? Understood(Trigger.OutOfTries) : Understood(drawn, notes with { Claim = claim, Questions = open });
    }

    private async Task<Heard?> AnswerAsync(Call call, Notes notes, string answer, CancellationToken cancellationToken)
    {
        if (notes.Claim is not { } claim)
        {
            return Understood(Trigger.OutOfTries); // Nobody was named: kept notes that say otherwise are not ours.
        }

        var asked = notes.Questions[0];
        var verdict = await questions.AnswerAsync(call, claim, asked.Id, answer, cancellationToken);
        var rest = notes with { Questions = [.. notes.Questions.Skip(1)] };
        switch (verdict)
        {
            case Verdict.Right:
                return await RightAsync(call, claim, rest with { Answered = [.. notes.Answered, asked.Id] }, cancellationToken);
            case Verdict.Wrong when rest.Questions.Count > 0:
                return Understood(Trigger.AnsweredWrong, rest);
            default:
                return Understood(Trigger.OutOfTries, rest);
        }
    }

    private async Task<Heard?> RightAsync(Call call, Claim claim, Notes notes, CancellationToken cancellationToken)
    {
        var reached = notes.Answered.Count > 1 ? Level.L2 : Level.L1Plus;
        var known = call with
        {
            Identity = new Identity
            {
                WalletId = claim.WalletId,
                Level = reached,
                ProvenAt = call.Identity.ProvenAt ?? call.Now,
                Answered = notes.Answered,
            },
        };
        if (reached == Level.L2)
        {
            await questions.ForgiveAsync(call, claim, cancellationToken);
        }

        if (reached >= notes.Needed)
        {
            return Understood(Trigger.Proven, notes) with { Call = known };
        }

        return notes.Questions.Count > 0
            ? Understood(Trigger.AnsweredRight, notes) with
            {
                Call = known,
            }
            : Understood(Trigger.OutOfTries, notes) with
            {
                Call = known,
            };
    }
}
