using System.CommandLine;
using Ivr.Flows.Checks;
using Ivr.Flows.Engine;
using Ivr.Flows.Prompts;
using Ivr.Web.Hosting;
using Stateless.Graph;

namespace Ivr.Web.Commands;

/// <summary><c>flows diagram</c>: every branch as it runs, drawn from its own table.</summary>
public static class FlowCommands
{
    private const int FoundSomething = 1;

    public static Command Create(string[] settings) =>
        new("flows", "Shows the branches of the hotline.")
        {
            new Command("check", "Proves the rules of the call over every state.").Doing(() => CheckAsync(settings)),
            ProveCommand.Create(settings),
            new Command("diagram", "Prints each branch as a Mermaid state diagram.").Doing(() => PrintAsync(settings)),
        };

    /// <summary>The diagrams as they stand in the README.</summary>
    public static string Diagrams(FlowBook flows) =>
        string.Join(
            "\n",
            flows.All.Select(flow =>
                $"### {flow.Name}\n\n```mermaid\n{MermaidGraph.Format(flow.Table).ReplaceLineEndings("\n").Trim()}\n```\n"
            )
        );

    private static async Task<int> CheckAsync(string[] settings)
    {
        await using var app = HotlineHost.CreateBuilder(settings, quiet: true).Build();
        await using var scope = app.Services.CreateAsyncScope();
        var flows = scope.ServiceProvider.GetRequiredService<FlowBook>();
        var check = new FlowCheck(flows, app.Services.GetRequiredService<PromptBook>());
        var findings = check.Findings();
        foreach (var finding in findings)
        {
            await Console.Out.WriteLineAsync(finding);
        }

        await Console.Out.WriteLineAsync($"{check.States} states of {flows.All.Count} flows, {findings.Count} findings.");
        return findings.Count == 0 ? 0 : FoundSomething;
    }

    private static async Task<int> PrintAsync(string[] settings)
    {
        await using var app = HotlineHost.CreateBuilder(settings, quiet: true).Build();
        await using var scope = app.Services.CreateAsyncScope();
        await Console.Out.WriteAsync(Diagrams(scope.ServiceProvider.GetRequiredService<FlowBook>()));
        return 0;
    }
}
