namespace Ivr.Flows.Understanding.Values;

/// <summary>Digits said one by one: 幺三八, 三个八, double seven, oh five, nineteen ninety nine; an X may end them, as on a certificate.</summary>
public static class SpokenDigits
{
    /// <returns>The digits, with a capital X at the end where one was said; null where the words are not plainly digits.</returns>
    public static string? Read(string words, Language language) =>
        language switch
        {
            Language.Mandarin => MandarinDigits.Read(Utterance.Mandarin(words)),
            Language.English => EnglishDigits.Read(Utterance.English(words)),
        };
}
