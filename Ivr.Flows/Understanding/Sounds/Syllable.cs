namespace Ivr.Flows.Understanding.Sounds;

/// <summary>A Mandarin syllable without its tone, or the name of a Latin letter; there is one object for each.</summary>
public sealed class Syllable
{
    /// <summary>The sounds that regions and recognisers take for each other; what a class folds to stands behind it.</summary>
    private static readonly (string Heard, string Folded)[] Initials =
    [
        ("zh", "z"),
        ("ch", "c"),
        ("sh", "s"),
        ("n", "l"),
        ("r", "l"),
        ("f", "h"),
    ];

    private static readonly string[] Nasals = ["uang", "ang", "eng", "ing"];

    internal Syllable(string spelling)
    {
        Spelling = spelling;
        Initial = InitialOf(spelling);
        Final = FinalOf(spelling, Initial);
        FoldedInitial = Initials.FirstOrDefault(pair => pair.Heard == Initial) is { Folded: { } folded } ? folded : Initial;
        FoldedFinal = Nasals.Contains(Final) ? Final[..^1] : Final;
        Folded = FoldedInitial + FoldedFinal;
    }

    /// <summary>As pinyin writes it without its tone, ü as v; a letter is a capital.</summary>
    public string Spelling { get; }

    /// <summary>The same for all syllables of one class: n and l and r, zh and z, ch and c, sh and s, f and h, an and ang, en and eng, in and ing.</summary>
    public string Folded { get; }

    private string Initial { get; }

    private string Final { get; }

    private string FoldedInitial { get; }

    private string FoldedFinal { get; }

    /// <summary>0 where they are the same, small within a class, more where they share a beginning or an end, 1 where they share nothing.</summary>
    public static double Distance(Syllable one, Syllable other)
    {
        if (one == other)
        {
            return 0;
        }

        if (char.IsAsciiLetterUpper(one.Spelling[0]) || char.IsAsciiLetterUpper(other.Spelling[0]))
        {
            return 1;
        }

        var initials = Part(one.Initial, other.Initial, one.FoldedInitial, other.FoldedInitial);
        var finals = Part(one.Final, other.Final, one.FoldedFinal, other.FoldedFinal);
        return Math.Min(1, initials + finals);
    }

    public override string ToString() => Spelling;

    private static double Part(string one, string other, string foldedOne, string foldedOther) =>
        one == other ? 0
        : foldedOne == foldedOther ? 0.15
        : 0.6;

    private static string InitialOf(string spelling) =>
        spelling is [>= 'A' and <= 'Z', ..] ? spelling
        : spelling is ['z' or 'c' or 's', 'h', ..] ? spelling[..2]
        : spelling is ['a' or 'e' or 'o', ..] ? ""
        : spelling[..1];

    /// <summary>The rest; u after j, q, x and y is ü, and what f stands before takes the u that h has there, so that fei is as near to hui as it sounds.</summary>
    private static string FinalOf(string spelling, string initial) =>
        (initial, spelling[initial.Length..]) switch
        {
            ("j" or "q" or "x" or "y", ['u', .. var rest]) => "v" + rest,
            ("f", "a" or "an" or "ang" or "o") => "u" + spelling[1..],
            ("f", "ei") => "ui",
            ("f", "en") => "un",
            ("f", "eng") => "ong",
            (_, var rest) => rest,
        };
}
