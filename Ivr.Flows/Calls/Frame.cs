namespace Ivr.Flows.Calls;

/// <summary>A flow that is under way: where it stands and what it keeps in mind.</summary>
/// <param name="Notes">The flow's notes as JSON.</param>
public sealed record Frame(string Flow, string State, string Notes)
{
    /// <summary>The engine went here by itself, as for the 0 key; the flow below did not ask for it.</summary>
    public bool Interrupts { get; init; }
}
