using System.Text.Json.Serialization;

namespace Ivr.Flows.Calls;

/// <summary>Whose account this call is about, and how well that is proven.</summary>
public sealed record Identity
{
    /// <summary>A telephone that is put down and picked up later may be in other hands.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public static readonly Identity Nobody = new();

    /// <summary>Null until an account is proven at L1 or better.</summary>
    public long? WalletId { get; init; }

    public Level Level { get; init; }

    /// <summary>When the first proof was given; a proof does not outlive <see cref="Lifetime"/>.</summary>
    public DateTimeOffset? ProvenAt { get; init; }

    /// <summary>The security questions answered rightly in this call; none of them counts twice.</summary>
    public IReadOnlyList<long> Answered { get; init; } = [];

    /// <summary>The action that a one-time code was given for: the level it brought holds for that one only.</summary>
    public string? CodeFor { get; init; }

    /// <summary>Answers were given while so many were guessing that they prove nothing before a code is right too.</summary>
    public bool NeedsCode { get; init; }

    /// <summary>What the proofs are worth.</summary>
    [JsonIgnore]
    public Level Proven => NeedsCode && CodeFor is null && Level > Level.L1 ? Level.L1 : Level;

    /// <summary>Whether the caller is proven well enough for an action.</summary>
    public bool Reaches(Level needed, string action) => Proven >= needed && (needed < Level.L3 || CodeFor == action);

    public bool HasExpired(DateTimeOffset now) => ProvenAt + Lifetime <= now;

    /// <summary>Whether the level is one that such an identity can have: a kept session may have been tampered with.</summary>
    [JsonIgnore]
    public bool IsPossible =>
        Enum.IsDefined(Level) && Level > Level.L0 == WalletId is not null && Answered.Distinct().Count() >= AnswersOf(Level);

    private static int AnswersOf(Level level) =>
        level switch
        {
            Level.L0 or Level.L1 => 0,
            Level.L1Plus => 1,
            Level.L2 or Level.L3 => 2,
        };
}
