namespace Ivr.Flows.Understanding.Values;

/// <summary>A sum of money as people say it: 十二块八, 三百五, twelve dollars fifty, twelve eighty.</summary>
public static class SpokenAmount
{
    /// <returns>In whole units of the currency, to the hundredth; null where the words are no amount, or more than one.</returns>
    public static decimal? Read(string words, Language language)
    {
        var parts = Clauses.Read(words, language, part => ReadOnce(part, language));
        return parts.Twice ?? ReadOnce(words, language) ?? parts.Only;
    }

    private static decimal? ReadOnce(string words, Language language) =>
        language switch
        {
            Language.Mandarin => MandarinMoneyReader.Read(Utterance.Mandarin(words)),
            Language.English => EnglishMoneyReader.Read(Utterance.English(words)),
        };
}
