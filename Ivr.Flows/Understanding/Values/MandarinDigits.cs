using System.Globalization;
using System.Text;

namespace Ivr.Flows.Understanding.Values;

/// <summary>Reads Chinese digits one by one, as people say them and as recognisers write them.</summary>
internal static class MandarinDigits
{
    /// <summary>How digits are called by themselves.</summary>
    private static readonly Dictionary<char, char> Names = Table(("洞", '0'), ("幺妖腰要夭吆", '1'), ("拐", '7'), ("勾", '9'));

    private static readonly string[] Crosses = ["x", "叉", "埃克斯", "艾克斯", "爱克斯", "星号"];

    /// <summary>What may stand before the name of the cross, from its end.</summary>
    private static readonly string[] Introductions = ["字母", "大写", "一个", "个", "最后"];

    public static string? Read(string written)
    {
        var signs = written.Replace("-", "", StringComparison.Ordinal);
        var cross = Crosses.FirstOrDefault(name => signs.Length > name.Length && signs.EndsWith(name, StringComparison.Ordinal));
        var digits = Digits(cross is null ? signs : Introductions.Aggregate(signs[..^cross.Length], WithoutEnd));
        return cross is null ? digits : digits + (digits is null ? null : "X");
    }

    private static string WithoutEnd(string signs, string end) =>
        signs.EndsWith(end, StringComparison.Ordinal) ? signs[..^end.Length] : signs;

    private static string? Digits(string signs) => Plain(signs) ?? Number(signs) ?? OfSameSound(signs) ?? OnlyRun(signs);

    /// <summary>Every sign is a digit.</summary>
    private static string? Plain(string signs)
    {
        var digits = new StringBuilder(signs.Length);
        for (var at = 0; at < signs.Length; at++)
        {
            if (Count(signs, at) is > 0 and var times)
            {
                digits.Append(Sure(signs[at + 2])!.Value, times);
                at += 2;
            }
            else if (Sure(signs[at]) is { } sure)
            {
                digits.Append(sure);
            }
            else
            {
                return null;
            }
        }

        return digits.Length > 0 ? digits.ToString() : null;
    }

    /// <summary>A few other signs are taken for digits among digits.</summary>
    private static string? OfSameSound(string signs) =>
        SoundAlikes.OfDigits.Mend(signs, out var mended) is var meant && mended > 0 && mended * 3 <= signs.Length ? Plain(meant) : null;

    /// <summary>三个八: how often the digit comes; 0 where nothing is counted here.</summary>
    private static int Count(string signs, int at) =>
        at + 2 < signs.Length
        && signs[at + 1] is '个'
        && Sure(signs[at + 2]) is not null
        && MandarinFigures.Digit(signs[at]) is <= 6 and var times
            ? times
            : 0;

    /// <summary>A number said as one: 二十五, 六千六百零五.</summary>
    private static string? Number(string signs) =>
        signs.Length > 1 && MandarinFigures.Whole(signs) is >= 10 and < 1_000_000 and var number
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
