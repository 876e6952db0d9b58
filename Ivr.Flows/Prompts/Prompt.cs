using Ivr.Flows.Speaking;

namespace Ivr.Flows.Prompts;

/// <summary>Something the hotline says: the name of words in the prompts folder, and what goes into their placeholders.</summary>
/// <param name="Key">The file and the entry, as <c>unlock/unlock-now</c>.</param>
public sealed record Prompt(string Key, params IReadOnlyList<(string Name, Value Value)> Values);
