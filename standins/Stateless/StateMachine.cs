using System.Collections.Generic;
using System.Linq;
using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private readonly Dictionary<TState, StateConfiguration> configurations = [];
    private readonly System.Func<TState> read;
    private readonly System.Action<TState> write;
    private readonly TState initial;

    public StateMachine(System.Func<TState> stateAccessor, System.Action<TState> stateMutator)
    {
        read = stateAccessor ?? throw new System.ArgumentNullException(nameof(stateAccessor));
        write = stateMutator ?? throw new System.ArgumentNullException(nameof(stateMutator));
        initial = stateAccessor();
    }

    public StateMachine(TState initialState)
    {
        var state = initialState;
        read = () => state;
        write = next => state = next;
        initial = initialState;
    }

    public TState State => read();

    public StateConfiguration Configure(TState state)
    {
        if (!configurations.TryGetValue(state, out var configuration))
        {
            configurations.Add(state, configuration = new StateConfiguration(state));
        }

        return configuration;
    }

    public bool CanFire(TTrigger trigger) => Find(trigger, out _);

    public void Fire(TTrigger trigger)
    {
        if (!Find(trigger, out var destination))
        {
            throw new System.InvalidOperationException(
                $"No valid leaving transitions are permitted from state '{State}' for trigger '{trigger}'. Consider ignoring the trigger."
            );
        }

        write(destination);
    }

    /// <summary>States in the order in which they were configured, then those that are only led to.</summary>
    public StateMachineInfo GetInfo()
    {
        var infos = configurations
            .Keys.Concat(configurations.Values.SelectMany(from => from.Transitions.Select(to => to.Destination)))
            .Append(initial)
            .Distinct()
            .ToDictionary(state => state, state => new StateInfo(state));
        foreach (var (state, configuration) in configurations)
        {
            infos[state].FixedTransitions =
            [
                .. configuration.Transitions.Select(to => new FixedTransitionInfo(new TriggerInfo(to.Trigger), infos[to.Destination])),
            ];
        }

        return new StateMachineInfo(infos.Values, typeof(TState), typeof(TTrigger), infos[initial]);
    }

    private bool Find(TTrigger trigger, out TState destination)
    {
        var found = configurations.TryGetValue(State, out var from) ? from.Transitions.FindAll(to => Equals(to.Trigger, trigger)) : [];
        if (found.Count > 1)
        {
            throw new System.InvalidOperationException(
                $"Multiple permitted exit transitions are configured from state '{State}' for trigger '{trigger}'. Guard clauses must be mutually exclusive."
            );
        }

        destination = found.Count == 1 ? found[0].Destination : default;
        return found.Count == 1;
    }
}
