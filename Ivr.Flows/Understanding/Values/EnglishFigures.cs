using System.Globalization;

namespace Ivr.Flows.Understanding.Values;

/// <summary>Reads English numbers: a hundred and five, fifteen hundred, two k, twelve point eight.</summary>
internal static class EnglishFigures
{
    private static readonly Dictionary<string, int> Small = Numbered(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        1
    );

    private static readonly Dictionary<string, int> Tens = Numbered("zeroty ten twenty thirty forty fifty sixty seventy eighty ninety", 10);

    private static readonly Dictionary<string, long> Scales = new(StringComparer.Ordinal)
    {
        ["thousand"] = 1_000,
        ["k"] = 1_000,
        ["grand"] = 1_000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
    };

    /// <summary>The digit a word stands for beyond doubt; negative where it is none.</summary>
    public static int Digit(string word) =>
        word is "oh" or "o" or "nought" or "naught" ? 0
        : word is [>= '0' and <= '9'] ? word[0] - '0'
        : Small.GetValueOrDefault(word, -1) is < 10 and var digit ? digit
        : -1;

    /// <summary>Ten to nineteen, or a round ten up to ninety; negative where the word is neither.</summary>
    public static int TwoDigits(string word) =>
        Small.GetValueOrDefault(word, -1) is >= 10 and var teen ? teen
        : word is "fourty" ? 40
        : Tens.GetValueOrDefault(word, -1) is > 10 and var ten ? ten
        : -1;

    public static bool IsNumeral(string word) =>
        Digit(word) >= 0
        || TwoDigits(word) >= 0
        || word is "hundred" or "point" or "a" or "an" or "and" or "half"
        || Scales.ContainsKey(word)
        || char.IsAsciiDigit(word[0]);

    /// <summary>A number; digits that repeat it, as in "fifteen, one five", must agree.</summary>
    public static decimal? Read(IReadOnlyList<string> words)
    {
        if (Cardinal(words) is { } plain)
        {
            return plain;
        }

        var point = words.ToList().IndexOf("point");
        if (point >= 0)
        {
            return Fraction(words, point);
        }

        var tail = words.Reverse().TakeWhile(word => Digit(word) >= 0).Count();
        for (var repeated = 1; repeated <= Math.Min(tail, words.Count - 1); repeated++)
        {
            var digits = string.Concat(words.Skip(words.Count - repeated).Select(Digit));
            if (Cardinal([.. words.Take(words.Count - repeated)]) is { } number && number.ToString(CultureInfo.InvariantCulture) == digits)
            {
                return number;
            }
        }

        return null;
    }

    public static long? Whole(IReadOnlyList<string> words) =>
        Read(words) is { } number && number == decimal.Truncate(number) ? (long)number : null;

    /// <summary>A number said as a quantity, each part smaller than the one before.</summary>
    private static decimal? Cardinal(IReadOnlyList<string> words)
    {
        if (words is [var only] && Figures(only) is { } figures)
        {
            return figures;
        }

        var (total, group, room, smallest) = (0m, 0m, 100, long.MaxValue);
        var hasHundred = false;
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            var isBeforeUnit = at + 1 < words.Count && (words[at + 1] is "hundred" || Scales.ContainsKey(words[at + 1]));
            if (word is "and" && (total > 0 || hasHundred) && at + 1 < words.Count && words[at + 1] is not "and" && room > 10)
            {
                continue;
            }

            if (word is "a" or "an" && isBeforeUnit && group == 0)
            {
                (group, room) = (1, 0);
            }
            else if (Digit(word) is > 0 and var digit && word.Length > 1 && room > 1)
            {
                (group, room) = (group + digit, 0);
            }
            else if (TwoDigits(word) is > 0 and var two && room == 100)
            {
                (group, room) = (group + two, two >= 20 ? 10 : 0);
            }
            else if (isBeforeUnit && group == 0 && Figures(word) is > 0 and var written)
            {
                (group, room) = (written, 0);
            }
            else if (word is "hundred" && group is > 0 and < 100 && !hasHundred)
            {
                (group, room, hasHundred) = (group * 100, 100, true);
            }
            else if (Scales.TryGetValue(word, out var scale) && group > 0 && scale < smallest)
            {
                (total, group, room, smallest, hasHundred) = (total + group * scale, 0, 100, scale, false);
            }
            else
            {
                return word is "zero" && words.Count == 1 ? 0 : null;
            }
        }

        return words.Count > 0 && (total > 0 || group > 0) && group < smallest ? total + group : null;
    }

    private static decimal? Fraction(IReadOnlyList<string> words, int point)
    {
        var end = point + 1;
        var digits = "";
        while (end < words.Count && Digit(words[end]) is >= 0 and var digit)
        {
            digits += (char)('0' + digit);
            end++;
        }

        if (end == point + 1 && end < words.Count && TwoDigits(words[end]) is > 0 and var two)
        {
            var ones = two >= 20 && end + 1 < words.Count && Digit(words[end + 1]) is > 0 and var one ? one : 0;
            digits = (two + ones).ToString(CultureInfo.InvariantCulture);
            end += ones > 0 ? 2 : 1;
        }

        var factor =
            end == words.Count ? 1
            : end + 1 == words.Count ? Scales.GetValueOrDefault(words[end])
            : 0;
        var whole = point == 0 ? 0 : Read([.. words.Take(point)]);
        return digits.Length is > 0 and < 7 && factor > 0 && whole is { } number
            ? (number + decimal.Parse("0." + digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)) * factor
            : null;
    }

    private static decimal? Figures(string word) =>
        word.Length <= 15
        && word.All(sign => char.IsAsciiDigit(sign) || sign is '.')
        && decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static Dictionary<string, int> Numbered(string words, int step) =>
        words.Split(' ').Select((word, number) => (word, number)).ToDictionary(pair => pair.word, pair => pair.number * step, StringComparer.Ordinal);
}
