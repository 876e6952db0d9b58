using Ivr.Flows.Prompts;

namespace Ivr.Flows.Calls;

/// <summary>What a flow does in a state.</summary>
public abstract record VoiceAction;

/// <summary>Says something.</summary>
/// <param name="In">Another language than the call's.</param>
public sealed record Say(Prompt Prompt, Language? In = null) : VoiceAction;

/// <summary>Asks and waits for the caller. Silence, nonsense and the keys that mean the same everywhere are the engine's business.</summary>
/// <param name="Prompt">What is asked; null where the options say it all.</param>
public sealed record Ask(Prompt? Prompt, Answer Answer) : VoiceAction
{
    /// <summary>The caller has to look something up first: silence is patience, not an error, for a while.</summary>
    public bool IsUnhurried { get; init; }

    /// <summary>Speech is not listened to, whatever the answer.</summary>
    public bool KeysOnly { get; init; }

    /// <summary>Said last, behind the options and the person.</summary>
    public Prompt? Closing { get; init; }
}

/// <summary>Goes into another flow, and hears <see cref="CameBack"/> when that returns.</summary>
public sealed record Visit(string Flow, object? Notes = null) : VoiceAction;

/// <summary>Goes on within the turn: the flow hears <see cref="LookedUp"/>.</summary>
public sealed record LookUp : VoiceAction;

/// <summary>Goes back to the flow that visited this one.</summary>
public sealed record Return(string Outcome) : VoiceAction;

/// <summary>Hands the caller to a person; the flow hears <see cref="Transferred"/>.</summary>
/// <param name="IsUrgent">Comes before everybody who waits.</param>
public sealed record Connect(bool IsUrgent = false) : VoiceAction;

/// <summary>Records what the caller says after a tone, two minutes at most; the flow hears <see cref="MessageLeft"/>.</summary>
public sealed record TakeMessage : VoiceAction;

/// <summary>Ends the call.</summary>
public sealed record HangUp : VoiceAction;
