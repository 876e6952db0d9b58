using Ivr.Flows.Calls;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Wallet;

/// <summary>What came of a word about a wrong amount.</summary>
/// <param name="IsNew">False where this payment was complained of before: the first word stands.</param>
public sealed record WrongAmountCase(string CaseNo, bool IsNew);

/// <summary>Amounts that callers say are wrong, and what they should have been.</summary>
public interface IWrongAmounts
{
    /// <summary>Opens the case of a payment and keeps the right amount with it, once for each payment; tells the owner.</summary>
    Task<WrongAmountCase> ClaimAsync(Call call, long walletId, Payment payment, Amount right, CancellationToken cancellationToken);
}
