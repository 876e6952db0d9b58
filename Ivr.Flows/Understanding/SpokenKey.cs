namespace Ivr.Flows.Understanding;

/// <summary>A key that is said rather than pressed, as 按一 or "press one".</summary>
public static class SpokenKey
{
    /// <summary>What each key from 0 to 9 is called, homophones that recognisers return included.</summary>
    private static readonly string[] Names =
    [
        "0 零 洞 〇 zero oh",
        "1 一 幺 妖 腰 要 one",
        "2 二 两 two too to",
        "3 三 three",
        "4 四 four for",
        "5 五 five",
        "6 六 six",
        "7 七 拐 seven",
        "8 八 eight",
        "9 九 勾 nine",
    ];

    private static readonly string[] Before = ["请按", "我按", "按", "我选", "选择", "选", "第", "press", "option", "number", "choose"];

    private static readonly Dictionary<string, char> Keys = Names
        .SelectMany((names, digit) => names.Split(' ').Select(name => (name, Key: (char)('0' + digit))))
        .ToDictionary(pair => pair.name, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The key, where the words are nothing but a key.</summary>
    public static char? Read(string text)
    {
        var said = text.Trim(' ', '。', '，', '.', ',', '!', '！', '?', '？');
        var lead = Before.FirstOrDefault(word => said.StartsWith(word, StringComparison.OrdinalIgnoreCase)) ?? "";
        return Keys.TryGetValue(said[lead.Length..].Trim(), out var key) ? key : null;
    }
}
