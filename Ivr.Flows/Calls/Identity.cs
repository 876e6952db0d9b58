namespace Ivr.Flows.Calls;

/// <summary>Whose account this call is about, and how well that is proven.</summary>
public sealed record Identity
{
    public static readonly Identity Nobody = new();

    /// <summary>Null until an account is proven at L1 or better.</summary>
    public long? WalletId { get; init; }

    public Level Level { get; init; }

    /// <summary>The security questions answered rightly in this call; none of them counts twice.</summary>
    public IReadOnlyList<long> Answered { get; init; } = [];
}
