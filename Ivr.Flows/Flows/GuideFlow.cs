using Ivr.Flows.Calls;
using Ivr.Flows.Speaking;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Tells a guide piece by piece, as slowly as the caller goes: steps with their number, reasons and tips one after another.</summary>
public sealed class GuideFlow : Flow<GuideFlow.State, GuideFlow.Trigger, GuideFlow.Notes>
{
    /// <summary>Everything was told.</summary>
    public const string AllTold = "all-told";

    public enum State
    {
        Telling,
        TellingLast,
        Finished,
        LeftEarly,
    }

    public enum Trigger
    {
        NextWanted,
        LastWanted,
        LastDone,
        HeardEnough,
    }

    public sealed record Notes
    {
        public Guide Guide { get; init; }

        /// <summary>The piece that is told, from 0.</summary>
        public int At { get; init; }
    }

    public static Visit To(Guide guide) => new(nameof(GuideFlow), new Notes { Guide = guide });

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.Telling)
            .PermitReentry(Trigger.NextWanted)
            .Permit(Trigger.LastWanted, State.TellingLast)
            .Permit(Trigger.HeardEnough, State.LeftEarly);

        machine.Configure(State.TellingLast).Permit(Trigger.LastDone, State.Finished);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Telling when notes.Guide.IsSteps() => Step(notes),
            State.Telling => [Piece(notes), new Ask(GuidePrompts.NextOrEnough, NextOrEnough) { IsUnhurried = true }],
            State.TellingLast when notes.Guide.IsSteps() => Step(notes),
            State.TellingLast => [Piece(notes), new Return(AllTold)],
            State.Finished => [new Return(AllTold)],
            State.LeftEarly => [new Return(Outcomes.Done)],
        };

    protected override Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken) =>
        Task.FromResult(
            (at, heard) switch
            {
                (State.Telling, Pressed { Keys: "1" }) => GoOn(notes with { At = notes.At + 1 }),
                (State.Telling, Pressed { Keys: "2" }) => Understood(Trigger.HeardEnough),
                (State.TellingLast, Pressed { Keys: "1" }) => Understood(Trigger.LastDone),
                _ => NotUnderstood,
            }
        );

    protected override string? Detail(State at, Notes notes) => $"{notes.Guide} {notes.At + 1}/{notes.Guide.Pieces().Count}";

    private static readonly Answer StepDone = new Answer.OneOf(new Option('1', Phrases.NextStep));

    private static readonly Answer NextOrEnough = new Answer.OneOf(
        new Option('1', Phrases.NextPiece),
        new Option('2', Phrases.HeardEnough)
    );

    private static Heard GoOn(Notes next) =>
        Understood(next.At == next.Guide.Pieces().Count - 1 ? Trigger.LastWanted : Trigger.NextWanted, next);

    private static Say Piece(Notes notes) => new(GuidePrompts.Piece(notes.Guide.Pieces()[notes.At]));

    private static IReadOnlyList<VoiceAction> Step(Notes notes) =>
        [
            new Say(GuidePrompts.Position(new Count(notes.At + 1), new Count(notes.Guide.Pieces().Count) { Measured = true })),
            Piece(notes),
            new Ask(GuidePrompts.DoneOrAgain, StepDone) { IsUnhurried = true },
        ];
}
