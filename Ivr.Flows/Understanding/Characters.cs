using System.Globalization;
using System.Text;

namespace Ivr.Flows.Understanding;

/// <summary>Makes the characters of a text comparable.</summary>
internal static class Characters
{
    /// <summary>One form for each character, full-width ones included. What is cut inside a surrogate pair, and code points that will never be characters, go.</summary>
    public static string Fold(string text) => string.Concat(text.EnumerateRunes().Where(IsCharacter)).Normalize(NormalizationForm.FormKC);

    private static bool IsCharacter(Rune rune) =>
        rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) != UnicodeCategory.OtherNotAssigned;
}
