namespace Ivr.Flows.Calls;

/// <summary>Which numbers the hotline calls, by the digits they begin with; what is not allowed is never dialled.</summary>
public sealed class CallbackPolicy
{
    /// <summary>
    /// Places that can be called, without the numbers and islands behind +1 that cost extra: whoever forges a calling number could earn by our
    /// call. China is missing: it takes a carrier of its own.
    /// </summary>
    public const string Usual =
        "1, -1900, -1976, -1242, -1246, -1264, -1268, -1284, -1340, -1345, -1441, -1473, -1649, -1658, -1664, -1721, -1758, -1767, -1784, "
        + "-1787, -1809, -1829, -1849, -1868, -1869, -1876, -1939, 65, 852, 853, 886";

    private readonly List<string> allowed;
    private readonly List<string> refused;

    /// <param name="prefixes">Country codes and longer beginnings, with commas between them; a minus refuses. The longest that fits decides.</param>
    /// <exception cref="FormatException">One is no beginning of a number; the message names it.</exception>
    public CallbackPolicy(string prefixes)
    {
        var all = prefixes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (
            all.FirstOrDefault(prefix => prefix.TrimStart('-') is not { Length: > 0 } digits || !digits.All(char.IsAsciiDigit)) is { } wrong
        )
        {
            throw new FormatException($"'{wrong}' is no country code: write them as '1, -1900, 65, 852'");
        }

        allowed = [.. all.Where(prefix => prefix[0] != '-')];
        refused = [.. all.Where(prefix => prefix[0] == '-').Select(prefix => prefix[1..])];
    }

    /// <param name="e164">With its plus.</param>
    public bool Allows(string e164) => Longest(allowed, e164) > Longest(refused, e164);

    private static int Longest(List<string> prefixes, string e164) =>
        prefixes
            .Where(prefix => e164.AsSpan(1).StartsWith(prefix, StringComparison.Ordinal))
            .Select(prefix => prefix.Length)
            .DefaultIfEmpty(0)
            .Max();
}
