using System.Globalization;
using System.Text;
using Ivr.Flows.Understanding.Sounds;

namespace Ivr.Flows.Understanding.Answers;

/// <summary>Turns the bare words of an answer into sounds: a Han character into its syllables, an English word into its key.</summary>
internal static class AnswerSounds
{
    /// <summary>How characters are read in names of people and places alone.</summary>
    private static readonly Dictionary<Rune, string> InNames =
        "曾zeng 单shan 解xie 仇qiu 查zha 盖ge 区ou 朴piao 翟zhai 尉yu 乐yue 缪miao 覃qin 厦xia 朝chao"
            .Split(' ')
            .ToDictionary(entry => entry.EnumerateRunes().First(), entry => entry[1..]);

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
        var isChinese = piece.EnumerateRunes().Any(IsHan);
        var sounds = new List<IReadOnlyList<string>>();
        var english = new StringBuilder();
        foreach (var rune in piece.EnumerateRunes())
        {
            if (IsHan(rune) || (isChinese && Rune.IsDigit(rune)))
            {
                sounds.AddRange(English(english.ToString()));
                english.Clear();
                sounds.Add(Syllables(rune));
            }
            else
            {
                english.Append(rune.ToString());
            }
        }

        return [.. sounds, .. English(english.ToString())];
    }

    /// <summary>A character that nobody can read sounds like nothing else.</summary>
    private static string[] Syllables(Rune character)
    {
        var usual = Sounds.Syllables.Of(character.ToString()).SelectMany(readings => readings).Select(reading => reading.Spelling);
        var all = InNames.TryGetValue(character, out var inNames) ? usual.Append(inNames) : usual;
        string[] folded = [.. all.Select(FoldedSyllable.Of).Distinct(StringComparer.Ordinal)];
        return folded.Length > 0 ? folded : [character.Value.ToString("x", CultureInfo.InvariantCulture)];
    }

    /// <summary>Beyond their keys, Steven is Stephen and Christopher Kristopher.</summary>
    private static IEnumerable<string[]> English(string words) =>
        EnglishSounds
            .Key(string.Join(' ', words.Split(' ').Select(word => InFull.GetValueOrDefault(word, word))))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(key => new[] { key.Replace('v', 'f').Replace("Cr", "kr", StringComparison.Ordinal) });

    private static bool IsHan(Rune rune) => rune.Value >= AnswerWords.Han;
}
