namespace Ivr.Flows.Understanding.Values;

/// <summary>A case, refund or order number: digits one by one, letters before them.</summary>
public static class SpokenReference
{
    private const int Longest = 32;

    /// <returns>Letters and digits without gaps, letters as capitals; null where no digit was said.</returns>
    public static string? Read(string words, Language language) =>
        language switch
        {
            Language.Mandarin => Mandarin(Utterance.Mandarin(words)),
            Language.English => English(Utterance.English(words)),
        };

    private static string? Mandarin(string signs)
    {
        var letters = signs.TakeWhile(char.IsAsciiLetter).Count();
        return Join(signs[..letters], MandarinDigits.Read(signs[letters..]));
    }

    private static string? English(List<string> words)
    {
        var letters = words.TakeWhile(IsLetters).Count();
        return Join(string.Concat(words.Take(letters)), EnglishDigits.Read(words[letters..]));
    }

    /// <summary>Letters stand alone, or together as recognisers write them: "R F".</summary>
    private static bool IsLetters(string word) => word.Length <= 3 && word.All(char.IsAsciiLetter) && !EnglishFigures.IsNumeral(word) || word is "a";

    private static string? Join(string letters, string? digits) =>
        digits is { Length: > 0 } && letters.Length <= 4 && letters.Length + digits.Length <= Longest
            ? letters.ToUpperInvariant() + digits
            : null;
}
