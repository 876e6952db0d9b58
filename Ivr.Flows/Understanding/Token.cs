using Ivr.Flows.Understanding.Sounds;

namespace Ivr.Flows.Understanding;

/// <summary>A syllable or a word of a phrase, or of what was said.</summary>
/// <param name="Id">Tokens with the same are the same.</param>
/// <param name="Readings">The ways to read a syllable; empty for a word.</param>
/// <param name="Key">What a word sounds like; empty for a syllable.</param>
internal sealed record Token(string Id, Syllable[] Readings, string Key)
{
    /// <summary>A word as it stood in the text.</summary>
    public string Written { get; init; } = "";
}
