using System.Globalization;
using System.Text;

namespace Ivr.Flows.Understanding.Answers;

/// <summary>Turns the bare words of an answer into sounds: a Han character into its syllables, an English word into its key.</summary>
internal static class AnswerSounds
{
    private const string ChineseDigits = "零一二三四五六七八九";

    private static readonly HashSet<string> Articles = ["a", "an", "the"];

    private static readonly Dictionary<string, string> InFull = new(StringComparer.Ordinal)
    {
        ["st"] = "saint",
        ["ste"] = "saint",
        ["mt"] = "mount",
        ["ft"] = "fort",
    };

    /// <summary>For each character or word the ways it is read, the usual one first; what callers confuse is one.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(string piece)
    {
        var sounds = new List<IReadOnlyList<string>>();
        var english = new List<string>();
        foreach (var word in Words(piece))
        {
            if (IsHan(word.EnumerateRunes().First()))
            {
                sounds.AddRange(English(english));
                english.Clear();
                sounds.Add(Syllables(word.EnumerateRunes().First()));
            }
            else
            {
                english.Add(word);
            }
        }

        return [.. sounds, .. English(english)];
    }

    /// <summary>A character that nobody can read sounds like nothing else.</summary>
    private static string[] Syllables(Rune character) =>
        HanReadings.Of(character) is { Count: > 0 } readings
            ? [.. readings.Select(FoldedSyllable.Of).Distinct(StringComparer.Ordinal)]
            : [character.Value.ToString("x", CultureInfo.InvariantCulture)];

    private static List<string[]> English(List<string> words) =>
        [
            .. AnswerNumbers
                .Written(words.Where(word => words.Count == 1 || !Articles.Contains(word)))
                .Select(word => new[] { EnglishWordKey.Of(InFull.GetValueOrDefault(word, word)) }),
        ];

    /// <summary>English words, and Han characters one by one; figures among those are read in Chinese.</summary>
    private static IEnumerable<string> Words(string piece)
    {
        var isChinese = piece.EnumerateRunes().Any(IsHan);
        var word = new StringBuilder();
        foreach (var rune in piece.EnumerateRunes())
        {
            var isDigit = isChinese && rune.IsAscii && char.IsAsciiDigit((char)rune.Value);
            var isAlone = isDigit || IsHan(rune);
            if (word.Length > 0 && (isAlone || rune.Value == ' '))
            {
                yield return word.ToString();
                word.Clear();
            }

            if (isAlone)
            {
                yield return isDigit ? ChineseDigits[rune.Value - '0'].ToString() : rune.ToString();
            }
            else if (rune.Value != ' ')
            {
                word.Append(rune.ToString());
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    private static bool IsHan(Rune rune) => rune.Value >= AnswerWords.Han;
}
