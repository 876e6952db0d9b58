using Ivr.Flows.Flows;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Tests.Calls;

/// <summary>Values for prompts of which a test wants to hear the words only.</summary>
internal static class Some
{
    public static readonly Reference Case = new("123456789");

    public static readonly DisputeFlow.Charge Charge = new("x", new Amount(1, "CNY"));

    public static readonly Payment Payment = new()
    {
        Id = 1,
        OrderNo = "1",
        Payee = "x",
        Amount = new Amount(1, "CNY"),
        Method = PaymentMethod.Balance,
        Status = PaymentStatus.Failed,
        Funds = FundPosition.None,
        CreatedAt = default,
    };
}
