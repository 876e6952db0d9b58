namespace Ivr.Flows.Speaking;

/// <summary>Chinese number words: quantities with their units, and signs one by one.</summary>
internal static class MandarinNumbers
{
    private const string Digits = "零一二三四五六七八九";

    private static readonly (ulong Size, char Word)[] Units = [(100_000_000, '亿'), (10_000, '万'), (1_000, '千'), (100, '百'), (10, '十')];

    /// <summary>A quantity by itself or in an ordinal: two is <c>二</c>, and ten at the start is <c>十</c>.</summary>
    public static string Cardinal(ulong number)
    {
        var words = Inside(number);
        return words.StartsWith("一十", StringComparison.Ordinal) ? words[1..] : words;
    }

    /// <summary>A quantity before a measure word: two is <c>两</c>.</summary>
    public static string Measured(ulong number) => number == 2 ? "两" : Cardinal(number);

    /// <summary>A digit of a year or behind the point: one is <c>一</c>.</summary>
    public static string Digit(int digit) => Digits[digit].ToString();

    /// <summary>A digit of a number that is no quantity: one is <c>幺</c>, because <c>一</c> sounds like <c>七</c>.</summary>
    public static string CodeDigit(int digit) => digit == 1 ? "幺" : Digit(digit);

    private static string Inside(ulong number)
    {
        foreach (var (size, word) in Units)
        {
            if (number >= size)
            {
                var (head, rest) = Math.DivRem(number, size);
                return Head(head, size) + word + Rest(rest, size);
            }
        }

        return Digit((int)number);
    }

    private static string Head(ulong head, ulong size) => head == 2 && size > 10 ? "两" : Inside(head);

    private static string Rest(ulong rest, ulong size)
    {
        var gap = rest < size / 10 ? "零" : "";
        return rest == 0 ? "" : gap + Inside(rest);
    }
}
