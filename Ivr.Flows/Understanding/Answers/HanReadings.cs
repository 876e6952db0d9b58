using System.Reflection;
using System.Text;

namespace Ivr.Flows.Understanding.Answers;

/// <summary>How Han characters are read, without tones: <c>readings.tsv</c>, made from Unicode's Unihan database.</summary>
internal static class HanReadings
{
    private static readonly Dictionary<int, string[]> Syllables = Read();

    /// <summary>The usual reading first; none where the character is not known.</summary>
    public static IReadOnlyList<string> Of(Rune character) => Syllables.GetValueOrDefault(character.Value) ?? [];

    private static Dictionary<int, string[]> Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("Ivr.Flows.Understanding.Answers.readings.tsv")!;
        using var lines = new StreamReader(file, Encoding.UTF8);
        var rows = lines
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .ToList();
        return rows.SelectMany(row => row[1].EnumerateRunes().Select(character => (character, syllable: row[0])))
            .Concat(rows.SelectMany(row => row[2].EnumerateRunes().Select(character => (character, syllable: row[0]))))
            .GroupBy(pair => pair.character.Value, pair => pair.syllable)
            .ToDictionary(group => group.Key, group => group.ToArray());
    }
}
