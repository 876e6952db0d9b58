namespace Ivr.Data.Messages;

/// <summary>How far a message has come. The first three may still be sent; the last five are final.</summary>
public enum MessageState
{
    /// <summary>To be sent when it is due.</summary>
    Queued,

    /// <summary>Written down before the request leaves: whoever finds it so after its lease cannot know whether it did.</summary>
    Sending,

    /// <summary>It may have been sent: it is looked for before it is sent again.</summary>
    Unknown,

    /// <summary>Accepted by the carrier; on some networks nothing more is ever heard.</summary>
    Sent,

    Delivered,
    Undelivered,
    Failed,

    /// <summary>Refused for good, and why stands beside it.</summary>
    Dead,

    /// <summary>Of no use any more before it was sent, as a code that was keyed already: nothing is wrong, and nobody is told.</summary>
    Needless,
}
