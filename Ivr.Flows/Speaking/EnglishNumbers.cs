using System.Globalization;

namespace Ivr.Flows.Speaking;

/// <summary>English number words, the American way: no hyphens, and no "and" inside a number.</summary>
internal static class EnglishNumbers
{
    private static readonly string[] Small =
    [
        .. "zero one two three four five six seven eight nine ten eleven twelve".Split(' '),
        .. "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' '),
    ];

    private static readonly string[] Tens = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    private static readonly (ulong Size, string Word)[] Units =
    [
        (1_000_000_000_000_000_000, "quintillion"),
        (1_000_000_000_000_000, "quadrillion"),
        (1_000_000_000_000, "trillion"),
        (1_000_000_000, "billion"),
        (1_000_000, "million"),
        (1_000, "thousand"),
        (100, "hundred"),
    ];

    public static string Cardinal(ulong number)
    {
        foreach (var (size, word) in Units)
        {
            if (number >= size)
            {
                var (head, rest) = Math.DivRem(number, size);
                return $"{Cardinal(head)} {word}{Rest(rest)}";
            }
        }

        return number < 20 ? Small[number] : Tens[number / 10] + Rest(number % 10);
    }

    /// <summary>The number, and its digits after it where an ear may take thirteen for thirty, up to nineteen for ninety.</summary>
    public static string Distinct(ulong number)
    {
        var words = Cardinal(number);
        return SoundsLikeAnother(number) ? $"{words}, {Digits(number)}," : words;
    }

    /// <summary>A day of the month.</summary>
    public static string Ordinal(int number) =>
        number switch
        {
            1 => "first",
            2 => "second",
            3 => "third",
            5 => "fifth",
            8 => "eighth",
            9 => "ninth",
            12 => "twelfth",
            20 => "twentieth",
            30 => "thirtieth",
            < 20 => Small[number] + "th",
            _ => $"{Tens[number / 10]} {Ordinal(number % 10)}",
        };

    public static string Digit(int digit) => Small[digit];

    private static string Rest(ulong rest) => rest == 0 ? "" : " " + Cardinal(rest);

    private static bool SoundsLikeAnother(ulong number)
    {
        for (; number > 0; number /= 1_000)
        {
            if (number % 100 is (>= 13 and <= 19) or 30 or 40 or 50 or 60 or 70 or 80 or 90)
            {
                return true;
            }
        }

        return false;
    }

    private static string Digits(ulong number)
    {
        var groups = number.ToString("N0", CultureInfo.InvariantCulture).Split(',');
        return string.Join(", ", groups.Select(group => string.Join(' ', group.Select(digit => Digit(digit - '0')))));
    }
}
