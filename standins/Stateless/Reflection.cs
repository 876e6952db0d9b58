using System;
using System.Collections.Generic;

namespace Stateless.Reflection;

public class StateMachineInfo
{
    internal StateMachineInfo(IEnumerable<StateInfo> states, Type stateType, Type triggerType, StateInfo initialState)
    {
        States = states;
        StateType = stateType;
        TriggerType = triggerType;
        InitialState = initialState;
    }

    public StateInfo InitialState { get; }

    public IEnumerable<StateInfo> States { get; }

    public Type StateType { get; }

    public Type TriggerType { get; }
}

public class StateInfo
{
    internal StateInfo(object state) => UnderlyingState = state;

    public object UnderlyingState { get; }

    public IEnumerable<FixedTransitionInfo> FixedTransitions { get; internal set; } = [];

    public override string ToString() => UnderlyingState?.ToString() ?? "<null>";
}

public abstract class TransitionInfo
{
    public TriggerInfo Trigger { get; protected set; }
}

public class FixedTransitionInfo : TransitionInfo
{
    internal FixedTransitionInfo(TriggerInfo trigger, StateInfo destination)
    {
        Trigger = trigger;
        DestinationState = destination;
    }

    public StateInfo DestinationState { get; }
}

public class TriggerInfo
{
    internal TriggerInfo(object trigger) => UnderlyingTrigger = trigger;

    public object UnderlyingTrigger { get; }

    public override string ToString() => UnderlyingTrigger?.ToString() ?? "<null>";
}
