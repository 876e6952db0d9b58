namespace Ivr.Flows.Understanding.Values;

/// <summary>A whole number as people say it: 一百二, 4千5, a hundred and five, two k.</summary>
public static class SpokenNumber
{
    /// <returns>Null where the words are no number, or more than one.</returns>
    public static long? Read(string words, Language language) =>
        language switch
        {
            Language.Mandarin when Utterance.Mandarin(words) is ['负', .. var signs] => -MandarinFigures.Whole(signs),
            Language.Mandarin => MandarinFigures.Whole(Utterance.Mandarin(words)),
            Language.English when Utterance.English(words) is ["minus", .. var rest] => -EnglishFigures.Whole([.. rest]),
            Language.English => EnglishFigures.Whole(Utterance.English(words)),
        };
}
