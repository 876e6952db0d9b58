using Ivr.Flows.Calls;
using Ivr.Flows.Prompts;

namespace Ivr.Flows.Engine;

/// <summary>What the caller hears, and what is then waited for.</summary>
public sealed record Reply(IReadOnlyList<Spoken> Spoken, Ending Ending, Language Language, Manner Manner);

/// <summary>Something said.</summary>
/// <param name="Firm">Keys do not cut it short.</param>
public sealed record Spoken(Prompt Prompt, PromptForm Form, Language Language, bool Firm = false);

/// <summary>How a reply ends.</summary>
public abstract record Ending
{
    /// <summary>Waits for the caller's answer.</summary>
    /// <param name="KeysOnly">Speech is not listened to.</param>
    /// <param name="IsUnhurried">The caller asked for time, or has something to look up.</param>
    public sealed record Listen(Answer Answer, bool KeysOnly, bool IsUnhurried) : Ending;

    /// <summary>Goes to a person.</summary>
    public sealed record ConnectTo(Handover Handover) : Ending;

    /// <summary>Records a spoken message.</summary>
    public sealed record TakeMessage : Ending;

    public sealed record HangUp : Ending;
}

/// <summary>What the person who takes over knows before the first word.</summary>
/// <param name="Topic">The flow the caller was in.</param>
/// <param name="Trouble">What went wrong before, if anything did.</param>
/// <param name="IsUrgent">Comes before everybody who waits.</param>
public sealed record Handover(
    string Topic,
    string State,
    Level Level,
    Language Language,
    string? CaseNo,
    Trouble? Trouble = null,
    bool IsUrgent = false
)
{
    /// <summary>How far the caller got inside the state, as <c>ChangeCard 3/8</c>; null where the state says it all.</summary>
    public string? Detail { get; init; }

    /// <summary>What the caller asked that nothing was found for, made safe; null where nothing was.</summary>
    public string? Words { get; init; }

    /// <summary>The caller calls for somebody in the family, and may only be helped in general or to freeze.</summary>
    public bool ForFamily { get; init; }

    /// <summary>The hotline called, as it had promised; the caller has waited already.</summary>
    public bool WasCalledBack { get; init; }

    /// <summary>Does not go to the end of those who wait.</summary>
    public bool ComesFirst => IsUrgent || WasCalledBack;
}

/// <summary>What brought a caller to a person who did not ask for one.</summary>
public enum Trouble
{
    /// <summary>Silence, again and again.</summary>
    NotHeard,

    /// <summary>Words or keys that meant nothing, again and again.</summary>
    NotUnderstood,

    /// <summary>The call took very long.</summary>
    TooLong,

    /// <summary>The caller could not be proven.</summary>
    NotProven,
}
