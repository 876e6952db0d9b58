using System.Globalization;
using System.Text;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Understanding.Sounds;

/// <summary>What an English text sounds like, roughly: its consonants, and a vowel where a word begins with one.</summary>
public static class EnglishSounds
{
    private const int LongestNumber = 6;

    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "a", "an", "the" };

    /// <summary>Spellings and the sound each has; the first that fits is taken, so that longer ones come first.</summary>
    private static readonly (string Spelling, string Sound)[] Spellings =
    [
        ("tch", "C"),
        ("sch", "sk"),
        ("tion", "Sn"),
        ("sion", "Sn"),
        ("ght", "t"),
        ("sh", "S"),
        ("ch", "C"),
        ("ph", "f"),
        ("th", "0"),
        ("ck", "k"),
        ("wh", "w"),
        ("gh", ""),
        ("qu", "kw"),
        ("dg", "j"),
        ("ce", "s"),
        ("ci", "s"),
        ("cy", "s"),
        ("ge", "j"),
        ("gi", "j"),
        ("c", "k"),
        ("q", "k"),
        ("x", "ks"),
        ("z", "s"),
    ];

    private static readonly (string Spelling, string Sound)[] Silent = [("kn", "n"), ("wr", "r"), ("gn", "n"), ("ps", "s")];

    /// <summary>The keys of the words with a space between them; case, articles and the way in which numbers are written make no difference.</summary>
    public static string Key(string text) =>
        string.Join(' ', Words(text).Where(word => !Articles.Contains(word)).Select(KeyOfWord).Where(key => key.Length > 0));

    /// <summary>The words in small letters; a number becomes the words by which it is read.</summary>
    internal static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var character in Characters.Fold(text) + " ")
        {
            if (char.IsLetterOrDigit(character) && (word.Length == 0 || char.IsDigit(word[^1]) == char.IsDigit(character)))
            {
                word.Append(char.ToLowerInvariant(character));
            }
            else if (character is not ('\'' or '’'))
            {
                foreach (var read in Read(word.ToString()))
                {
                    yield return read;
                }

                word.Clear();
                if (char.IsLetterOrDigit(character))
                {
                    word.Append(char.ToLowerInvariant(character));
                }
            }
        }
    }

    /// <summary>The key of one word in small letters.</summary>
    internal static string KeyOfWord(string word)
    {
        var key = new StringBuilder();
        var at = 0;
        if (Silent.FirstOrDefault(pair => word.StartsWith(pair.Spelling, StringComparison.Ordinal)) is { Sound: { } start })
        {
            key.Append(start);
            at = 2;
        }

        while (at < word.Length)
        {
            var (spelling, sound) = Spellings.FirstOrDefault(pair =>
                string.CompareOrdinal(word, at, pair.Spelling, 0, pair.Spelling.Length) == 0
            );
            sound ??=
                IsVowel(word[at]) ? (at == 0 ? "a" : "")
                : word[at] == 'h' && at > 0 ? ""
                : word[at].ToString();
            if (sound.Length > 0 && (key.Length == 0 || key[^1] != sound[0]))
            {
                key.Append(sound);
            }

            at += spelling?.Length ?? 1;
        }

        return key.ToString();
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static string[] Read(string word) =>
        word.Length == 0 ? []
        : !char.IsAsciiDigit(word[0]) ? [word]
        : word.Length > LongestNumber || word[0] == '0' ? [.. word.Where(char.IsAsciiDigit).Select(figure => Number((ulong)(figure - '0')))]
        : Number(ulong.Parse(word, CultureInfo.InvariantCulture)).Split(' ');

    private static string Number(ulong number) => EnglishNumbers.Cardinal(number);
}
