using Ivr.Flows.Calls;
using Ivr.Flows.Prompts;

namespace Ivr.Flows.Engine;

/// <summary>What the caller hears, and what is then waited for.</summary>
public sealed record Reply(IReadOnlyList<Spoken> Spoken, Ending Ending, Language Language);

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

    public sealed record HangUp : Ending;
}

/// <summary>What the person who takes over knows before the first word.</summary>
/// <param name="Topic">The flow the caller was in.</param>
public sealed record Handover(string Topic, string State, Level Level, Language Language, string? CaseNo)
{
    /// <summary>The caller calls for somebody in the family, and may only be helped in general or to freeze.</summary>
    public bool ForFamily { get; init; }
}
