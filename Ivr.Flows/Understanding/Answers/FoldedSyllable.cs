namespace Ivr.Flows.Understanding.Answers;

/// <summary>
/// Folds syllables that callers and recognisers confuse into one. Enrolled answers were hashed by these very rules, so they do not follow those
/// of other matching: another rule here is another <see cref="SpokenAnswer.Version"/>.
/// </summary>
internal static class FoldedSyllable
{
    /// <param name="syllable">Pinyin without its tone; v for ü.</param>
    public static string Of(string syllable) => WithFoldedEnd(WithFoldedStart(syllable));

    /// <summary>zh, ch, sh as z, c, s; n and r as l; f as hu, as in 福建 said 湖建; 王 as 黄.</summary>
    private static string WithFoldedStart(string syllable) =>
        syllable switch
        {
            "wang" => "huang",
            "fu" => "hu",
            ['f', ..] => $"hu{syllable[1..]}",
            "hui" => "huei",
            "hun" => "huen",
            ['z' or 'c' or 's', 'h', ..] => $"{syllable[0]}{syllable[2..]}",
            ['n' or 'r', not 'g', ..] => $"l{syllable[1..]}",
            _ => syllable,
        };

    /// <summary>ang, eng, ing as an, en, in.</summary>
    private static string WithFoldedEnd(string syllable) => syllable is [.., 'a' or 'e' or 'i', 'n', 'g'] ? syllable[..^1] : syllable;
}
