using Ivr.Flows.Calls;

namespace Ivr.Flows.Prompts;

/// <summary>What each group of phrases stands for, as short as it can be said.</summary>
public static class NamePrompts
{
    /// <summary>By the name of the group.</summary>
    public static readonly IReadOnlyDictionary<string, Prompt> Of = Phrases.All.ToDictionary(
        group => group,
        group => new Prompt($"names/{group}"),
        StringComparer.Ordinal
    );
}
