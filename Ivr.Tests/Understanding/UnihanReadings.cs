using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ivr.Tests.Understanding;

/// <summary>
/// Makes <c>readings.tsv</c> of Unicode's <c>Unihan_Readings.txt</c>: a line for each syllable without its tone, the characters that are usually
/// read so, and those that may be.
/// </summary>
internal static partial class UnihanReadings
{
    private const int FirstCommon = 0x4E00;
    private const int LastCommon = 0x9FFF;

    /// <summary>The usual reading by <c>kMandarin</c>; all of them by the dictionary of the general standard characters.</summary>
    public static string Compact(IEnumerable<string> unihan)
    {
        var readings = new SortedDictionary<int, List<string>>();
        foreach (var (at, field, values) in unihan.Select(line => Line().Match(line)).Where(line => line.Success).Select(Fields))
        {
            if (field == "kTGHZ2013" || at is >= FirstCommon and <= LastCommon)
            {
                var known = readings.TryGetValue(at, out var list) ? list : readings[at] = [];
                known.InsertRange(field == "kMandarin" ? 0 : known.Count, field == "kMandarin" ? values.Take(1) : values);
            }
        }

        var syllables = new SortedDictionary<string, (StringBuilder Usual, StringBuilder Other)>(StringComparer.Ordinal);
        foreach (var (at, all) in readings)
        {
            foreach (var (syllable, place) in all.Distinct().Select((syllable, place) => (syllable, place)))
            {
                var (usual, other) = syllables.TryGetValue(syllable, out var row) ? row : syllables[syllable] = (new(), new());
                (place == 0 ? usual : other).Append(char.ConvertFromUtf32(at));
            }
        }

        return string.Concat(syllables.Select(row => $"{row.Key}\t{row.Value.Usual}\t{row.Value.Other}\n"));
    }

    private static (int At, string Field, IEnumerable<string> Values) Fields(Match line) =>
        (
            int.Parse(line.Groups["at"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            line.Groups["field"].Value,
            line.Groups["values"]
                .Value.Split(' ', ',')
                .Select(value => Toneless(value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..]))
        );

    /// <summary>The ü becomes v, as on a keyboard.</summary>
    private static string Toneless(string syllable) =>
        string.Concat(
            syllable
                .Normalize(NormalizationForm.FormD)
                .Replace("u\u0308", "v", StringComparison.Ordinal)
                .Where(letter => char.IsAsciiLetterLower(letter))
        );

    [GeneratedRegex(@"^U\+(?<at>[0-9A-F]+)\t(?<field>kMandarin|kTGHZ2013)\t(?<values>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
