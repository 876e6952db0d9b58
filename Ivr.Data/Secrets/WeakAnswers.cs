using System.Globalization;
using Ivr.Flows.Understanding.Answers;

namespace Ivr.Data.Secrets;

/// <summary>Answers that are guessed first: the commonest of all, and what is known of a customer already.</summary>
public static class WeakAnswers
{
    /// <summary>
    /// The cities most callers come from, and what people and pets are called most. What sounds like one of these is as weak.
    /// </summary>
    private const string CommonAloud = """
        北京 上海 天津 重庆 广州 深圳 成都 武汉 西安 郑州 杭州 南京 苏州 福州 厦门 泉州
        张伟 王伟 王芳 李伟 李娜 张敏 李静 王静 刘伟 王秀英 张丽 李秀英 王丽 张静 李丽 王强 张秀英 李敏 王敏 刘洋 李强 刘芳
        小明 小红 小花 小芳 小丽 小强 小刚 旺财 来福 豆豆 毛毛 球球 乐乐 咪咪 妞妞 贝贝 欢欢 点点 花花 黑黑 小白 小黑 大黄 阿黄
        """;

    private const string CommonAloudInEnglish =
        "new york|los angeles|chicago|houston|london|toronto|beijing|shanghai|hong kong|guangzhou|shenzhen|"
        + "john smith|mary smith|james smith|john|james|michael|david|robert|mary|jennifer|max|bella|charlie|lucy|buddy|rocky|daisy";

    /// <summary>The commonest codes of leaked lists that are no years: many answers truly are one.</summary>
    private static readonly string[] CommonKeys = ["1234", "4321", "1212", "1313", "1122", "1004", "6969", "123123", "112233", "123321"];

    private static readonly string[] BirthdayForms = ["MMdd", "ddMM", "yyyy", "yyMM", "yyMMdd", "yyyyMM"];

    private static readonly HashSet<string> Common =
    [
        .. CommonAloud
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Concat(CommonAloudInEnglish.Split('|'))
            .SelectMany(SpokenAnswer.KeysOf),
    ];

    public static bool IsCommon(string keys) =>
        keys.Distinct().Count() == 1 || IsRun(keys, 1) || IsRun(keys, -1) || CommonKeys.Contains(keys);

    public static bool IsCommonAloud(string words) => SpokenAnswer.IsOneCharacter(words) || SpokenAnswer.KeysOf(words).Any(Common.Contains);

    /// <summary>The digits of the customer's own phone or birthday.</summary>
    public static bool IsOwn(string keys, OwnDetails own) =>
        own.Phones.Any(phone => phone.Contains(keys, StringComparison.Ordinal))
        || (own.BirthDate is { } born && Birthdays(born).Contains(keys));

    /// <summary>The customer's own name, whole, without its first character, or one word of it.</summary>
    public static bool IsOwnAloud(string words, OwnDetails own)
    {
        string[] names = [own.Name, own.Name[Math.Min(1, own.Name.Length)..], .. own.Name.Split(' ')];
        return names.SelectMany(SpokenAnswer.KeysOf).Intersect(SpokenAnswer.KeysOf(words)).Any();
    }

    private static bool IsRun(string keys, int step) => keys.Zip(keys.Skip(1)).All(pair => pair.Second - pair.First == step);

    private static string[] Birthdays(DateOnly born) =>
        [.. BirthdayForms.Select(form => born.ToString(form, CultureInfo.InvariantCulture))];
}

/// <summary>What anybody may know of a customer.</summary>
public sealed record OwnDetails(string Name, DateOnly? BirthDate, IReadOnlyList<string> Phones);
