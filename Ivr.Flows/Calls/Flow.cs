using System.Text.Encodings.Web;
using System.Text.Json;
using Ivr.Flows.Checks;
using Stateless;
using Stateless.Reflection;

namespace Ivr.Flows.Calls;

/// <summary>
/// One branch of the hotline. <see cref="Map"/> is its table, <see cref="Say(TState, TNotes)"/> what each state says, and
/// <see cref="HearAsync(Call, TState, CallEvent, TNotes, CancellationToken)"/> the only place that awaits and decides. The first state of the
/// enum is where it begins.
/// </summary>
public abstract class Flow<TState, TTrigger, TNotes> : IFlow
    where TState : struct, Enum
    where TTrigger : struct, Enum
    where TNotes : class, new()
{
    // The reply to a webhook is text for a telephone: Han characters need no escaping in our own database.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public string Name => GetType().Name;

    public StateMachineInfo Table
    {
        get
        {
            var machine = new StateMachine<TState, TTrigger>(default(TState));
            Map(machine);
            return machine.GetInfo();
        }
    }

    /// <summary>Not understood: the engine asks again.</summary>
    protected static Heard? NotUnderstood => null;

    public Frame Begin(object? notes = null) =>
        new(Name, default(TState).ToString(), JsonSerializer.Serialize(notes ?? new TNotes(), Json));

    public Frame Sample(string state) => new(Name, state, JsonSerializer.Serialize(Samples.Of(typeof(TNotes)), Json));

    public bool CanRead(Frame frame)
    {
        try
        {
            return Enum.TryParse<TState>(frame.State, out var state)
                && state.ToString() == frame.State
                && Say(state, Read(frame)).Count > 0;
        }
        catch (Exception)
        {
            // What the state would say does not fit what it kept in mind: whatever the reason, there is no going on from here.
            return false;
        }
    }

    public IReadOnlyList<VoiceAction> Say(Frame frame) => Say(Enum.Parse<TState>(frame.State), Read(frame));

    public string? DetailOf(Frame frame) => Detail(Enum.Parse<TState>(frame.State), Read(frame));

    public async Task<Moved?> HearAsync(Call call, Frame frame, CallEvent heard, CancellationToken cancellationToken)
    {
        var state = Enum.Parse<TState>(frame.State);
        var notes = Read(frame);
        if (await HearAsync(call, state, heard, notes, cancellationToken) is not { } understood)
        {
            return null;
        }

        var machine = new StateMachine<TState, TTrigger>(() => state, next => state = next);
        Map(machine);
        machine.Fire(understood.Trigger);
        var after = understood.Notes ?? notes;
        var moved = frame with { State = state.ToString(), Notes = JsonSerializer.Serialize(after, Json) };
        return new Moved(moved, understood.Trigger.ToString(), WithNewCase(understood.Call ?? call, notes, after));
    }

    private static Call WithNewCase(Call call, TNotes before, TNotes after) =>
        after is INotesWithCase { CaseNo: { } opened } && opened != (before as INotesWithCase)?.CaseNo
            ? call with
            {
                CaseNo = opened,
            }
            : call;

    /// <summary>The table: which fact leads from which state to which. No actions, guards or substates.</summary>
    protected abstract void Map(StateMachine<TState, TTrigger> machine);

    /// <summary>What a state says and then does. Pure.</summary>
    protected abstract IReadOnlyList<VoiceAction> Say(TState at, TNotes notes);

    /// <summary>What a person who takes over should know beyond the state; nothing the caller said or keyed in full. Pure.</summary>
    protected virtual string? Detail(TState at, TNotes notes) => null;

    /// <summary>Looks up, decides, acts.</summary>
    protected abstract Task<Heard?> HearAsync(Call call, TState at, CallEvent heard, TNotes notes, CancellationToken cancellationToken);

    /// <summary>Understood: the fact that moves the flow, and what it keeps in mind.</summary>
    protected static Heard Understood(TTrigger trigger, TNotes? notes = null) => new(trigger, notes);

    /// <summary>Permits a trigger that may lead back to the state it left.</summary>
    protected static void Lead(StateMachine<TState, TTrigger> machine, TState from, TTrigger trigger, TState to) =>
        _ = EqualityComparer<TState>.Default.Equals(from, to)
            ? machine.Configure(from).PermitReentry(trigger)
            : machine.Configure(from).Permit(trigger, to);

    private static TNotes Read(Frame frame) =>
        JsonSerializer.Deserialize<TNotes>(frame.Notes, Json) ?? throw new JsonException($"{frame.Flow} has no notes.");

    /// <summary>What was understood.</summary>
    /// <param name="Notes">The notes from now on; null to keep them.</param>
    protected sealed record Heard(TTrigger Trigger, TNotes? Notes = null)
    {
        /// <summary>What is known of the call from now on; null to leave it.</summary>
        public Call? Call { get; init; }
    }
}
