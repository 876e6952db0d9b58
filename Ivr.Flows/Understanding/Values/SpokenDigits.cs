namespace Ivr.Flows.Understanding.Values;

/// <summary>Digits said one by one: 幺三八, 三个八, double seven, oh five, nineteen ninety nine; an X may end them, as on a certificate.</summary>
public static class SpokenDigits
{
    /// <summary>Fewer may be no part of the number.</summary>
    private const int Fewest = 3;

    /// <summary>A number of six digits is often said in two parts, which may be the same.</summary>
    private const int FewestSaidTwice = 4;

    /// <returns>The digits, with a capital X at the end where one was said; null where the words are not plainly digits.</returns>
    public static string? Read(string words, Language language)
    {
        var parts = Clauses.Of(words).Select(part => ReadOnce(part, language)).OfType<string>().ToList();
        return parts is [{ Length: >= FewestSaidTwice } twice, _, ..] && parts.TrueForAll(part => part == twice)
            ? twice
            : ReadOnce(words, language) ?? (parts is [{ Length: >= Fewest } only] ? only : null);
    }

    private static string? ReadOnce(string words, Language language) =>
        language switch
        {
            Language.Mandarin => MandarinDigits.Read(Utterance.Mandarin(words)),
            Language.English => EnglishDigits.Read(Utterance.English(words)),
        };
}
