using System.Text;

namespace Ivr.Flows.Understanding.Answers;

/// <summary>
/// The consonants of an English word by their sound, so that Katherine and Catherine, Steven and Stephen, Smith and Smyth are one. Enrolled
/// answers were hashed by these very rules: another rule here is another <see cref="SpokenAnswer.Version"/>.
/// </summary>
internal static class EnglishWordKey
{
    /// <summary>Letters that are not spoken at the start of a word, and what is left of it.</summary>
    private static readonly (string Spelling, string Sound)[] AtStart = [("kn", "n"), ("gn", "n"), ("pn", "n"), ("wr", "r"), ("ps", "s")];

    /// <summary>One after the other; capitals are sounds that take two letters to write.</summary>
    private static readonly (string Spelling, string Sound)[] Anywhere =
    [
        ("sch", "sk"),
        ("chr", "kr"),
        ("tch", "C"),
        ("ch", "C"),
        ("sh", "S"),
        ("th", "T"),
        ("ph", "f"),
        ("gh", ""),
        ("ck", "k"),
        ("ce", "se"),
        ("ci", "si"),
        ("cy", "sy"),
        ("c", "k"),
        ("q", "k"),
        ("x", "ks"),
        ("z", "s"),
        ("v", "f"),
        ("dge", "je"),
        ("ge", "je"),
        ("gi", "ji"),
        ("gy", "jy"),
        ("mps", "ms"),
    ];

    /// <param name="word">Lower case; figures stay as they are.</param>
    public static string Of(string word)
    {
        var start = AtStart.FirstOrDefault(rule => word.StartsWith(rule.Spelling, StringComparison.Ordinal), (Spelling: "", Sound: ""));
        var sounds = Anywhere.Aggregate(
            start.Sound + word[start.Spelling.Length..],
            (left, rule) => left.Replace(rule.Spelling, rule.Sound, StringComparison.Ordinal)
        );
        var key = new StringBuilder();
        var last = ' ';
        foreach (var sound in sounds)
        {
            var isVowel = "aeiouyhw".Contains(sound, StringComparison.Ordinal);
            if (key.Length == 0)
            {
                key.Append(isVowel ? 'a' : sound);
            }
            else if (!isVowel && (sound != last || char.IsAsciiDigit(sound)))
            {
                key.Append(sound);
            }

            last = sound;
        }

        return key.ToString();
    }
}
