namespace Ivr.Flows.Calls;

/// <summary>What a flow hears.</summary>
public abstract record CallEvent;

/// <summary>The caller pressed keys, or said words that mean them.</summary>
public sealed record Pressed(string Keys) : CallEvent;

/// <summary>The caller said something in their own words, where the question was open.</summary>
/// <param name="Words">As the recogniser heard them; 200 characters at most.</param>
public sealed record Said(string Words) : CallEvent;

/// <summary>A visited flow returned.</summary>
public sealed record CameBack(string Flow, string Outcome) : CallEvent;

/// <summary>The turn goes on by itself: now is the time to look something up.</summary>
public sealed record LookedUp : CallEvent;

/// <summary>The caller is back from a transfer to a person.</summary>
public sealed record Transferred(TransferOutcome Outcome) : CallEvent;

/// <summary>How a transfer ended.</summary>
public enum TransferOutcome
{
    /// <summary>The caller talked to a person, who hung up or sent the caller back.</summary>
    Served,

    /// <summary>Nobody answered, or the person declined.</summary>
    NotReached,

    QueueFull,

    WaitedTooLong,

    /// <summary>The caller hung up; nothing that is said now is heard.</summary>
    CallerLeft,

    /// <summary>Something broke, or the telephone network gave an answer the hotline does not know.</summary>
    Broken,
}
