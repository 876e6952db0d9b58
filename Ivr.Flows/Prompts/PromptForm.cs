namespace Ivr.Flows.Prompts;

/// <summary>Which wording of a question is said.</summary>
public enum PromptForm
{
    /// <summary>The first time.</summary>
    Text,

    /// <summary>Shorter, after silence or a word that was not understood.</summary>
    Again,

    /// <summary>Fuller, with an example and the keys.</summary>
    Help,
}
