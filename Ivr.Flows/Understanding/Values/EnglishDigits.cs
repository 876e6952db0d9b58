using System.Globalization;
using System.Text;

namespace Ivr.Flows.Understanding.Values;

/// <summary>Reads English digits: one by one, doubled, or in pairs as in a year.</summary>
internal static class EnglishDigits
{
    public static string? Read(List<string> words)
    {
        var said = words is [.., "x", "ray"] ? words[..^1] : words;
        var hasCross = said.Count > 1 && said[^1] is "x" or "ex" or "star";
        var digits = Digits(hasCross ? Introduced(said[..^1]) : said);
        return digits is null ? null : digits + (hasCross ? "X" : "");
    }

    /// <summary>Without what introduces the cross: "and then the letter", "the last one's an".</summary>
    private static List<string> Introduced(List<string> words)
    {
        var end = words.FindLastIndex(word => word is "last" or "letter");
        var digits = end > 0 ? words[..end] : words;
        return digits[..(digits.FindLastIndex(word => IsDigits(word) || Sound(word) >= 0) + 1)];
    }

    private static string? Digits(List<string> words)
    {
        if (words.Any(word => word is "hundred" or "thousand"))
        {
            return EnglishFigures.Whole(words)?.ToString(CultureInfo.InvariantCulture);
        }

        var digits = new StringBuilder();
        var alike = 0;
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at] is "and" && at > 0)
            {
                continue;
            }

            if (
                at + 1 < words.Count
                && EnglishFigures.Digit(words[at]) is > 0 and < 7 and var count
                && Plural(words[at + 1]) is >= 0 and var each
            )
            {
                digits.Append((char)('0' + each), count);
                at++;
                continue;
            }

            var times = Times(words[at]);
            if (times > 1 && at + 1 < words.Count && EnglishFigures.Digit(words[at + 1]) is >= 0 and var repeated)
            {
                digits.Append((char)('0' + repeated), times);
                at++;
            }
            else if (EnglishFigures.Digit(words[at]) is >= 0 and var digit)
            {
                digits.Append((char)('0' + digit));
            }
            else if (EnglishFigures.TwoDigits(words[at]) is >= 10 and var two)
            {
                var ones =
                    two >= 20 && at + 1 < words.Count && words[at + 1] is { Length: > 1 } next
                        ? Math.Max(0, EnglishFigures.Digit(next))
                        : 0;
                ones = at + 1 < words.Count && words[at + 1] is "oh" ? 0 : ones;
                digits.Append((two + ones).ToString(CultureInfo.InvariantCulture));
                at += ones > 0 ? 1 : 0;
            }
            else if (words[at].All(char.IsAsciiDigit))
            {
                digits.Append(words[at]);
            }
            else if (Sound(words[at]) is >= 0 and var similar)
            {
                digits.Append((char)('0' + similar));
                alike++;
            }
            else
            {
                return OnlyRun(words);
            }
        }

        return digits.Length > 0 && alike * 3 <= digits.Length ? digits.ToString() : null;
    }

    /// <summary>The only digits in a sentence.</summary>
    private static string? OnlyRun(List<string> words)
    {
        var first = words.FindIndex(IsDigits);
        var last = words.FindLastIndex(IsDigits);
        var run = first < 0 ? [] : words[first..(last + 1)];
        return run.Count < words.Count && run.Count > 0 && run.All(IsDigits) && Digits(run) is { Length: >= 4 } only ? only : null;
    }

    private static bool IsDigits(string word) =>
        EnglishFigures.Digit(word) >= 0
        || Plural(word) >= 0
        || EnglishFigures.TwoDigits(word) >= 0
        || Times(word) > 1
        || word.All(char.IsAsciiDigit);

    /// <summary>The digit of "eights"; negative where it is none.</summary>
    private static int Plural(string word) =>
        word is "sixes" ? 6
        : word is [.. var one, 's'] && one.Length > 2 ? EnglishFigures.Digit(one)
        : -1;

    private static int Times(string word) =>
        word switch
        {
            "double" => 2,
            "triple" or "treble" => 3,
            "quadruple" => 4,
            _ => 1,
        };

    /// <summary>Words of the same sound, taken for digits only among digits.</summary>
    private static int Sound(string word) =>
        word switch
        {
            "won" => 1,
            "to" or "too" => 2,
            "tree" => 3,
            "for" or "fore" => 4,
            "sicks" => 6,
            "ate" => 8,
            "niner" or "nein" => 9,
            _ => -1,
        };
}
