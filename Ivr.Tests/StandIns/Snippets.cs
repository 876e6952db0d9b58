using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ivr.Tests.StandIns;

/// <summary>
/// Compiles many snippets at once against the packages as this build took them, each as a class of its own. A snippet that asks for a
/// member that is not there is left out.
/// </summary>
public sealed class Snippets
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>No such name, member, type or nested type, or no overload or constructor with such arguments.</summary>
    private static readonly string[] MissingMember =
    [
        "CS0103",
        "CS0117",
        "CS1061",
        "CS0246",
        "CS0426",
        "CS1501",
        "CS1503",
        "CS1729",
        "CS1929",
    ];

    private readonly Assembly assembly;

    /// <param name="sources">The compilation unit of each snippet, under the name of its class.</param>
    /// <param name="prelude">What all snippets share; members of it that do not compile are left out.</param>
    public Snippets(IReadOnlyDictionary<string, string> sources, string prelude)
    {
        var shared = Pruned(prelude);
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText(source.Value, path: source.Key)).ToList();
        var errors = Errors(Compilation([shared, .. trees])).ToList();
        Assert.All(errors, error => Assert.True(MissingMember.Contains(error.Id), error.ToString()));
        var failing = errors.Select(error => error.Location.SourceTree?.FilePath).ToHashSet();
        var compilation = Compilation([shared, .. trees.Where(tree => !failing.Contains(tree.FilePath))]);
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        assembly = Assembly.Load(image.ToArray());
    }

    /// <summary>The method <c>Run</c> of a snippet, or null where it was left out.</summary>
    public MethodInfo? Find(string name) => assembly.GetType(name)?.GetMethod("Run");

    private static CSharpCompilation Compilation(IEnumerable<SyntaxTree> trees) =>
        CSharpCompilation.Create($"Golden{Guid.NewGuid():N}", trees, References, new(OutputKind.DynamicallyLinkedLibrary));

    private static IEnumerable<Diagnostic> Errors(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static SyntaxTree Pruned(string prelude)
    {
        var tree = CSharpSyntaxTree.ParseText(prelude);
        while (Errors(Compilation([tree])).ToList() is { Count: > 0 } errors)
        {
            var root = tree.GetRoot();
            var members = errors.Select(error => root.FindNode(error.Location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>());
            tree = CSharpSyntaxTree.Create(
                (CSharpSyntaxNode)root.RemoveNodes(members.OfType<SyntaxNode>(), SyntaxRemoveOptions.KeepNoTrivia)!
            );
        }

        return tree;
    }
}
