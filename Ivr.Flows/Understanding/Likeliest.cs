namespace Ivr.Flows.Understanding;

/// <summary>Decides by likelihoods.</summary>
internal static class Likeliest
{
    /// <summary>The places of none, one or two, the likelier first.</summary>
    /// <param name="enough">The first must be so likely.</param>
    /// <param name="near">The second must be so likely beside the first, as a share of it.</param>
    public static IReadOnlyList<int> Of(float[] likelihoods, double enough, double near)
    {
        var order = Enumerable.Range(0, likelihoods.Length).OrderByDescending(place => likelihoods[place]).Take(2).ToList();
        return order switch
        {
            [var first, ..] when likelihoods[first] < enough => [],
            [var first, var second] when likelihoods[second] < likelihoods[first] * near => [first],
            _ => order,
        };
    }
}
