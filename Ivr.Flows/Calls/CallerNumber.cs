using System.Text.RegularExpressions;

namespace Ivr.Flows.Calls;

/// <summary>Tells a calling number from the many things carriers send in its place.</summary>
public static partial class CallerNumber
{
    // Withheld callers arrive as words spelled on a keypad: anonymous, restricted, blocked, unknown, unavailable.
    private static readonly HashSet<string> SpelledWords = ["+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253"];

    /// <summary>The number in E.164, or null where it is withheld, mangled or known to be forged.</summary>
    public static string? From(string raw, string? attestation) =>
        E164().IsMatch(raw)
        && !SpelledWords.Contains(raw)
        && attestation?.StartsWith("TN-Validation-Failed", StringComparison.Ordinal) != true
            ? raw
            : null;

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z", RegexOptions.NonBacktracking)]
    private static partial Regex E164();
}
