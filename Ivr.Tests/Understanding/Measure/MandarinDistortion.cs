using System.Buffers;

namespace Ivr.Tests.Understanding.Measure;

/// <summary>Distorts Mandarin. A value keeps its value: there one character alone changes, to one that sounds the same.</summary>
internal sealed class MandarinDistortion(Random chance, bool keepsValue)
{
    /// <summary>How many characters of a hundred are taken for another, where any are; at least one.</summary>
    private const int PerHundred = 20;

    /// <summary>What is shorter means something else without one of its characters.</summary>
    private const int LeastToCut = 4;

    private const string Figures = "零一二三四五六七八九";
    private const string Numbers = "零〇一二三四五六七八九幺两洞拐勾十百千万0123456789";

    /// <summary>一 stands in too many words that count nothing.</summary>
    private static readonly SearchValues<char> Swapped = SearchValues.Create("二三四五六七八九");
    private static readonly SearchValues<char> Units = SearchValues.Create("十百千万");

    private static readonly string[] Before = ["嗯", "那个", "呃", "就是", "啊，", "哦"];
    private static readonly string[] After = ["吧", "啊", "呢", "嗯"];

    /// <returns>Null where the words do not allow it.</returns>
    public string? Distort(string words, Distortion kind) =>
        kind switch
        {
            Distortion.Homophones => Exchange(words, Sounds.Common.Homophones),
            Distortion.LostTones => Exchange(words, Sounds.Common.OtherTones),
            Distortion.Confusions => Exchange(words, Sounds.Common.Confusions),
            Distortion.Dropped => words.Length < LeastToCut ? null : Drop(words),
            Distortion.Repeated => Repeat(words),
            Distortion.Truncated => words.Length < LeastToCut ? null : words[..^chance.Next(1, (words.Length / 4) + 1)],
            Distortion.DigitSwap => keepsValue ? WriteOtherwise(words) : SwapDigit(words),
            Distortion.Fillers => chance.Next(2) == 0 ? Pick(Before) + words : words + Pick(After),
            Distortion.Pauses => Pause(words),
            _ => null,
        };

    private string? Exchange(string words, Func<char, IReadOnlyList<(char Letter, int Count)>> others)
    {
        var letters = words.ToCharArray();
        var places = Enumerable.Range(0, letters.Length).Where(at => others(letters[at]).Count > 0).ToArray();
        chance.Shuffle(places);
        var many = keepsValue ? 1 : Math.Max(1, places.Length * PerHundred / 100);
        foreach (var at in places.Take(many))
        {
            letters[at] = Pick(others(letters[at]), letters[at]);
        }

        return places.Length > 0 ? new string(letters) : null;
    }

    /// <summary>One of them, the oftener met the likelier; no number in place of another.</summary>
    private char Pick(IReadOnlyList<(char Letter, int Count)> others, char instead)
    {
        var possible = keepsValue ? others.Where(other => !Numbers.Contains(other.Letter, StringComparison.Ordinal)).ToList() : others;
        var at = chance.Next(Math.Max(1, possible.Sum(other => other.Count)));
        foreach (var (letter, count) in possible)
        {
            at -= count;
            if (at < 0)
            {
                return letter;
            }
        }

        return instead;
    }

    private string Drop(string words)
    {
        for (var many = words.Length > 10 ? 2 : 1; many > 0; many--)
        {
            words = words.Remove(chance.Next(words.Length), 1);
        }

        return words;
    }

    private string Repeat(string words)
    {
        var at = chance.Next(words.Length);
        var many = Math.Min(chance.Next(1, 3), words.Length - at);
        return words.Insert(at, words.Substring(at, many));
    }

    private string? SwapDigit(string words)
    {
        var at = words.AsSpan().IndexOfAny(Swapped);
        return at < 0 ? null : $"{words[..at]}{Figures[chance.Next(2, 10)]}{words[(at + 1)..]}";
    }

    /// <summary>A digit alone, since 十二 is not 十2 to every reader but 四 is 4 to each.</summary>
    private string? WriteOtherwise(string words)
    {
        var places = Enumerable.Range(0, words.Length).Where(at => Figures.Contains(words[at], StringComparison.Ordinal)).ToArray();
        if (places.Length == 0)
        {
            return null;
        }

        var at = places[chance.Next(places.Length)];
        return $"{words[..at]}{Figures.IndexOf(words[at], StringComparison.Ordinal)}{words[(at + 1)..]}";
    }

    /// <summary>A mark at the end, and among single digits one between them.</summary>
    private string Pause(string words)
    {
        var isDigits = words.All(letter => Numbers.Contains(letter, StringComparison.Ordinal)) && words.AsSpan().IndexOfAny(Units) < 0;
        return isDigits && words.Length > 2 ? words.Insert(chance.Next(1, words.Length), "，") + "。" : words + "。";
    }

    private string Pick(string[] some) => some[chance.Next(some.Length)];
}
