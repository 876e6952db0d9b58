using System.Text.Json.Nodes;

namespace Ivr.Tests.StandIns;

/// <summary>What a real package answered: one file of <c>golden/</c>, whose header explains its fields.</summary>
public sealed class GoldenFile
{
    private readonly JsonNode root;

    public GoldenFile(string name)
    {
        root = JsonNode.Parse(File.ReadAllText(StandInPackages.Path("golden", name)))!;
        Cases = [.. root["cases"]!.AsArray().Select(one => one!.AsObject())];
    }

    public IReadOnlyList<JsonObject> Cases { get; }

    public string Prelude => (string)root["prelude"]!;

    public string Usings => string.Concat(Namespaces.Select(one => $"using {one};\n"));

    /// <summary>Declares what the snippets use, so that a namespace which a stand-in lacks does not keep the others from compiling.</summary>
    public string EmptyNamespaces => string.Concat(Namespaces.Select(one => $"namespace {one} {{ }}\n"));

    private IEnumerable<JsonNode?> Namespaces => root["header"]!["usings"]!.AsArray();
}
