using System.Globalization;
using System.Text;

// Makes Readings.txt, the sounds of Chinese characters, from Unicode's Unihan_Readings.txt (unpacked from Unihan.zip, or from a distribution's
// package of Unicode data):
//   dotnet run --project bench/Readings -- Unihan_Readings.txt Ivr.Flows/Understanding/Sounds/Readings.txt
const int Most = 3;
const double Rare = 0.02;

if (args is not [var source, var target])
{
    Console.Error.WriteLine("Give the path of Unihan_Readings.txt, and the path of the file to write.");
    return 2;
}

var counted = new Dictionary<int, Dictionary<string, int>>();
var usual = new Dictionary<int, string[]>();
foreach (var line in File.ReadLines(source).Where(line => line.StartsWith("U+", StringComparison.Ordinal)))
{
    if (line.Split('\t') is not [var code, var field, var text])
    {
        continue;
    }

    var point = int.Parse(code.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    if (point is not (0x3007 or (>= 0x4E00 and <= 0x9FFF)))
    {
        continue;
    }

    var parts = text.Split(' ');
    if (field == "kMandarin")
    {
        usual[point] = [.. parts.Select(Toneless)];
    }
    else if (field == "kHanyuPinlu")
    {
        var counts = counted[point] = [];
        foreach (var part in parts)
        {
            var open = part.IndexOf('(', StringComparison.Ordinal);
            var syllable = Toneless(part[..open]);
            counts[syllable] = counts.GetValueOrDefault(syllable) + int.Parse(part[(open + 1)..^1], CultureInfo.InvariantCulture);
        }
    }
}

// A line for each syllable and rank: 1 is a character's commonest reading, 2 and 3 are its others.
var lines = usual
    .Keys.Union(counted.Keys)
    .SelectMany(point => Readings(point).Select((syllable, at) => (Rank: at + 1, Syllable: syllable, Point: point)))
    .GroupBy(reading => (reading.Rank, reading.Syllable))
    .OrderBy(group => group.Key.Rank)
    .ThenBy(group => group.Key.Syllable, StringComparer.Ordinal)
    .Select(group =>
        $"{group.Key.Rank} {group.Key.Syllable} {string.Concat(group.Select(reading => reading.Point).Order().Select(char.ConvertFromUtf32))}"
    );

string[] head =
[
    "# The readings of Chinese characters as syllables without tones, the commonest reading first (rank, syllable, characters).",
    "# Made by bench/Readings from Unihan_Readings.txt of the Unicode Character Database, version 15.0.0; the terms stand beside this file.",
];
File.WriteAllText(target, string.Join('\n', head.Concat(lines)) + "\n");
return 0;

IEnumerable<string> Readings(int point)
{
    var first = usual.GetValueOrDefault(point, []);
    if (!counted.TryGetValue(point, out var counts))
    {
        return first.Distinct().Take(Most);
    }

    var least = counts.Values.Max() * Rare;
    return counts
        .Where(pair => pair.Value >= least)
        .OrderByDescending(pair => pair.Value)
        .Select(pair => pair.Key)
        .Concat(first)
        .Distinct()
        .Take(Most);
}

// "nǚ" becomes "nv": the marks of the tones go, the dots of ü do not.
static string Toneless(string pinyin)
{
    var plain = new StringBuilder();
    foreach (var part in pinyin.Normalize(NormalizationForm.FormD))
    {
        if (part is >= 'a' and <= 'z')
        {
            plain.Append(part);
        }
        else if (part == '\u0308')
        {
            plain[^1] = 'v';
        }
        else if (part == '\u0302')
        {
            // ê, an interjection, sounds like ei.
            plain.Append('i');
        }
    }

    return plain.ToString();
}
