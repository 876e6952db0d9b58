namespace Ivr.Tests.Faults;

/// <summary>When the program dies.</summary>
public enum Window
{
    /// <summary>At any moment.</summary>
    Random,

    /// <summary>An attempt was counted, and not yet compared.</summary>
    AfterReserve,

    /// <summary>Between two statements of a turn.</summary>
    InTransaction,

    /// <summary>A turn is committed, and nothing of its reply is written.</summary>
    AfterCommit,

    /// <summary>A reply is complete, and does not leave.</summary>
    BeforeReply,

    /// <summary>A message is claimed, and the carrier has not taken it.</summary>
    BeforeSend,

    /// <summary>The carrier took a message, and nobody heard so.</summary>
    AfterSend,
}
