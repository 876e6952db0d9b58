using System.Globalization;

namespace Ivr.Flows.Understanding.Values;

/// <summary>Reads Chinese numbers: 一百零五, 一百二, 1万3, 三点五万, 二零二六.</summary>
internal static class MandarinFigures
{
    private const string Digits = "零一二三四五六七八九";

    private static readonly (char Word, long Size, long Most)[] Units =
    [
        ('亿', 100_000_000, 10_000),
        ('万', 10_000, 10_000),
        ('千', 1_000, 10),
        ('百', 100, 10),
        ('十', 10, 10),
    ];

    /// <summary>The digit of a sign; negative where it is none.</summary>
    public static int Digit(char sign) =>
        sign switch
        {
            >= '0' and <= '9' => sign - '0',
            '〇' => 0,
            '两' => 2,
            '幺' => 1,
            _ => Digits.IndexOf(sign, StringComparison.Ordinal),
        };

    public static bool IsNumeral(char sign) => Digit(sign) >= 0 || IsUnit(sign);

    /// <summary>A number with or without a fraction.</summary>
    public static decimal? Read(string signs)
    {
        var point = signs.IndexOfAny(['点', '.']);
        if (point > 0 && signs[..point].Any(IsUnit) && !signs[point..].Any(IsUnit))
        {
            return Read(signs[..point]) + Plain("0" + signs[point..]);
        }

        foreach (var (word, size, most) in Units)
        {
            var at = signs.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0)
            {
                var head = at == 0 && size == 10 ? 1 : Head(signs[..at]);
                return head >= most || head is null or 0 ? null : Tail(signs[(at + 1)..], size, head.Value * size);
            }
        }

        return Plain(signs);
    }

    public static long? Whole(string signs) => Read(signs) is { } number && number == decimal.Truncate(number) ? (long)number : null;

    /// <summary>What stands before a unit: one digit, or a number of its own before 万 and 亿, or figures.</summary>
    private static decimal? Head(string signs) =>
        signs.Length == 1 ? Plain(signs)
        : signs.Any(IsUnit) ? Read(signs)
        : signs.Any(sign => !char.IsAsciiDigit(sign) && sign is not '.' and not '点') ? null
        : Plain(signs);

    /// <summary>What follows a unit. A single digit right behind it counts the next smaller unit: 一百二.</summary>
    private static decimal? Tail(string signs, long size, decimal head)
    {
        if (signs.Length == 0)
        {
            return head;
        }

        if (head != decimal.Truncate(head / size) * size)
        {
            return null;
        }

        if (signs.Length == 1)
        {
            return Digit(signs[0]) is > 0 and var digit ? head + digit * size / 10 : null;
        }

        var isGap = signs[0] is '零' or '〇';
        var rest = isGap ? signs[1..] : signs;
        var isSequence = rest.Length > 1 && rest.All(sign => Digit(sign) >= 0) && !rest.All(char.IsAsciiDigit);
        return !isSequence && Whole(rest) is > 0 and var number && number < (isGap ? size / 10 : size) ? head + number : null;
    }

    private static bool IsUnit(char sign) => Units.Any(unit => unit.Word == sign);

    private static decimal? Plain(string signs)
    {
        if (signs.Length is 0 or > 15)
        {
            return null;
        }

        var figures = string.Concat(
            signs.Select(sign => sign is '.' or '点' ? '.' : Digit(sign) is >= 0 and var digit ? (char)('0' + digit) : '?')
        );
        return figures[0] is not '.'
            && figures[^1] is not '.'
            && decimal.TryParse(figures, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
