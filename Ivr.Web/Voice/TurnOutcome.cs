using Ivr.Flows.Engine;

namespace Ivr.Web.Voice;

/// <summary>What came of a turn.</summary>
public enum TurnOutcome
{
    /// <summary>The call began, or began anew.</summary>
    Began,

    /// <summary>It went on to another state.</summary>
    Moved,

    /// <summary>The same is asked again, which is no error: a repetition, help, more time.</summary>
    Stayed,

    NoInput,
    NoMatch,
    ToPerson,
    Message,
    HungUp,
}

/// <summary>Reads off what came of a turn from the session before and behind it.</summary>
internal static class TurnOutcomes
{
    /// <param name="before">Null where the call began, or began anew.</param>
    public static TurnOutcome Of(Session? before, CallerInput input, Turn turn) =>
        turn.Reply.Ending switch
        {
            Ending.ConnectTo => TurnOutcome.ToPerson,
            Ending.TakeMessage => TurnOutcome.Message,
            Ending.HangUp => TurnOutcome.HungUp,
            _ when before is null => TurnOutcome.Began,
            _ when turn.Session.Patience.InCall > before.Patience.InCall => input is CallerInput.Silence
                ? TurnOutcome.NoInput
                : TurnOutcome.NoMatch,
            _ when (turn.Session.Now.Flow, turn.Session.Now.State) == (before.Now.Flow, before.Now.State) => TurnOutcome.Stayed,
            _ => TurnOutcome.Moved,
        };
}
