using Ivr.Flows.Engine;

namespace Ivr.Flows.Calls;

/// <summary>What a call that the hotline places knows of the one it was promised in.</summary>
/// <param name="Id">The row of the promise.</param>
/// <param name="Topic">The flow that the caller was in then.</param>
/// <param name="State">The state of that flow.</param>
public sealed record PromisedCall(string Id, string Topic, string State)
{
    /// <summary>See <see cref="Handover.Detail"/>.</summary>
    public string? Detail { get; init; }

    public Trouble? Trouble { get; init; }

    public bool IsUrgent { get; init; }

    /// <summary>No other attempt follows.</summary>
    public bool IsLast { get; init; }

    /// <summary>A person answered, as far as the telephone network can tell; else perhaps a machine that records.</summary>
    public bool PersonAnswered { get; init; }
}
