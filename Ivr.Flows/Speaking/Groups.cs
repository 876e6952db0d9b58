namespace Ivr.Flows.Speaking;

/// <summary>Cuts numbers that are said sign by sign into groups a listener can keep.</summary>
internal static class Groups
{
    private const int Largest = 4;

    /// <summary>Two-digit country codes; 1 and 7 have one digit and all others three.</summary>
    private static readonly HashSet<string> TwoDigitCountries =
    [
        .. "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58".Split(' '),
        .. "60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98".Split(' '),
    ];

    public static IEnumerable<string> OfCardTail(string digits) => Even(string.Concat(digits.Where(char.IsAsciiDigit)));

    /// <summary>Leading letters stand alone; a hyphen or any other sign is a pause.</summary>
    public static IEnumerable<string> OfReference(string number)
    {
        var signs = string.Concat(number.Select(sign => char.IsAsciiLetterOrDigit(sign) ? char.ToUpperInvariant(sign) : ' '));
        foreach (var part in signs.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var prefix = string.Concat(part.TakeWhile(char.IsAsciiLetter));
            foreach (var group in Even(prefix).Concat(Even(part[prefix.Length..])))
            {
                yield return group;
            }
        }
    }

    /// <summary>The first group of a number from abroad is its country code with the plus.</summary>
    public static IEnumerable<string> OfPhone(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        if (!number.TrimStart().StartsWith('+'))
        {
            return Even(digits);
        }

        var country = CountryOf(digits);
        var national = digits[country.Length..];
        return country is "86" && IsChineseMobile(national) ? Even(national) : Even(national).Prepend("+" + country);
    }

    private static bool IsChineseMobile(string national) => national.Length == 11 && national[0] == '1' && national[1] >= '3';

    private static string CountryOf(string digits)
    {
        var length = digits switch
        {
            ['1' or '7', ..] => 1,
            [_, _, ..] when TwoDigitCountries.Contains(digits[..2]) => 2,
            _ => 3,
        };
        return digits[..Math.Min(length, digits.Length)];
    }

    /// <summary>As few groups as possible, as equal as possible, the longer ones last: 11 signs make 3-4-4.</summary>
    private static IEnumerable<string> Even(string signs)
    {
        var count = (signs.Length + Largest - 1) / Largest;
        for (var group = 0; group < count; group++)
        {
            var start = group * signs.Length / count;
            yield return signs[start..((group + 1) * signs.Length / count)];
        }
    }
}
