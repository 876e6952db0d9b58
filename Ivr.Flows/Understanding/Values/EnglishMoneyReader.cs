using System.Globalization;

namespace Ivr.Flows.Understanding.Values;

/// <summary>Reads English money: twelve dollars fifty, twelve eighty, fifty cents, two k.</summary>
internal static class EnglishMoneyReader
{
    private const string Whole = "$";
    private const string Hundredth = "c";
    private const string Tenth = "j";

    private static readonly HashSet<string> Country = ["us", "u", "s", "hong", "kong", "hk", "american", "chinese"];

    public static decimal? Read(List<string> words)
    {
        var said = words.Where(word => !Country.Contains(word)).Select(Unit).ToList();
        for (var at = said.IndexOf(Hundredth); at > 0 && said[at - 1] == Whole; at = said.IndexOf(Hundredth))
        {
            said.RemoveAt(at - 1);
        }

        // Written in front, it is said behind.
        if (said is [Whole, _, ..] && !said.Skip(1).Contains(Whole))
        {
            said = [.. said.Skip(1), Whole];
        }

        // A currency without a name of its own is spelled behind the number.
        if (said.Count > 3 && said[^3..].All(word => word is [>= 'a' and <= 'z']) && said[^1] != Hundredth)
        {
            said.RemoveRange(said.Count - 3, 3);
        }

        return said is ["minus", .. var positive] ? -Sum([.. positive])
            : said.Any(IsOther) ? OnlySum(said)
            : Sum(said);
    }

    private static string Unit(string word) =>
        word switch
        {
            "dollar" or "dollars" or "buck" or "bucks" or "yuan" or "kuai" or "rmb" or "cny" or "euro" or "euros" or "yen" or "quid" =>
                Whole,
            "cent" or "cents" or "fen" => Hundredth,
            "jiao" or "mao" => Tenth,
            _ => word,
        };

    private static bool IsOther(string word) => word is not (Whole or Hundredth or Tenth) && !EnglishFigures.IsNumeral(word);

    /// <summary>The one amount with a unit in a sentence.</summary>
    private static decimal? OnlySum(List<string> said)
    {
        var runs = new List<List<string>> { new() };
        foreach (var word in said)
        {
            if (IsOther(word))
            {
                runs.Add([]);
            }
            else
            {
                runs[^1].Add(word);
            }
        }

        var sums = runs.Where(run => run.Any(word => word is not ("a" or "an" or "and"))).ToList();
        var isVague = said.Any(word => word is "over" or "under" or "than" or "or" or "to" or "between" or "few" or "almost" or "not");
        return sums is [var only] && !isVague && only.Any(word => word is Whole or Hundredth or Tenth) ? Sum(only) : null;
    }

    private static decimal? Sum(List<string> said)
    {
        var at = said.IndexOf(Whole);
        if (at >= 0)
        {
            var whole =
                said[..at] is ["half", "a"] or ["half"] ? 0.5m
                : said[..at] is ["a" or "an"] ? 1
                : Number([.. said.Take(at)]);
            var rest = said.Skip(at + 1).SkipWhile(word => word is "and").ToList();
            return Fraction(rest) is not { } fraction ? null
                : fraction > 0 && whole != decimal.Truncate(whole ?? 0) ? null
                : whole + fraction;
        }

        return said is [.., Hundredth or Tenth] ? Fraction(said) : Number(said);
    }

    private static decimal? Fraction(List<string> rest) =>
        rest switch
        {
            [] => 0,
            [var jiao, Tenth, .. var cents, Hundredth] when EnglishFigures.Digit(jiao) is > 0 and var tenths => (tenths / 10m)
                + Cents(cents),
            [.., Hundredth] => Cents(rest[..^1]),
            [var jiao, Tenth] when EnglishFigures.Digit(jiao) is > 0 and var tenths => tenths / 10m,
            ["a", "half"] or ["half"] => 0.5m,
            ["oh" or "zero" or "o", var digit] when EnglishFigures.Digit(digit) is > 0 and var one => one / 100m,
            _ => EnglishFigures.Whole(rest) is >= 10 and < 100 and var two ? two / 100m : null,
        };

    private static decimal? Cents(List<string> words) => EnglishFigures.Whole(words) is > 0 and < 100 and var cents ? cents / 100m : null;

    private static decimal? Number(List<string> words)
    {
        if (words is [.. var before, "and", "a", "half"])
        {
            return EnglishFigures.Whole([.. before]) + 0.5m;
        }

        if (words.Count == 3 && words[1] is "oh" or "o" && EnglishDigits.Read(words) is { Length: 3 } hundreds)
        {
            return decimal.Parse(hundreds, CultureInfo.InvariantCulture);
        }

        return EnglishFigures.Read(words) is { } number
            ? number == decimal.Round(number, 2)
                ? number
                : null
            : Pair(words);
    }

    /// <summary>"Twelve eighty" is twelve and eighty hundredths; below ten it might as well be hundreds, so it is asked again.</summary>
    private static decimal? Pair(List<string> words)
    {
        var pairs = Enumerable
            .Range(1, Math.Max(0, words.Count - 1))
            .Select(at => (Whole: EnglishFigures.Whole(words[..at]), Part: Fraction(words[at..])))
            .Where(pair => pair is { Whole: >= 10, Part: > 0 })
            .ToList();
        return pairs is [var only] && !words.Contains(Hundredth) && !words.Contains("half") ? only.Whole + only.Part : null;
    }
}
