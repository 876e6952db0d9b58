using System.Text.Json.Serialization;

namespace Ivr.Flows.Prompts;

/// <summary>The words of one prompt in one language, as its file has them.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PromptWords
{
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>The second wording of a question; the first serves where it is missing.</summary>
    [JsonPropertyName("again")]
    public string? Again { get; init; }

    /// <summary>The third wording of a question; the first serves where it is missing.</summary>
    [JsonPropertyName("help")]
    public string? Help { get; init; }

    public string In(PromptForm form) =>
        form switch
        {
            PromptForm.Text => Text,
            PromptForm.Again => Again ?? Text,
            PromptForm.Help => Help ?? Text,
        };
}
