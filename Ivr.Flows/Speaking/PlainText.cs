using System.Globalization;
using System.Text;

namespace Ivr.Flows.Speaking;

/// <summary>Makes other people's text harmless to a voice and to the markup that carries it.</summary>
internal static class PlainText
{
    /// <summary>In UTF-16 code units.</summary>
    public const int Longest = 40;

    /// <summary>Letters, their accents and a little punctuation stay, digits become words, all else is a gap.</summary>
    /// <returns>At most <see cref="Longest"/> characters, or an empty text when there is nothing to read.</returns>
    public static string Clean(string text, Func<int, string> digitWord)
    {
        var spoken = new StringBuilder();
        var readable = false;
        var accentable = false;
        foreach (var rune in WithoutMarkup(Composed(text)).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category == UnicodeCategory.Format)
            {
                continue;
            }

            var isLetter = Rune.IsLetter(rune);
            var isDigit = category == UnicodeCategory.DecimalDigitNumber;
            var isAccent = accentable && category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            var piece =
                isDigit ? digitWord((int)Rune.GetNumericValue(rune))
                : isLetter || isAccent || IsPunctuation(rune) ? rune.ToString()
                : " ";

            if (!Append(spoken, piece))
            {
                break;
            }

            readable |= isLetter || isDigit;
            accentable = isLetter || isAccent;
        }

        return readable ? spoken.ToString().TrimEnd() : "";
    }

    /// <summary>Full-width and decorated forms become plain ones, so that no bracket or digit hides in them.</summary>
    private static string Composed(string text)
    {
        // Normalize throws on half a surrogate pair and on code points that will never be characters.
        var known = text.EnumerateRunes()
            .Select(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned ? " " : rune.ToString());
        return string.Concat(known).Normalize(NormalizationForm.FormKC);
    }

    private static string WithoutMarkup(string text)
    {
        var kept = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var end = EndOfMarkup(text, at);
            kept.Append(end < 0 ? text[at] : ' ');
            at = Math.Max(at, end);
        }

        return kept.ToString();
    }

    /// <returns>Where the tag or the entity that begins here ends; negative where none begins.</returns>
    private static int EndOfMarkup(string text, int start)
    {
        if (text[start] == '<')
        {
            return text.IndexOf('>', start);
        }

        var end = text[start] == '&' ? text.IndexOf(';', start) : -1;
        return end > 0 && text[(start + 1)..end].All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '#') ? end : -1;
    }

    private static bool IsPunctuation(Rune rune) => rune.Value is '\'' or '’' or '-' or '.' or ',' or '·';

    /// <summary>Collapses gaps on the way.</summary>
    private static bool Append(StringBuilder spoken, string piece)
    {
        var next = spoken.Length == 0 || spoken[^1] == ' ' ? piece.TrimStart(' ') : piece;
        if (spoken.Length + next.Length > Longest)
        {
            return false;
        }

        spoken.Append(next);
        return true;
    }
}
