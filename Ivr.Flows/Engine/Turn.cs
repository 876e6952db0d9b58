namespace Ivr.Flows.Engine;

/// <summary>A turn that was taken: the call from now on, and what the caller hears.</summary>
public sealed record Turn(Session Session, Reply Reply);
