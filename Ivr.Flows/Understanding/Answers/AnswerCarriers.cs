namespace Ivr.Flows.Understanding.Answers;

/// <summary>
/// What people say around an answer. It stands in code, not beside the prompts: enrolled answers were hashed with it taken away, and cannot be
/// hashed again. Adding to it is safe as far as no answer begins or ends so.
/// </summary>
internal static class AnswerCarriers
{
    /// <summary>Said before an answer, each perhaps behind another: 嗯，我是在……, "well, it was …".</summary>
    public static readonly IReadOnlyList<string> Before = LongestFirst(
        "嗯 呃 啊 哦 唔 那个 这个 就是 好 好的 我想想 让我想想 我想一下 我记得 我想 我觉得 应该是 应该 好像是 好像 大概是 大概 可能是 可能",
        "答案是 我的答案是 答案 是 是在 是叫 是姓 在 叫 叫做 名字叫 名字是 的名字叫 的名字是 姓 贵姓 我 我们 他 她 它 的",
        "我出生在 我出生于 我是出生在 出生在 出生于 我生在 生在 生于 我老家在 我老家是 老家在 老家是 我的老家在 我的老家是",
        "班主任 我班主任 我的班主任 小学班主任 我小学班主任 我的小学班主任 老师 我老师 我的老师 我们老师 我们班主任",
        "朋友 好朋友 最好的朋友 我最好的朋友 我朋友 我的朋友 小名 我小名 我的小名 小狗 小猫 我家的狗 我家的猫 我家",
        "木子 弓长 耳东 草头 双人 言午 口天 古月 双木 立早 三横",
        "um|uh|er|erm|hmm|well|so|okay|ok|oh|like|let me think|i think|i believe|i guess|i would say",
        "it is|its|it was|that is|thats|that was|that would be|this is|it would be",
        "my answer is|the answer is|answer is|the answer would be|the answer",
        "i was born in|i was born at|i am from|im from|i come from|born in|in|from|the city of|city of|the town of|town of",
        "my teacher was|my teacher is|my teachers name was|my teachers name is|my first teacher was|his name is|his name was|her name is|her name was",
        "their name was|its name was|the name is|the name was|name is|name was|he was called|she was called|it was called|he is called|called|named",
        "my best friend was|my best friend is|my best friends name was|my friend|my dog was|my cat was|my pet was|mr|mister|mrs|missus|ms|miss|doctor|dr"
    );

    /// <summary>Said before a city, and an answer of their own where nothing follows.</summary>
    public static readonly IReadOnlyList<string> Countries = LongestFirst(
        "中国 福建省 福建 山东省 山东 浙江省 浙江 江苏省 江苏 广东省 广东 江西省 江西 湖南省 湖南 湖北省 湖北 河南省 河南 河北省 河北",
        "四川省 四川 安徽省 安徽 山西省 山西 陕西省 陕西 辽宁省 辽宁 吉林省 黑龙江省 黑龙江 云南省 云南 贵州省 贵州 甘肃省 甘肃 青海省 青海",
        "海南省 台湾省 台湾 广西 内蒙古 宁夏 新疆 西藏"
    );

    /// <summary>Said behind an answer: 福州市吧, "Boston, I think".</summary>
    public static readonly IReadOnlyList<string> After = LongestFirst(
        "啊 呀 吧 呢 哦 嘛 的 了 嗯 人 出生的 出生 老师 先生 女士 市 县 区 省 市区 我想 我觉得 应该是",
        "please|thanks|thank you|i think|i believe|i guess|city|town|um|uh"
    );

    /// <summary>What is said before these is taken back: only what follows is the answer.</summary>
    public static readonly IReadOnlyList<string> TakenBack = LongestFirst(
        "不对 说错了 我说错了 错了 我是说 我的意思是",
        "i mean|no wait|correction|let me correct that"
    );

    /// <summary>Longest first, so that a long one is not cut in two; English ones are parted by bars.</summary>
    private static string[] LongestFirst(params IEnumerable<string> lines) =>
        [
            .. lines
                .SelectMany(line => line.Split(line.Contains('|', StringComparison.Ordinal) ? '|' : ' '))
                .OrderByDescending(carrier => carrier.Length),
        ];
}
