using System.Globalization;
using System.Text;

namespace Ivr.Flows.Understanding.Answers;

/// <summary>
/// Takes away what people say around an answer. What is left is one answer, whole: nothing is looked for inside it, so that who lists several,
/// as 北京上海广州, gave none of them.
/// </summary>
internal static class AnswerWords
{
    /// <summary>In UTF-16 code units; no answer is as long, and what is longer is none.</summary>
    public const int Longest = 80;

    /// <summary>A place keeps at least so many characters before 市 or 县: 沙县 is a name.</summary>
    private const int LeastOfPlace = 2;

    private static readonly string[] PlaceEndings = ["市", "县", "区", "省", "市区", "人"];

    /// <summary>
    /// The pieces of an answer as they were parted by marks, in lower case and without any, English words between single spaces. Empty where
    /// there is no answer, or one that is too long.
    /// </summary>
    public static IReadOnlyList<string> Of(string text) =>
        text.Length > Longest ? [] : [.. Pieces(LastMeant(Folded(text))).Select(Bare).Where(piece => piece.Length > 0)];

    /// <summary>Full-width and accented letters become plain ones.</summary>
    private static string Folded(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in Characters.Fold(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && rune.Value is not ('\'' or '’'))
            {
                plain.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return plain.ToString();
    }

    /// <summary>Who takes something back means what follows.</summary>
    private static string LastMeant(string text)
    {
        var ends = AnswerCarriers.TakenBack.Select(words =>
            text.LastIndexOf(words, StringComparison.Ordinal) is >= 0 and var at ? at + words.Length : 0
        );
        return text[ends.Max()..];
    }

    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        var isLatin = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || rune.Value == '-')
            {
                isLatin = false;
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                var startsWord = rune.Value < Han && !isLatin && piece.Length > 0;
                piece.Append(startsWord ? " " : "").Append(rune.ToString());
                isLatin = rune.Value < Han;
            }
            else
            {
                yield return piece.ToString();
                piece.Clear();
                isLatin = false;
            }
        }

        yield return piece.ToString();
    }

    private static string Bare(string piece)
    {
        var bare = UntilSettled(UntilSettled(piece, WithoutBeginning), WithoutEnding);
        return IsCarrier(bare) ? "" : bare;
    }

    private static string UntilSettled(string piece, Func<string, string> without)
    {
        for (var left = without(piece); left != piece; left = without(piece))
        {
            piece = left;
        }

        return piece;
    }

    private static bool IsCarrier(string piece) => AnswerCarriers.Before.Contains(piece) || AnswerCarriers.After.Contains(piece);

    private static string WithoutBeginning(string piece)
    {
        foreach (var carrier in AnswerCarriers.Before.Concat(AnswerCarriers.Countries))
        {
            if (
                piece.StartsWith(carrier, StringComparison.Ordinal)
                && IsParted(piece, carrier.Length, carrier[^1])
                && piece.Length > carrier.Length
            )
            {
                return piece[carrier.Length..].Trim();
            }
        }

        return piece;
    }

    private static string WithoutEnding(string piece)
    {
        foreach (var carrier in AnswerCarriers.After)
        {
            var rest = piece.Length - carrier.Length;
            var least = PlaceEndings.Contains(carrier) ? LeastOfPlace : 1;
            if (rest >= least && piece.EndsWith(carrier, StringComparison.Ordinal) && IsParted(piece, rest, carrier[0]))
            {
                return piece[..rest].Trim();
            }
        }

        return piece;
    }

    /// <summary>An English carrier is whole words; a Chinese one stands anywhere.</summary>
    private static bool IsParted(string piece, int at, char edge) =>
        edge >= Han || at >= piece.Length || piece[at] == ' ' || piece[at - 1] == ' ' || piece[at] >= Han;

    /// <summary>The first Han character, near enough: letters before it are written in words.</summary>
    public const char Han = '\u2E80';
}
