using Ivr.Flows.Understanding.Sounds;

namespace Ivr.Flows.Understanding.Values;

/// <summary>
/// The words of a value that a recogniser wrote with other characters of the same sound: 二时块 for 二十块, 作天 for 昨天. Only the very same syllables
/// count, whatever their tone: 四 and 十, or 一 and 七, never stand for each other.
/// </summary>
internal sealed class SoundAlikes(IEnumerable<string> words)
{
    /// <summary>The signs of numbers and money.</summary>
    public static readonly SoundAlikes OfMoney = new("零一二两三四五六七八九十百千万亿点半块元毛角分钱".Select(sign => sign.ToString()));

    /// <summary>The signs that are said one by one.</summary>
    public static readonly SoundAlikes OfDigits = new("零一二三四五六七八九幺洞拐勾两".Select(sign => sign.ToString()));

    /// <summary>They stand for too much else.</summary>
    private const string Never = "是事已以而就起把吧其里个有没不也还";

    private readonly List<(string Word, string[] Sounds)> words =
    [
        .. words.Select(word => (word, Sounds: SoundsOf(word))).OrderByDescending(word => word.word.Length),
    ];

    private readonly HashSet<char> signs = [.. words.Where(word => word.Length == 1).Select(word => word[0])];

    /// <summary>The text with every such word written as it is meant, as far as its characters are not some of these words already.</summary>
    /// <param name="mended">How many signs changed.</param>
    public string Mend(string text, out int mended)
    {
        mended = 0;
        var written = new System.Text.StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            var word = signs.Contains(text[at]) || char.IsAsciiLetterOrDigit(text[at]) ? null : Find(text, at);
            written.Append(word ?? text[at].ToString());
            mended += word is null ? 0 : word.Where((sign, place) => sign != text[at + place]).Count();
            at += word?.Length ?? 1;
        }

        return written.ToString();
    }

    private string? Find(string text, int at) => words.FirstOrDefault(word => Fits(word.Word, word.Sounds, text, at)).Word;

    private static bool Fits(string word, string[] sounds, string text, int at)
    {
        if (at + word.Length > text.Length || (word.Length == 1 && Never.Contains(text[at], StringComparison.Ordinal)))
        {
            return false;
        }

        for (var place = 0; place < word.Length; place++)
        {
            if (
                word[place] != text[at + place]
                && Syllables.At(text[at + place])?.Any(reading => reading.Spelling == sounds[place]) is not true
            )
            {
                return false;
            }
        }

        return true;
    }

    private static string[] SoundsOf(string word) => [.. word.Select(sign => Syllables.At(sign)![0].Spelling)];
}
