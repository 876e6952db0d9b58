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

    public bool HasExpired(DateTimeOffset now) => ProvenAt + Lifetime <= now;
}
