using Ivr.Flows.Calls;

namespace Ivr.Flows.Wallet;

/// <summary>What is known of a calling number before anything is proven: it decides how callers are received, never what they are told.</summary>
public interface ICallers
{
    Task<CallerProfile> FindAsync(Call call, CancellationToken cancellationToken);

    /// <summary>The language this number is greeted in from now on.</summary>
    Task RememberLanguageAsync(Call call, Language language, CancellationToken cancellationToken);
}

/// <summary>What a calling number is known for.</summary>
public sealed record CallerProfile
{
    /// <summary>The holder of the account is 65 or older, or asked to be treated so.</summary>
    public bool IsElder { get; init; }

    /// <summary>Chosen in an earlier call; null where none was.</summary>
    public Language? Language { get; init; }

    /// <summary>An operator shut this number out for a while.</summary>
    public bool IsNuisance { get; init; }

    /// <summary>The likeliest reason for the call; null where there is none, or where the opening must not speak of it.</summary>
    public LikelyReason? Reason { get; init; }
}

/// <summary>Why somebody may be calling, the likeliest first; no more is said of it than this.</summary>
public enum LikelyReason
{
    AccountLocked,
    RefundLate,
    PaymentFailed,
}
