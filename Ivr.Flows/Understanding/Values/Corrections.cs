namespace Ivr.Flows.Understanding.Values;

/// <summary>What callers take back while they speak: what follows wins.</summary>
internal static class Corrections
{
    /// <summary>After these nothing that was said before holds, even where nothing follows.</summary>
    private static readonly string[] TakenBack =
    [
        "不对",
        "不是",
        "错了",
        "说错",
        "搞错",
        "更正",
        "不不",
        "哦不",
        "噢不",
        "啊不",
        "不好意思",
    ];

    /// <summary>These correct only where something follows them.</summary>
    private static readonly string[] Introduced = ["应该是", "我是说", "我的意思是", "而是", "改成"];

    private static readonly string[][] Back =
    [
        ["no"],
        ["not"],
        ["wrong"],
        ["scratch", "that"],
        ["strike", "that"],
    ];

    private static readonly string[][] Forward =
    [
        ["sorry"],
        ["oops"],
        ["wait"],
        ["i", "mean"],
        ["i", "meant"],
        ["make", "that"],
        ["correction"],
        ["actually"],
        ["rather"],
        ["excuse", "me"],
    ];

    public static string Mandarin(string signs)
    {
        var said = signs;
        foreach (var word in Introduced)
        {
            var at = said.LastIndexOf(word, StringComparison.Ordinal);
            var after = at < 0 ? "" : said[(at + word.Length)..];
            said = Fillers.WithoutMandarin(after).Length > 0 ? after : said;
        }

        var end = TakenBack.Max(word => said.LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var at ? at + word.Length : -1);
        if (end < 0)
        {
            return said;
        }

        // Not this but that: 不是五十，是六十.
        var rest = said[end..].TrimStart('了', '的', '啊', '呀', '是');
        var but = rest.LastIndexOf('是');
        return but > 0 && but + 1 < rest.Length ? rest[(but + 1)..] : rest;
    }

    public static List<string> English(List<string> words)
    {
        var back = End(words, Back);
        var said = back < 0 ? words : words[back..];
        if (back >= 0 && said.FindLastIndex(word => word is "its" or "but" or "is") is > 0 and var but)
        {
            said = said[(but + 1)..];
        }

        var forward = End(said, Forward);
        return forward >= 0 && Fillers.WithoutEnglish(said[forward..]).Count > 0 ? said[forward..]
            : forward >= 0 ? [.. said.Where(word => word is not ("sorry" or "oops" or "wait" or "actually" or "rather" or "correction"))]
            : said;
    }

    private static int End(List<string> words, string[][] markers)
    {
        for (var at = words.Count - 1; at >= 0; at--)
        {
            foreach (var marker in markers)
            {
                if (at + marker.Length <= words.Count && marker.Select((word, place) => words[at + place] == word).All(same => same))
                {
                    return at + marker.Length;
                }
            }
        }

        return -1;
    }
}
