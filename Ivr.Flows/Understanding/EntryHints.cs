using Ivr.Flows.Calls;

namespace Ivr.Flows.Understanding;

/// <summary>The words a recogniser should expect at an entry.</summary>
public static class EntryHints
{
    private static readonly string[] MandarinDigits = [.. "零 幺 一 二 三 四 五 六 七 八 九".Split(' ')];
    private static readonly string[] MandarinMoney = [.. "块 毛 元 角 分 百 千 万 十 两".Split(' ')];
    private static readonly string[] MandarinDays = [.. "今天 昨天 前天 上周 月 号 周一 周二 周三 周四 周五 周六 周日".Split(' ')];
    private static readonly string[] EnglishDigits = [.. "zero oh one two three four five six seven eight nine double triple".Split(' ')];
    private static readonly string[] EnglishMoney = [.. "yuan dollars cents hundred thousand point".Split(' ')];
    private static readonly string[] EnglishDays = [.. "today|yesterday|the day before yesterday|last Monday|last Friday|days ago".Split('|')];

    public static IEnumerable<string> Of(Answer answer, Language language) =>
        (answer, language) switch
        {
            (Answer.Digits { IsAmount: true }, Language.Mandarin) => [.. MandarinMoney, .. MandarinDigits],
            (Answer.Digits { IsDay: true }, Language.Mandarin) => [.. MandarinDays, .. MandarinDigits],
            (Answer.Digits, Language.Mandarin) => MandarinDigits,
            (Answer.Digits { IsAmount: true }, Language.English) => [.. EnglishMoney, .. EnglishDigits],
            (Answer.Digits { IsDay: true }, Language.English) => [.. EnglishDays, .. EnglishDigits],
            (Answer.Digits, Language.English) => EnglishDigits,
            _ => [],
        };
}
