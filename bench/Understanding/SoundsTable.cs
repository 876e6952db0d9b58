using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ivr.Bench.Understanding;

/// <summary>Makes <c>sounds.tsv</c> of the measure from Unicode's <c>Unihan_Readings.txt</c>.</summary>
internal static partial class SoundsTable
{
    /// <summary>Tone marks of Pinyin as Unicode takes them apart, in the order of the tones.</summary>
    private const string Marks = "\u0304\u0301\u030C\u0300";

    public static string From(IEnumerable<string> lines)
    {
        var counted = new Dictionary<char, List<(string Syllable, int Count)>>();
        var usual = new Dictionary<char, string>();
        var common = new HashSet<char>();
        foreach (var fields in lines.Where(line => line.StartsWith("U+", StringComparison.Ordinal)).Select(line => line.Split('\t')))
        {
            var code = int.Parse(fields[0].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (code > char.MaxValue)
            {
                continue;
            }

            var letter = (char)code;
            switch (fields[1])
            {
                case "kHanyuPinlu":
                    counted[letter] = [.. Counted().Matches(fields[2]).Select(Reading)];
                    break;
                case "kMandarin":
                    usual[letter] = Numbered(fields[2].Split(' ')[0]);
                    break;
                case "kTGHZ2013":
                    common.Add(letter);
                    break;
            }
        }

        // Of today's list only, since no recogniser of Mandarin writes 現 for 现; what the old count does not have is met, but seldom.
        return Written(
            common
                .Where(usual.ContainsKey)
                .ToDictionary(letter => letter, letter => counted.GetValueOrDefault(letter) ?? [(usual[letter], 1)])
        );
    }

    private static string Written(Dictionary<char, List<(string Syllable, int Count)>> counted)
    {
        var table = new StringBuilder(
            "# Syllable with tone, tab, the characters read so, each with how often it is met. Made from Unicode's Unihan readings\n"
        );
        table.Append(
            "# (kHanyuPinlu, kMandarin, kTGHZ2013) with: dotnet run --project bench/Understanding -- sounds Unihan_Readings.txt\n"
        );
        var rows = counted
            .SelectMany(pair => pair.Value.Select(read => (Letter: pair.Key, read.Syllable, read.Count)))
            .GroupBy(row => row.Syllable, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var letters = row.OrderByDescending(read => read.Count).ThenBy(read => read.Letter);
            table.Append(
                CultureInfo.InvariantCulture,
                $"{row.Key}\t{string.Join(' ', letters.Select(read => $"{read.Letter}{read.Count}"))}\n"
            );
        }

        return table.ToString();
    }

    private static (string Syllable, int Count) Reading(Match match) =>
        (Numbered(match.Groups["pinyin"].Value), int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture));

    /// <summary>"zhàng" becomes "zhang4"; a syllable without a mark has the fifth tone, and ü is v.</summary>
    private static string Numbered(string pinyin)
    {
        var tone = 5;
        var plain = new StringBuilder();
        foreach (var mark in pinyin.Normalize(NormalizationForm.FormD))
        {
            if (Marks.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at)
            {
                tone = at + 1;
            }
            else if (mark == '\u0308')
            {
                plain[^1] = 'v';
            }
            else
            {
                plain.Append(mark);
            }
        }

        return $"{plain}{tone}";
    }

    [GeneratedRegex(@"(?<pinyin>\S+?)\((?<count>\d+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counted();
}
