using System.Collections.Generic;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public class StateConfiguration
    {
        internal StateConfiguration(TState state) => State = state;

        internal List<(TTrigger Trigger, TState Destination)> Transitions { get; } = [];

        private TState State { get; }

        public StateConfiguration Permit(TTrigger trigger, TState destinationState)
        {
            if (Equals(State, destinationState))
            {
                throw new System.ArgumentException(
                    "Permit() (and PermitIf()) require that the destination state is not equal to the source state. To accept a trigger without changing state, use either Ignore() or PermitReentry().",
                    nameof(destinationState)
                );
            }

            Transitions.Add((trigger, destinationState));
            return this;
        }

        public StateConfiguration PermitReentry(TTrigger trigger)
        {
            Transitions.Add((trigger, State));
            return this;
        }
    }
}
