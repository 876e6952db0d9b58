namespace Ivr.Flows.Understanding.Sounds;

/// <summary>An English word without its ending, so that charge, charges and charged, stop and stopping count together, as far as a list of endings goes.</summary>
internal static class EnglishStem
{
    private const int Shortest = 3;

    private static readonly string[] Endings = ["ings", "ing", "ied", "ies", "ed", "es", "s"];

    public static string Of(string word)
    {
        var ending = Endings.FirstOrDefault(end => word.Length - end.Length >= Shortest && word.EndsWith(end, StringComparison.Ordinal));
        if (ending is null || word.EndsWith("ss", StringComparison.Ordinal))
        {
            return word;
        }

        var stem = word[..^ending.Length];
        return ending is "ied" or "ies" ? $"{stem}y"
            : ending is not ("s" or "es") && stem is [.., var last, var same] && last == same && last is not ('l' or 's') ? stem[..^1]
            : stem;
    }
}
