namespace Ivr.Flows.Understanding.Values;

/// <summary>Yes and no as people say them: 对, 没错, 不要, yep, that's right, no wrong.</summary>
public static class SpokenYesNo
{
    /// <summary>Longer phrases first where one begins with another.</summary>
    private static readonly string[] MandarinYes =
    [
        .. "没有错 没问题 没错 不错 正确 当然 可以 好的 好 对 是的 是 嗯 恩 行 要 确认 确定 同意 愿意 需要 成 中 ok okay yes 有".Split(' '),
    ];

    private static readonly string[] MandarinNo =
    [
        .. "不可以 不正确 不确定 不同意 不愿意 不需要 不对 不是 不要 不行 不用 不好 不想 没有 错了 错 否 别 不 没 算了 取消 no".Split(' '),
    ];

    private static readonly string[] EnglishYes =
    [
        .. "thats right|that is right|that is correct|thats correct|of course|no problem|go ahead|yes|yeah|yep|yup|yah|ya|correct|right|sure"
            .Split('|')
            .Concat("ok|okay|absolutely|definitely|certainly|affirmative|exactly|uh huh|mm hmm|mhm|true|fine|it is|i do|please do|that one".Split('|')),
    ];

    private static readonly string[] EnglishNo =
    [
        .. "thats wrong|that is wrong|thats not right|that is not right|thats not correct|thats not it|not that one|not that|not right|not correct"
            .Split('|')
            .Concat("it is not|its not|it isnt|i dont|do not|dont|isnt|not really|of course not|no|nope|nah|na|wrong|incorrect".Split('|'))
            .Concat("negative|never|false|not|uh uh|cancel".Split('|')),
    ];

    private static readonly string[] MandarinFillers = [.. "这个 那个 就是 我说 好像 应该 啊 呀 的 了 吧 呢 哦 噢 呃 额 嘛 啦 就 哎 我 您 你 谢谢 这样 这笔 它".Split(' ')];

    private static readonly string[] EnglishFillers =
    [
        .. "um|uh|er|well|oh|please|thank you|thanks|i think|i guess|that|thats|it|its|is|the|one|maam|sir|hmm|you|got".Split('|'),
    ];

    /// <returns>Null where it is neither, or both.</returns>
    public static bool? Read(string words, Language language) =>
        language switch
        {
            Language.Mandarin => Judge(string.Concat(Utterance.Fold(words).Where(char.IsLetterOrDigit)), MandarinYes, MandarinNo, MandarinFillers, 0),
            Language.English => Judge(Spaced(words), EnglishYes, EnglishNo, EnglishFillers, 1),
        };

    private static string Spaced(string words)
    {
        var plain = Utterance.Fold(words).Replace("'", "", StringComparison.Ordinal).Select(sign => char.IsLetterOrDigit(sign) ? sign : ' ');
        return string.Concat(string.Join(' ', string.Concat(plain).Split(' ', StringSplitOptions.RemoveEmptyEntries)), " ");
    }

    /// <summary>Every word has to be known: a sentence about something else is no answer.</summary>
    /// <param name="gap">How many signs stand behind each word.</param>
    private static bool? Judge(string said, string[] yes, string[] no, string[] fillers, int gap)
    {
        var (agrees, refuses) = (false, false);
        for (var at = 0; at < said.Length; )
        {
            var (yesLength, noLength, filler) = (At(said, at, yes, gap), At(said, at, no, gap), At(said, at, fillers, gap));
            var longest = Math.Max(filler, Math.Max(yesLength, noLength));
            if (longest == 0)
            {
                return null;
            }

            agrees |= yesLength == longest;
            refuses |= noLength == longest;
            at += longest + gap;
        }

        return agrees == refuses ? null : agrees;
    }

    /// <summary>The length of the longest of the words that stands here.</summary>
    private static int At(string said, int at, string[] words, int gap) =>
        words
            .Where(word =>
                string.CompareOrdinal(said, at, word, 0, word.Length) == 0
                && (gap == 0 || (at + word.Length < said.Length && said[at + word.Length] == ' '))
            )
            .Select(word => word.Length)
            .DefaultIfEmpty(0)
            .Max();
}
