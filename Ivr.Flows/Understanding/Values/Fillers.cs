using System.Text;

namespace Ivr.Flows.Understanding.Values;

/// <summary>Words that callers put around a value and that say nothing of it.</summary>
internal static class Fillers
{
    /// <summary>These stay, although one of the others begins them.</summary>
    private static readonly string[] Kept = [.. "这个月 这个星期 这个礼拜 这个周 那天 两个 了解".Split(' ')];

    private static readonly string[] Mandarin =
    [
        .. "我的号码是 我的手机号码是 我的手机号是 手机号码 手机号 电话号码 电话 号码 订单编号 订单号 订单".Split(' '),
        .. "尾号 卡号 案件编号 案件号 编号 证件号 证件 验证码 金额 一共 总共 大概 大约 差不多 左右 好像 应该 可能 就是 我想 我记得 记得".Split(
            ' '
        ),
        .. "我查 查一下 一下 查询 查 那个 这个 那笔 这笔 付款 付的款 付了 付的 付 花了 花 扣了 扣 请 麻烦 想 要找 我要 找".Split(' '),
        .. from place in "最后 后面 后 末尾 末 前 一共 总共".Split(' ').Append("")
        from count in "二两三四五六"
        from name in "位数字 位数 位号码 位".Split(' ')
        select place + count + name,
        .. "转了 转 整 就这".Split(' '),
        .. "呃 额 嗯 啊 阿 哦 噢 喔 呀 吧 呢 嘛 嘞 的 了 是 我 就 那 哎 诶 唉 喂 您好 你好 这样 一定 然后 说 大体 大致 其实".Split(' '),
    ];

    private static readonly string[] Longest = [.. Kept.Concat(Mandarin).Distinct().OrderByDescending(word => word.Length)];

    private static readonly HashSet<string> English = new(StringComparer.Ordinal);

    private static readonly string[][] Phrases =
    [
        .. "i think|i guess|i believe|i would say|id say|you know|let me see|let me think|it is|my number is|phone number|order number"
            .Split('|')
            .Concat("last six digits|last six|last four digits|last four|case number|give or take|more or less|i paid|i want".Split('|'))
            .Select(phrase => phrase.Split(' ')),
    ];

    static Fillers() =>
        English.UnionWith(
            (
                "um uh er erm ah hmm hm mm well its thats is was be been like so okay ok please maybe about around roughly approximately "
                + "probably exactly just my number that this was the on it amount digits order paid pay payment charged got total in even they me theyre"
            ).Split(' ')
        );

    public static string WithoutMandarin(string signs)
    {
        var left = new StringBuilder(signs.Length);
        for (var at = 0; at < signs.Length; )
        {
            var word = Longest.FirstOrDefault(word => string.CompareOrdinal(signs, at, word, 0, word.Length) == 0);
            left.Append(
                word is null ? signs[at].ToString()
                : Array.IndexOf(Kept, word) >= 0 ? word
                : ""
            );
            at += word?.Length ?? 1;
        }

        return left.ToString();
    }

    public static List<string> WithoutEnglish(List<string> words)
    {
        var left = new List<string>(words.Count);
        for (var at = 0; at < words.Count; )
        {
            var phrase = Phrases.FirstOrDefault(phrase => words.Skip(at).Take(phrase.Length).SequenceEqual(phrase, StringComparer.Ordinal));
            var isKept = words[at] is "this" && at + 1 < words.Count && EnglishDays.IsAfterThis(words[at + 1]);
            if (phrase is null && (isKept || !English.Contains(words[at])))
            {
                left.Add(words[at]);
            }

            at += phrase?.Length ?? 1;
        }

        return left;
    }
}
