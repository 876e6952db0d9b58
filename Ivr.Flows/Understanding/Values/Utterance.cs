using System.Text;

namespace Ivr.Flows.Understanding.Values;

/// <summary>What was said, made ready to be read as a value: plain signs, without what only fills a pause, and after the last correction.</summary>
internal static class Utterance
{
    /// <summary>A value is said in fewer characters; a longer text is a story and is not read at all, rather than cut in the middle of a number.</summary>
    private const int Longest = 200;

    private const string Formal = "壹貳贰叁參肆伍陆陸柒捌玖拾佰仟兩塊圆圓號点點萬億週禮對錯個錢後個來這過載沒";
    private const string Plain = "一二二三三四五六六七八九十百千两块元元号点点万亿周礼对错个钱后个来这过载没";

    /// <summary>Two syllables that dialects say as one.</summary>
    private static readonly (string Said, string Means)[] Shortened =
    [
        ("俩", "两个"),
        ("倆", "两个"),
        ("仨", "三个"),
        ("廿", "二十"),
        ("卅", "三十"),
    ];

    /// <summary>Lower case, full-width signs plain. The digits of other scripts are left as they are and are read as nothing.</summary>
    /// <returns>Nothing where the text is too long.</returns>
    public static string Fold(string words)
    {
        if (words.Length > Longest)
        {
            return "";
        }

        var folded = new StringBuilder(words.Length);
        foreach (var sign in words)
        {
            var plain = sign switch
            {
                >= '！' and <= '～' => (char)(sign - '！' + '!'),
                '　' => ' ',
                '’' => '\'',
                _ when Formal.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at => Plain[at],
                _ => sign,
            };
            folded.Append(char.ToLowerInvariant(plain));
        }

        return folded.ToString();
    }

    /// <summary>The Chinese signs that carry the value, without gaps and punctuation; a point or a comma stays between two figures.</summary>
    public static string Mandarin(string words)
    {
        var text = Shortened.Aggregate(Fold(words), (text, word) => text.Replace(word.Said, word.Means, StringComparison.Ordinal));
        var signs = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var isInside = at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
            var joins = text[at] is '.' or '-' or '/' or ':' && isInside;
            var isThousands = text[at] is ',' && isInside;
            if (char.IsLetterOrDigit(text[at]) || joins || text[at] is '+')
            {
                signs.Append(text[at]);
            }
            else if (isThousands && !IsGroup(text, at + 1))
            {
                signs.Append(text[at]);
            }
        }

        return Fillers.WithoutMandarin(Corrections.Mandarin(signs.ToString()));
    }

    /// <summary>The English words that carry the value; figures stay together with their point.</summary>
    public static List<string> English(string words)
    {
        var text = Fold(words).Replace("'", "", StringComparison.Ordinal);
        text = text.StartsWith("oh, ", StringComparison.Ordinal) ? text[4..] : text;
        var spaced = new StringBuilder(text.Length * 2);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            var isInside = at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
            if (sign is ',' && isInside && IsGroup(text, at + 1))
            {
                continue;
            }

            var startsFigures = at > 0 && char.IsAsciiDigit(sign) && char.IsLetter(text[at - 1]);
            var isApart = at > 0 && sign is 'k' or 'x' && char.IsAsciiDigit(text[at - 1]);
            spaced.Append(startsFigures || isApart ? " " : "");
            spaced.Append(char.IsLetterOrDigit(sign) || sign is '+' || (isInside && sign is '.' or '/' or ':') ? sign : ' ');
        }

        var tokens = spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Fillers.WithoutEnglish(Corrections.English([.. tokens]));
    }

    /// <summary>Whether exactly three figures begin here, as behind the comma of a thousand.</summary>
    private static bool IsGroup(string text, int at)
    {
        var length = 0;
        while (at + length < text.Length && char.IsAsciiDigit(text[at + length]))
        {
            length++;
        }

        return length == 3;
    }
}
