namespace Ivr.Flows.Engine;

/// <summary>What an input means at a question.</summary>
public abstract record Meaning
{
    /// <summary>An answer, as the keys that give it.</summary>
    public sealed record Answered(string Keys) : Meaning;

    /// <summary>An answer in the caller's own words, where the question was open.</summary>
    /// <param name="Otherwise">The key they mean where nothing is found for them; null for none.</param>
    public sealed record AnsweredInWords(string Words, string? Otherwise = null) : Meaning;

    /// <summary>One or two groups of phrases that may have been meant: the caller is asked.</summary>
    public sealed record Unsure(IReadOnlyList<string> Groups) : Meaning;

    public sealed record WantsHuman : Meaning;

    /// <summary>The account is to be frozen at once.</summary>
    public sealed record WantsFreeze : Meaning;

    public sealed record WantsBack : Meaning;

    public sealed record WantsMainMenu : Meaning;

    public sealed record WantsRepeat : Meaning;

    public sealed record WantsHelp : Meaning;

    /// <summary>The caller needs a moment, and says so.</summary>
    public sealed record WantsTime : Meaning;

    public sealed record WantsOtherLanguage : Meaning;

    /// <summary>What was understood before is wrong.</summary>
    public sealed record WantsCorrection : Meaning;

    public sealed record WantsSlower : Meaning;

    public sealed record WantsFaster : Meaning;

    public sealed record NotHeard : Meaning;

    /// <summary>A key that is none of the choices, or an entry of the wrong length.</summary>
    public sealed record WrongKey : Meaning;

    public sealed record NotUnderstood : Meaning;
}
