using Stateless.Reflection;

namespace Ivr.Flows.Calls;

/// <summary>A flow as the engine sees it.</summary>
public interface IFlow
{
    string Name { get; }

    /// <summary>The table of the flow, for diagrams and checks.</summary>
    StateMachineInfo Table { get; }

    /// <summary>The flow in its first state.</summary>
    /// <param name="notes">What the visitor wants kept in mind; null for none.</param>
    Frame Begin(object? notes = null);

    /// <summary>The flow in any of its states, with made-up notes in which nothing is missing.</summary>
    Frame Sample(string state);

    /// <summary>Whether this version of the flow knows the state and can read the notes.</summary>
    bool CanRead(Frame frame);

    IReadOnlyList<VoiceAction> Say(Frame frame);

    /// <summary>What a person who takes over should know beyond the state; null where there is nothing.</summary>
    string? DetailOf(Frame frame);

    /// <summary>Where the flow goes with what it heard; null where that means nothing to it.</summary>
    Task<Moved?> HearAsync(Call call, Frame frame, CallEvent heard, CancellationToken cancellationToken);
}

/// <summary>A flow moved on.</summary>
/// <param name="Trigger">The fact that moved it.</param>
/// <param name="Call">What is known of the call now.</param>
public sealed record Moved(Frame Frame, string Trigger, Call Call);
