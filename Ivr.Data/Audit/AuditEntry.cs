namespace Ivr.Data.Audit;

/// <summary>A row of the audit: who did what to which row. Never an answer, a number or a name.</summary>
public sealed record AuditEntry
{
    /// <summary>Its place: from 1, without gaps. It orders the audit, and time does not.</summary>
    public long Seq { get; init; }

    public required DateTimeOffset At { get; init; }
    public required string Actor { get; init; }
    public required string Action { get; init; }
    public required string Subject { get; init; }
    public string? CallSid { get; init; }

    /// <summary>See <see cref="AuditChain"/>.</summary>
    public string Hash { get; init; } = "";
}

/// <summary>Where the audit has come to: its last row and that row's hash, which stands for all rows before it.</summary>
public sealed record AuditHead
{
    /// <summary>Before the first row.</summary>
    public static readonly AuditHead Start = new() { Seq = 0, Hash = new string('0', 64) };

    public required long Seq { get; init; }
    public required string Hash { get; init; }
}
