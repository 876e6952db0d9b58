using System.Text;

namespace Ivr.Flows.Understanding.Sounds;

/// <summary>What a Chinese text sounds like.</summary>
public static class Syllables
{
    private const int MostKeys = 8;

    private static readonly Dictionary<string, Syllable> BySpelling = new(StringComparer.Ordinal);
    private static readonly Dictionary<char, Syllable[]> Readings = ReadReadings();

    /// <summary>
    /// The syllables in order; each with its other readings behind it. A figure sounds as it is read, a letter as its name, and nothing else is
    /// heard.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<Syllable>> Of(string text)
    {
        var heard = new List<IReadOnlyList<Syllable>>(text.Length);
        foreach (var character in text)
        {
            if (At(character) is { } readings)
            {
                heard.Add(readings);
            }
        }

        return heard;
    }

    /// <summary>The folded syllables of a text with a space between them, each as it is usually read: what sounds alike has the same key.</summary>
    public static string Key(string text) => string.Join(' ', Of(text).Select(readings => readings[0].Folded));

    /// <summary>The keys of every way to read a text, the usual one first; at most 8.</summary>
    public static IReadOnlyList<string> Keys(string text)
    {
        List<string> keys = [""];
        foreach (var readings in Of(text))
        {
            keys =
            [
                .. readings
                    .Select(reading => reading.Folded)
                    .SelectMany(folded => keys.Select(key => key.Length == 0 ? folded : $"{key} {folded}"))
                    .Distinct(StringComparer.Ordinal)
                    .Take(MostKeys),
            ];
        }

        return keys;
    }

    /// <summary>How a character is read; null for one that is not heard.</summary>
    internal static Syllable[]? At(char character) => Readings.GetValueOrDefault(Narrow(character));

    /// <summary>Full-width figures and letters are the same as others, and so are small and capital letters.</summary>
    private static char Narrow(char character) =>
        char.ToUpperInvariant(character is >= '！' and <= '～' ? (char)(character - '！' + '!') : character);

    private static Dictionary<char, Syllable[]> ReadReadings()
    {
        var readings = new Dictionary<char, Syllable[]>(21_000);
        using var resource = typeof(Syllables).Assembly.GetManifestResourceStream("Readings.txt")!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(' ') is [not "#", var spelling, var characters])
            {
                var syllable = Named(spelling);
                foreach (var character in characters)
                {
                    readings[character] = readings.TryGetValue(character, out var others) ? [.. others, syllable] : [syllable];
                }
            }
        }

        string[] figures = ["零", "一幺", "二两", "三", "四", "五", "六", "七", "八", "九"];
        for (var figure = 0; figure < figures.Length; figure++)
        {
            readings[(char)('0' + figure)] = [.. figures[figure].SelectMany(character => readings[character])];
        }

        for (var letter = 'A'; letter <= 'Z'; letter++)
        {
            readings[letter] = [Named(letter.ToString())];
        }

        return readings;
    }

    private static Syllable Named(string spelling)
    {
        if (!BySpelling.TryGetValue(spelling, out var syllable))
        {
            syllable = BySpelling[spelling] = new Syllable(spelling);
        }

        return syllable;
    }
}
