using Ivr.Flows.Calls;
using Stateless.Reflection;

namespace Ivr.Web.Proving;

/// <summary>Notes which states and transitions of the flows were run.</summary>
public sealed class Journey
{
    private readonly HashSet<(string Flow, string State)> states = [];
    private readonly HashSet<(string Flow, string State, string Trigger)> transitions = [];

    public int States => states.Count;

    public int Transitions => transitions.Count;

    /// <summary>A flow as it is, with what it does noted.</summary>
    public IFlow Watch(IFlow flow) => new Watched(flow, this);

    public void Reach(Frame frame) => states.Add((frame.Flow, frame.State));

    /// <summary>What stands in the flows' tables and was never run.</summary>
    public Unrun Missing(IEnumerable<IFlow> flows)
    {
        var tables = flows.Select(flow => (flow.Name, flow.Table)).ToList();
        return new Unrun(
            [
                .. from flow in tables
                from state in flow.Table.States
                where !states.Contains((flow.Name, state.ToString()))
                select $"{flow.Name}.{state}",
            ],
            [
                .. from flow in tables
                from state in flow.Table.States
                from way in state.FixedTransitions
                where !transitions.Contains((flow.Name, state.ToString(), Trigger(way)))
                select $"{flow.Name}.{state} -{Trigger(way)}-> {way.DestinationState}",
            ]
        );
    }

    /// <summary>How many states and transitions the tables have.</summary>
    public static (int States, int Transitions) Count(IEnumerable<IFlow> flows)
    {
        var all = flows.SelectMany(flow => flow.Table.States).ToList();
        return (all.Count, all.Sum(state => state.FixedTransitions.Count()));
    }

    private static string Trigger(FixedTransitionInfo way) => way.Trigger.ToString();

    private sealed class Watched(IFlow flow, Journey journey) : IFlow
    {
        public string Name => flow.Name;

        public StateMachineInfo Table => flow.Table;

        public Frame Begin(object? notes = null) => flow.Begin(notes);

        public Frame Sample(string state) => flow.Sample(state);

        public bool CanRead(Frame frame) => flow.CanRead(frame);

        public IReadOnlyList<VoiceAction> Say(Frame frame)
        {
            journey.Reach(frame);
            return flow.Say(frame);
        }

        public string? DetailOf(Frame frame) => flow.DetailOf(frame);

        public async Task<Moved?> HearAsync(Call call, Frame frame, CallEvent heard, CancellationToken cancellationToken)
        {
            var moved = await flow.HearAsync(call, frame, heard, cancellationToken);
            if (moved is not null)
            {
                journey.transitions.Add((flow.Name, frame.State, moved.Trigger));
            }

            return moved;
        }
    }
}

/// <summary>What was never run.</summary>
public sealed record Unrun(IReadOnlyList<string> States, IReadOnlyList<string> Transitions);
