namespace Ivr.Web.Messages;

/// <summary>What came of a request to the carrier.</summary>
public abstract record SendResult
{
    /// <summary>It is on its way under this name.</summary>
    public sealed record Accepted(string Sid) : SendResult;

    /// <summary>Surely not sent, and worth another try: too many requests, or no connection.</summary>
    public sealed record NotNow(string Code) : SendResult;

    /// <summary>Surely not sent, and never will be.</summary>
    /// <param name="Code">The carrier's.</param>
    public sealed record Refused(string Code) : SendResult;

    /// <summary>It may have been sent, or not.</summary>
    public sealed record Unclear(string Code) : SendResult;
}

/// <summary>A message as the carrier has it.</summary>
public sealed record CarriedMessage(string Sid, string Text, DateTimeOffset At);
