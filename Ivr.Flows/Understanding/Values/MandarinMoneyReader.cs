namespace Ivr.Flows.Understanding.Values;

/// <summary>Reads Chinese money: 十二块八, 两毛五, 五十元零五分, 三百五.</summary>
internal static class MandarinMoneyReader
{
    private const string Units = "元角分";

    private static readonly (string Said, string Means)[] Names =
    [
        ("人民币", ""),
        ("港币", ""),
        ("港元", "元"),
        ("美元", "元"),
        ("美金", "元"),
        ("欧元", "元"),
        ("日元", "元"),
        ("美分", "分"),
        ("欧分", "分"),
        ("大洋", "元"),
        ("块", "元"),
        ("毛", "角"),
        ("钱", ""),
    ];

    public static decimal? Read(string signs)
    {
        var said = Names.Aggregate(signs, (text, name) => text.Replace(name.Said, name.Means, StringComparison.Ordinal));

        // A currency without a name of its own is spelled behind the number.
        said = said is [.., (>= 'a' and <= 'z'), (>= 'a' and <= 'z'), (>= 'a' and <= 'z')] ? said[..^3] : said;
        return said is ['负', .. var positive] ? -Sum(positive)
            : !said.Any(IsOther) ? Sum(said)
            : OfSameSound(said) ?? OnlySum(said);
    }

    /// <summary>Where all of it is an amount by its sound.</summary>
    private static decimal? OfSameSound(string said)
    {
        var meant = Names.Aggregate(
            SoundAlikes.OfMoney.Mend(said, out _),
            (text, name) => text.Replace(name.Said, name.Means, StringComparison.Ordinal)
        );
        return meant.Any(IsOther) ? null : Sum(meant);
    }

    /// <summary>The one amount with a unit in a sentence.</summary>
    private static decimal? OnlySum(string said)
    {
        var runs = string.Concat(said.Select(sign => IsOther(sign) ? ' ' : sign)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var sums = runs.Where(run => run.Length > 1 || char.IsAsciiDigit(run[0])).ToList();
        return sums is [var only] && only.Any(Units.Contains) && !IsVague(said) ? Sum(only) : null;
    }

    /// <summary>Some fifty, a few hundred, more or less than: not an amount.</summary>
    private static bool IsVague(string said) => said.Any(sign => sign is '多' or '几' or '不' or '到' or '至' or '或' or '还' or '没');

    private static bool IsOther(char sign) =>
        !MandarinFigures.IsNumeral(sign) && !Units.Contains(sign) && sign is not ('点' or '.' or '半');

    private static decimal? Sum(string said)
    {
        var at = said.IndexOf('元', StringComparison.Ordinal);
        if (at < 0)
        {
            return said.Contains('角', StringComparison.Ordinal) || said.EndsWith('分')
                ? Hundredths(said, behindWhole: false) / 100m
                : Number(said);
        }

        var whole = said[..at] is "半" ? 0.5m : Number(said[..at]);
        var hundredths = Hundredths(said[(at + 1)..], behindWhole: true);
        return hundredths > 0 && whole != decimal.Truncate(whole ?? 0) ? null : whole + hundredths / 100m;
    }

    /// <summary>三五块 is three to five, and two digits in a row no number of yuan.</summary>
    private static decimal? Number(string signs) =>
        signs is [var first, var second]
        && MandarinFigures.Digit(first) > 0
        && MandarinFigures.Digit(second) > 0
        && !char.IsAsciiDigit(first)
            ? null
        : MandarinFigures.Read(signs) is { } number && number == decimal.Round(number, 2) ? number
        : null;

    private static int? Hundredths(string signs, bool behindWhole)
    {
        var skips = signs.Length > 1 && signs[0] is '零' or '〇';
        var said = skips && signs.Length > 1 ? signs[1..] : signs;
        var at = said.IndexOf('角', StringComparison.Ordinal);
        return (at, said) switch
        {
            (_, "") => 0,
            (1, _) => Jiao(said[0]) * 10 + Fen(said[2..]),
            (>= 0, _) => null,
            (_, [.. var number, '分']) when MandarinFigures.Whole(number) is > 0 and < 100 and var fen => (int)fen,
            _ when !behindWhole => null,
            (_, "半") => 50,
            (_, [var digit]) when MandarinFigures.Digit(digit) is > 0 and var one => skips ? one : one * 10,
            (_, [var tens, var ones])
                when !skips && MandarinFigures.Digit(tens) is >= 0 and var ten && MandarinFigures.Digit(ones) is >= 0 and var one => ten
                * 10
                + one,
            _ => null,
        };
    }

    private static int? Jiao(char sign) =>
        sign is '半' ? null
        : MandarinFigures.Digit(sign) is > 0 and var digit ? digit
        : null;

    private static int? Fen(string signs)
    {
        var said = signs.EndsWith('分') ? signs[..^1] : signs;
        return signs.Length == 0 ? 0
            : signs is "半" ? 5
            : said.Length == 1 && MandarinFigures.Digit(said[0]) is > 0 and var fen ? fen
            : null;
    }
}
