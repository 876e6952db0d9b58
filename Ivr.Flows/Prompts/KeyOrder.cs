using System.Text.RegularExpressions;

namespace Ivr.Flows.Prompts;

/// <summary>What can be chosen is said before its key: who hears the key first has forgotten it when they know what it is for.</summary>
public static partial class KeyOrder
{
    /// <summary>Whether a sentence begins with its key. Behind a question the question is what the key is for.</summary>
    public static bool IsKeyFirst(string text, Language language) =>
        language switch
        {
            Language.Mandarin => MandarinKeyFirst().IsMatch(text),
            Language.English => EnglishKeyFirst().IsMatch(text),
        };

    [GeneratedRegex(
        "(^|[。！；])(请)?按(下)?[零一二三四五六七八九](，|。|键|$)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MandarinKeyFirst();

    [GeneratedRegex(
        @"(^|[.!;] )(Please )?[Pp]ress (zero|one|two|three|four|five|six|seven|eight|nine)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex EnglishKeyFirst();
}
