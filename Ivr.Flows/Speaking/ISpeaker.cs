namespace Ivr.Flows.Speaking;

/// <summary>Turns values into words a voice cannot misread: no digit is left in them.</summary>
public interface ISpeaker
{
    /// <param name="value">What to say.</param>
    /// <param name="today">The caller's day: decides what is yesterday and which year goes without saying.</param>
    string Say(Value value, DateOnly today);
}

/// <summary>The speaker of each language.</summary>
public static class Speakers
{
    private static readonly MandarinSpeaker Mandarin = new();
    private static readonly EnglishSpeaker English = new();

    public static ISpeaker For(Language language) =>
        language switch
        {
            Language.Mandarin => Mandarin,
            Language.English => English,
        };
}
