using System.Globalization;

namespace Ivr.Tests.Faults;

/// <summary>
/// One webhook of a fuzzed call. Words in braces are filled in when it is sent, so that a call can be made again: <c>{turn}</c> is the turn that
/// was asked for last, <c>{turn-2}</c> one before it, <c>{right}</c> the answer to the question that was asked.
/// </summary>
internal sealed record FuzzStep(string Path, params IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>How often it comes, all at once.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>What it must be answered with.</summary>
    public int Status { get; init; } = 200;

    /// <summary>A field that comes once more behind the others, or nothing.</summary>
    public (string Name, string Value)? Again { get; init; }

    public override string ToString() =>
        $"{Path} {string.Join(' ', Fields.Append(Again ?? ("", "")).Where(field => field.Item1.Length > 0).Select(Text))}"
        + (Copies > 1 ? $" x{Copies}" : "")
        + (Status != 200 ? $" -> {Status}" : "");

    private static string Text((string Name, string Value) field)
    {
        var shown = string.Concat(field.Value.Take(60).Select(Shown));
        return $"{field.Name}={shown}{(field.Value.Length > 60 ? $"...({field.Value.Length})" : "")}";
    }

    private static string Shown(char letter) =>
        char.IsControl(letter) || char.IsSurrogate(letter) || letter >= '\uFFF0'
            ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}")
            : letter.ToString();
}
