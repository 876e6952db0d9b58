using System.Globalization;
using System.Text;

namespace Ivr.Flows.Understanding.Values;

/// <summary>Reads Chinese digits one by one, as people say them and as recognisers write them.</summary>
internal static class MandarinDigits
{
    /// <summary>How digits are called by themselves.</summary>
    private static readonly Dictionary<char, char> Names = Table(("洞", '0'), ("幺妖腰要夭吆", '1'), ("拐", '7'), ("勾", '9'));

    /// <summary>Words of the same sound, taken for digits only among digits. 四 and 十, 一 and 七 never stand for each other.</summary>
    private static readonly Dictionary<char, char> Sounds = Table(
        ("另领玲", '0'),
        ("依医伊邀", '1'),
        ("而儿耳尔", '2'),
        ("山伞散", '3'),
        ("似死", '4'),
        ("吴武午舞", '5'),
        ("留刘流柳", '6'),
        ("期其奇气", '7'),
        ("吧爸巴", '8'),
        ("久酒就", '9')
    );

    private static readonly string[] Crosses = ["x", "叉", "埃克斯", "艾克斯", "爱克斯", "星号"];

    public static string? Read(string signs)
    {
        var cross = Crosses.FirstOrDefault(name => signs.Length > name.Length && signs.EndsWith(name, StringComparison.Ordinal));
        var digits = Digits(cross is null ? signs : signs[..^cross.Length]);
        return cross is null ? digits : digits + (digits is null ? null : "X");
    }

    private static string? Digits(string signs)
    {
        var digits = new StringBuilder(signs.Length);
        var alike = 0;
        for (var at = 0; at < signs.Length; at++)
        {
            if (Count(signs, at) is > 1 and var times)
            {
                digits.Append(Sure(signs[at + 2])!.Value, times);
                at += 2;
            }
            else if (Sure(signs[at]) is { } sure)
            {
                digits.Append(sure);
            }
            else if (Sounds.TryGetValue(signs[at], out var similar))
            {
                digits.Append(similar);
                alike++;
            }
            else
            {
                return Number(signs) ?? OnlyRun(signs);
            }
        }

        return digits.Length > 0 && alike * 3 <= digits.Length ? digits.ToString() : null;
    }

    /// <summary>三个八: how often the digit comes; 0 where nothing is counted here.</summary>
    private static int Count(string signs, int at) =>
        at + 2 < signs.Length && signs[at + 1] is '个' && Sure(signs[at + 2]) is not null && MandarinFigures.Digit(signs[at]) is <= 6 and var times
            ? times
            : 0;

    /// <summary>A number of two digits said as one: 二十五.</summary>
    private static string? Number(string signs) =>
        signs.Length is 2 or 3 && MandarinFigures.Whole(signs) is >= 10 and < 100 and var number
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    /// <summary>The only digits in a sentence.</summary>
    private static string? OnlyRun(string signs)
    {
        var runs = string.Concat(signs.Select(sign => Sure(sign) ?? ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var hasUnits = signs.Any(sign => MandarinFigures.IsNumeral(sign) && Sure(sign) is null);
        return runs is [{ Length: >= 4 } only] && !hasUnits && !signs.Contains('个', StringComparison.Ordinal) ? only : null;
    }

    private static char? Sure(char sign) =>
        MandarinFigures.Digit(sign) is >= 0 and var digit ? (char)('0' + digit)
        : Names.TryGetValue(sign, out var named) ? named
        : null;

    private static Dictionary<char, char> Table(params (string Signs, char Digit)[] rows) =>
        rows.SelectMany(row => row.Signs.Select(sign => (sign, row.Digit))).ToDictionary(pair => pair.sign, pair => pair.Digit);
}
