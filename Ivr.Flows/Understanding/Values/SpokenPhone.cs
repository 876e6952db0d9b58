namespace Ivr.Flows.Understanding.Values;

/// <summary>A telephone number, with its country code or without.</summary>
public static class SpokenPhone
{
    /// <returns>The digits as they were said, behind a plus where that was said too; null where they are too few or too many.</returns>
    public static string? Read(string words, Language language) =>
        language switch
        {
            Language.Mandarin when Utterance.Mandarin(words) is ['加' or '+', .. var signs] => Number(MandarinDigits.Read(signs), "+"),
            Language.English when Utterance.English(words) is ["plus" or "+", .. var rest] => Number(EnglishDigits.Read([.. rest]), "+"),
            Language.English when Utterance.English(words) is [['+', .. var country], .. var rest] =>
                Number(EnglishDigits.Read([country, .. rest]), "+"),
            _ => Number(SpokenDigits.Read(words, language), ""),
        };

    private static string? Number(string? digits, string plus) =>
        digits is { Length: >= 5 and <= 15 } && digits.All(char.IsAsciiDigit) ? plus + digits : null;
}
