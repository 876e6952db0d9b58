using System.Globalization;
using System.Text;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Tests.Understanding.Measure;

namespace Ivr.Bench.Understanding;

/// <summary>What a plain hotline would do: the first keyword that occurs decides; values are made of the figures that occur.</summary>
internal sealed class KeywordTable : IReading
{
    private static readonly (string Label, string[] Mandarin, string[] English)[] Keywords =
    [
        (Phrases.Freeze, ["冻结", "止付"], ["freeze", "stop all payments"]),
        (Phrases.Unlock, ["解锁", "锁", "登录"], ["unlock", "locked", "log in"]),
        (Phrases.Refund, ["退款", "退钱", "退货"], ["refund", "money back"]),
        (Phrases.Payment, ["付款", "支付", "扣", "转账"], ["payment", "pay", "charged"]),
        (Phrases.Card, ["银行卡", "绑", "卡"], ["card"]),
        (Phrases.Safety, ["安全", "诈骗", "骗子", "可疑"], ["scam", "fraud", "safe", "hacked", "suspicious"]),
        (Phrases.OtherQuestion, ["其他", "别的", "咨询"], ["other question", "something else", "question"]),
        (Phrases.Human, ["人工", "客服", "真人"], ["agent", "operator", "human", "person", "representative"]),
        (Phrases.MainMenu, ["主菜单", "重新", "首页"], ["main menu", "start over", "beginning"]),
        (Phrases.Back, ["返回", "上一"], ["back", "previous"]),
        (Phrases.Repeat, ["再说", "重复", "没听清"], ["repeat", "again", "pardon"]),
        (Phrases.Slower, ["慢"], ["slow"]),
        (Phrases.Faster, ["快"], ["fast", "quick"]),
        (Phrases.Help, ["帮助", "怎么"], ["help", "how"]),
        (Phrases.Wait, ["等"], ["wait", "hold on", "moment"]),
        (Phrases.OtherLanguage, ["英语", "英文", "语言"], ["chinese", "mandarin", "language"]),
    ];

    private static readonly Dictionary<char, char> MandarinFigures = Figures("零〇一幺二两三四五六七八九", "0011223456789");

    private static readonly string[] EnglishFigures = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private static readonly (string Word, int DaysAgo)[] Days =
    [
        ("前天", 2),
        ("昨天", 1),
        ("今天", 0),
        ("before yesterday", 2),
        ("yesterday", 1),
        ("today", 0),
    ];

    public string Name => "keyword table";

    public IReadOnlyList<string> Read(Utterance utterance, string words) =>
        Find(utterance, words.ToLowerInvariant()) is { } label ? [label] : [];

    private static string? Find(Utterance utterance, string words) =>
        utterance.Kind switch
        {
            Kind.Intent or Kind.Global or Kind.None => Keywords
                .FirstOrDefault(row => (utterance.Language is Language.Mandarin ? row.Mandarin : row.English).Any(words.Contains))
                .Label,
            Kind.YesNo => YesOrNo(words, utterance.Language),
            Kind.Digits or Kind.Money => FiguresIn(words, utterance.Language) is { Length: > 0 } figures ? figures : null,
            Kind.Date => Day(words),
            Kind.Answer => words.Contains(utterance.Enrolled!.ToLowerInvariant(), StringComparison.Ordinal)
                ? Labels.Same
                : Labels.Different,
        };

    private static string? YesOrNo(string words, Language language)
    {
        string[] no = language is Language.Mandarin ? ["不", "没", "错"] : ["no", "not", "don't", "wrong"];
        string[] yes =
            language is Language.Mandarin ? ["是", "对", "好", "行", "可以", "要"] : ["yes", "yeah", "right", "correct", "ok", "sure"];
        return no.Any(words.Contains) ? Labels.No
            : yes.Any(words.Contains) ? Labels.Yes
            : null;
    }

    private static string FiguresIn(string words, Language language)
    {
        var figures = new StringBuilder();
        if (language is Language.English)
        {
            foreach (var word in words.Split(' '))
            {
                var at = Array.IndexOf(EnglishFigures, word);
                figures.Append(at >= 0 ? at.ToString(CultureInfo.InvariantCulture) : string.Concat(word.Where(char.IsAsciiDigit)));
            }

            return figures.ToString();
        }

        return string.Concat(words.Select(letter => MandarinFigures.GetValueOrDefault(letter, letter)).Where(char.IsAsciiDigit));
    }

    private static string? Day(string words)
    {
        var (word, daysAgo) = Days.FirstOrDefault(day => words.Contains(day.Word, StringComparison.Ordinal));
        return word is null ? null : Labels.Of(Corpus.Today.AddDays(-daysAgo));
    }

    private static Dictionary<char, char> Figures(string words, string figures) =>
        words.Zip(figures).ToDictionary(pair => pair.First, pair => pair.Second);
}
