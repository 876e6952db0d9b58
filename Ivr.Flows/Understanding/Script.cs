using System.Text;

namespace Ivr.Flows.Understanding;

/// <summary>Tells by its letters which language a text is written in.</summary>
internal static class Script
{
    /// <summary>Chinese where there is any Han character, English where there are only Latin letters; null where there are neither.</summary>
    public static Language? Of(string text) =>
        text.EnumerateRunes().Any(IsHan) ? Language.Mandarin
        : text.Any(char.IsAsciiLetter) ? Language.English
        : null;

    private static bool IsHan(Rune rune) => rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x323AF);
}
