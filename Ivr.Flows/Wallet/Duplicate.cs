namespace Ivr.Flows.Wallet;

/// <summary>A payment that looks like a slip: the same amount went to the same payee just before.</summary>
/// <param name="First">The one that was meant.</param>
/// <param name="Second">The one too many.</param>
public sealed record Duplicate(Payment First, Payment Second)
{
    /// <summary>Who pays the same again within this time has mostly paid twice.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    /// <summary>The newest first. Only the payments themselves count, whatever reason the wallet gives.</summary>
    /// <param name="charged">Payments that went through, the newest first.</param>
    public static IReadOnlyList<Duplicate> Among(IReadOnlyList<Payment> charged) =>
        [
            .. charged.SelectMany(
                (second, place) => charged.Skip(place + 1).Where(first => Twice(first, second)).Take(1),
                (second, first) => new Duplicate(first, second)
            ),
        ];

    private static bool Twice(Payment first, Payment second) =>
        first.Amount == second.Amount && first.Payee == second.Payee && second.CreatedAt - first.CreatedAt <= Within;
}
