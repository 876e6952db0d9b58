using System.Text.RegularExpressions;

namespace Ivr.Flows.Understanding.Values;

/// <summary>What the parts of an answer say, each by itself: a value is said twice to be sure, or has a story around it.</summary>
internal static partial class Clauses
{
    /// <summary>The parts between marks and the words by which somebody confirms what was just said.</summary>
    public static IReadOnlyList<string> Of(string words) =>
        Between().Split(WithMarks(Utterance.Fold(words))).Where(part => part.Trim().Length > 0).ToList();

    /// <summary>Commas and points stay only inside of figures.</summary>
    private static string WithMarks(string text) =>
        string.Concat(
            text.Select(
                (sign, at) =>
                    sign is not (',' or '.')
                    || (at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]))
                        ? sign
                        : ';'
            )
        );

    /// <summary>What the parts say, where there are several.</summary>
    public static Said<T> Read<T>(string words, Language language, Func<string, T?> read)
        where T : struct
    {
        var texts = Of(words);
        if (texts.Count < 2)
        {
            return new(null, null);
        }

        var parts = texts.Select(part => (Part: part, Value: read(part))).ToList();
        var only = parts.Select(one => one.Value).OfType<T>().Distinct().ToList() is [var value] ? value : (T?)null;
        var isContradicted = parts.Any(one => one.Value is null && HasFigures(one.Part, language));
        return new(parts.TrueForAll(one => one.Value is not null) ? only : null, isContradicted ? null : only);
    }

    private static bool HasFigures(string part, Language language) =>
        language == Language.Mandarin
            ? Utterance.Mandarin(part).Any(MandarinFigures.IsNumeral)
            : Utterance.English(part).Any(word => EnglishFigures.IsNumeral(word) && word is not ("a" or "an" or "and" or "half"));

    [GeneratedRegex(
        @"[。…、;!?]|对不起|对|是的|没错|再说一遍|再说一次|重复一遍|我再说|\b(?:yes|yeah|yep|again|once more|i repeat|repeat|that's|that is)\b",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Between();

    /// <param name="Twice">The value that each part is.</param>
    /// <param name="Only">The value that some part is, where no other part is another or has figures that are none.</param>
    public readonly record struct Said<T>(T? Twice, T? Only)
        where T : struct;
}
