namespace Ivr.Flows;

/// <summary>A language the hotline speaks.</summary>
public enum Language
{
    Mandarin,
    English,
}

/// <summary>The tags by which configuration and data name a <see cref="Language"/>.</summary>
public static class Languages
{
    public static string Tag(this Language language) =>
        language switch
        {
            Language.Mandarin => "zh-CN",
            Language.English => "en-US",
        };

    /// <summary>Knows the tags of <see cref="Tag"/>, whatever their case, and no others.</summary>
    public static bool TryParse(string? tag, out Language language)
    {
        foreach (var known in Enum.GetValues<Language>())
        {
            if (known.Tag().Equals(tag, StringComparison.OrdinalIgnoreCase))
            {
                language = known;
                return true;
            }
        }

        language = default;
        return false;
    }
}
