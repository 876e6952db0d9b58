using System.Text.Json.Nodes;

namespace Ivr.Tests.StandIns;

/// <summary>Compares answers with what a golden case says, and collects what differs.</summary>
public sealed class Golden
{
    private readonly List<string> differences = [];
    private int compared;

    public void Compare(JsonObject golden, string expected, string actual)
    {
        compared++;
        if (expected != actual)
        {
            differences.Add($"{golden["name"]}\n  real:     {expected}\n  stand-in: {actual}");
        }
    }

    /// <summary>Fails when a case differs, and when so few ran that the test has lost its sense.</summary>
    public void Holds(int atLeast)
    {
        Assert.True(differences.Count == 0, $"{differences.Count} of {compared} cases differ:\n{string.Join('\n', differences)}");
        Assert.True(compared >= atLeast, $"Only {compared} cases ran, {atLeast} did when this was written.");
    }

    public static string Thrown(JsonNode expected) =>
        $"{expected["type"]}: {expected["message"]}{(expected["inner"] is { } inner ? $" <- {Thrown(inner)}" : "")}";

    /// <param name="like">The golden exception: what it caused is compared only where it says so.</param>
    public static string Thrown(Exception exception, JsonNode? like)
    {
        var inner = like?["inner"] is { } expected && exception.InnerException is { } cause ? $" <- {Thrown(cause, expected)}" : "";
        return $"{exception.GetType().FullName}: {exception.Message}{inner}";
    }
}
