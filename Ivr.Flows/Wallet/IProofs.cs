namespace Ivr.Flows.Wallet;

/// <summary>How the hotline proves to a customer that it is no fraudster.</summary>
public interface IProofs
{
    /// <summary>The app shows a code that changes each minute; else only the customer's own phrase is there.</summary>
    bool HasCodes { get; }

    /// <summary>The four digits that the security page of this wallet's app shows at that time.</summary>
    Task<string> CodeAsync(long walletId, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The phrase the customer has set in the app; null where there is none.</summary>
    Task<string?> FindPhraseAsync(long walletId, CancellationToken cancellationToken);
}
