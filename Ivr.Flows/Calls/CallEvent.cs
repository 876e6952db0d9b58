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
/// <param name="WaitedSeconds">How long the caller was in the queue; 0 where there was none.</param>
public sealed record Transferred(TransferOutcome Outcome, int WaitedSeconds = 0) : CallEvent;

/// <summary>The time for a spoken message is over.</summary>
/// <param name="RecordingSid">Twilio's identifier of the recording; null where nothing was recorded.</param>
/// <param name="HungUp">The caller hung up behind it; nothing that is said now is heard.</param>
public sealed record MessageLeft(string? RecordingSid, int Seconds, bool HungUp) : CallEvent
{
    /// <summary>Nothing was said.</summary>
    public bool IsEmpty => RecordingSid is null || Seconds <= 0;
}

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
