using System.Text;

namespace Ivr.Flows.Understanding;

/// <summary>Makes what a caller said fit to be handed on: short, and without figures that may be a number, a code or a password.</summary>
public static class SafeWords
{
    /// <summary>Stands for each figure that was left out.</summary>
    public const string Figure = "·";

    private const int Longest = 60;
    private const string ChineseDigits = "零〇洞一幺二两三四五六七八九拾百千万";

    private static readonly HashSet<string> EnglishDigits = new(StringComparer.OrdinalIgnoreCase)
    {
        "zero",
        "oh",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "double",
        "triple",
    };

    /// <summary>Each figure becomes a dot; what is no letter becomes a gap.</summary>
    public static string Of(string words)
    {
        var safe = new StringBuilder();
        foreach (var rune in words.EnumerateRunes())
        {
            var isFigure = Rune.IsNumber(rune) || ChineseDigits.Contains(rune.ToString(), StringComparison.Ordinal);
            safe.Append(
                isFigure ? Figure
                : Rune.IsLetter(rune) || rune.Value == '\'' ? rune.ToString()
                : " "
            );
        }

        var parts = safe.ToString()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => EnglishDigits.Contains(word) ? Figure : word);
        var text = string.Join(' ', parts);
        return text.Length <= Longest ? text
            : char.IsHighSurrogate(text[Longest - 1]) ? text[..(Longest - 1)]
            : text[..Longest];
    }
}
