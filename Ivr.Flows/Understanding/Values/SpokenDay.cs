namespace Ivr.Flows.Understanding.Values;

/// <summary>A day as people say it: 上周五, 前天下午, 国庆那天, the 3rd, three days ago.</summary>
public static class SpokenDay
{
    /// <param name="today">The day it is where the market is.</param>
    /// <returns>The newest such day that is not to come, where the words leave that open; null where they tell no single day.</returns>
    public static DateOnly? Read(string words, Language language, DateOnly today) =>
        ReadOnce(words, language, today) ?? Clauses.Read(words, language, part => ReadOnce(part, language, today)).Only;

    private static DateOnly? ReadOnce(string words, Language language, DateOnly today) =>
        language switch
        {
            Language.Mandarin => MandarinDays.Read(Utterance.Mandarin(words), today),
            Language.English => EnglishDays.Read(Utterance.English(words), today),
        };
}
