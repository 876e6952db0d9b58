using System.Text.Json.Nodes;
using Stateless.Graph;
using Stateless.Reflection;

namespace Ivr.Tests.StandIns;

public class StatelessGoldenTests
{
    [StandInFact("Stateless")]
    public async Task The_stand_in_moves_and_draws_as_Stateless_does()
    {
        var file = new GoldenFile("stateless.json");
        var snippets = new Snippets(file.Cases.ToDictionary(Name, golden => Source(file, golden)), file.Prelude);
        var golden = new Golden();
        foreach (var one in file.Cases)
        {
            if (snippets.Find(Name(one)) is { } run)
            {
                var trace = new List<string>();
                var result = run.Invoke(null, [(Action<string>)trace.Add]);
                if (result is StateMachineInfo info)
                {
                    golden.Compare(one, $"{one["mermaid"]}\n{one["mermaidLeftToRight"]}", Drawn(info).ReplaceLineEndings("\n"));
                    continue;
                }

                await (result as Task ?? Task.CompletedTask);
                golden.Compare(one, Expected(one), string.Join('\n', trace));
            }
        }

        golden.Holds(atLeast: 5);
    }

    private static string Name(JsonObject golden) => $"Case_{golden["name"]}";

    private static string Source(GoldenFile file, JsonObject golden)
    {
        var returns = (string)golden["kind"]! switch
        {
            "sync" => "void",
            "async" => "async Task",
            _ => "StateMachineInfo",
        };
        return $$"""
            {{file.Usings}}
            public static class {{Name(golden)}}
            {
                public static {{returns}} Run(Action<string> log) { {{golden["csharp"]}} }
            }
            """;
    }

    /// <summary>Where the two differ, 5.18.0 had a defect that 5.20.0 no longer has.</summary>
    private static string Expected(JsonObject golden) => string.Join('\n', (golden["trace_5_17_0"] ?? golden["trace"])!.AsArray());

    private static string Drawn(StateMachineInfo info) =>
        $"{MermaidGraph.Format(info)}\n{MermaidGraph.Format(info, MermaidGraphDirection.LeftToRight)}";
}
