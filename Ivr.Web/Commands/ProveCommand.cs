using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Ivr.Flows.Calls;
using Ivr.Web.Proving;

namespace Ivr.Web.Commands;

/// <summary><c>flows prove</c>: tries everything that callers can do against the running flows, and prints the shortest call that breaks a rule.</summary>
public static class ProveCommand
{
    private const int FoundSomething = 1;
    private const int Unusable = 2;
    private const int Deepest = 40;

    public static Command Create(string[] settings)
    {
        var depth = new Option<int>("--depth") { Description = "The most webhooks of a call.", DefaultValueFactory = _ => Deepest };
        var from = new Option<string[]>("--from")
        {
            Description = "Only these callers, by number or by name such as locked-two.",
            AllowMultipleArgumentsPerToken = true,
        };
        var begin = new Option<string[]>("--begin")
        {
            Description = "What every call begins with, such as 4 1: only what comes behind it is tried.",
            AllowMultipleArgumentsPerToken = true,
        };
        var keysOnly = new Option<bool>("--keys-only") { Description = "Nothing is said aloud, which is quicker." };
        var unrun = new Option<bool>("--unrun") { Description = "Lists what was never run." };
        var command = new Command("prove", "Tries everything that callers can do, and prints the shortest call that breaks a rule.")
        {
            depth,
            from,
            begin,
            keysOnly,
            unrun,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var names = parsed.GetValue(from) ?? [];
                var personas = Persona.All.Where(one => names.Length == 0 || names.Contains(one.Name) || names.Contains(one.From)).ToList();
                if (personas.Count == 0)
                {
                    await Console.Error.WriteLineAsync($"Nobody is called so: {string.Join(", ", Persona.All.Select(one => one.Name))}.");
                    return Unusable;
                }

                await using var ground = await ProvingGround.PrepareAsync(settings, _ => { }, cancellationToken);
                var prover = new FlowProver(ground, parsed.GetValue(depth))
                {
                    Begin = parsed.GetValue(begin) ?? [],
                    KeysOnly = parsed.GetValue(keysOnly),
                };
                return await ProveAsync(ground, prover, personas, parsed.GetValue(unrun), cancellationToken);
            }
        );
        return command;
    }

    private static async Task<int> ProveAsync(
        ProvingGround ground,
        FlowProver prover,
        IReadOnlyList<Persona> personas,
        bool listsUnrun,
        CancellationToken cancellationToken
    )
    {
        var started = Stopwatch.GetTimestamp();
        var shown = 0L;
        for (var number = 0; number < personas.Count; number++)
        {
            var persona = personas[number];
            await prover.ProveAsync(
                persona,
                () =>
                {
                    if (!Console.IsErrorRedirected && Stopwatch.GetElapsedTime(shown) > TimeSpan.FromSeconds(0.2))
                    {
                        shown = Stopwatch.GetTimestamp();
                        Console.Error.Write($"\r{Bar(number, personas.Count)} {persona.Name, -20} {prover.Situations} situations ");
                    }
                },
                cancellationToken
            );
            if (Console.IsErrorRedirected)
            {
                await Console.Error.WriteLineAsync(
                    Text($"{number + 1} of {personas.Count}: {persona.Name}, {prover.Situations} situations, {prover.Steps} steps")
                );
            }
        }

        await Console.Error.WriteLineAsync();
        foreach (var finding in prover.Findings)
        {
            await Console.Out.WriteLineAsync(string.Join('\n', ShortestCall.Lines(finding)) + "\n");
        }

        await ReportAsync(ground, prover, personas.Count, listsUnrun, Stopwatch.GetElapsedTime(started));
        return prover.Findings.Count == 0 ? 0 : FoundSomething;
    }

    private static async Task ReportAsync(ProvingGround ground, FlowProver prover, int callers, bool listsUnrun, TimeSpan took)
    {
        await using var scope = ground.Services.CreateAsyncScope();
        var flows = scope.ServiceProvider.GetServices<IFlow>().ToList();
        var (states, transitions) = Journey.Count(flows);
        var unrun = ground.Journey.Missing(flows);
        var silence = prover.Silence.Most;
        string[] lines =
        [
            .. listsUnrun ? unrun.States.Select(state => $"never reached: {state}") : [],
            .. listsUnrun ? unrun.Transitions.Select(way => $"never run: {way}") : [],
            Text(
                $"{callers} callers, {prover.Steps} steps, {prover.Situations} situations of {prover.Kinds} kinds in {took.TotalSeconds:0} s; {prover.Beyond} were not gone on from."
            ),
            Text(
                $"{states - unrun.States.Count} of {states} states and {transitions - unrun.Transitions.Count} of {transitions} transitions were run."
            ),
            Text(
                $"Silence: out after {silence.Webhooks} webhooks at most, {silence.Patient} where time was given, {silence.Seconds:0} s spoken, {silence.InAll} webhooks of a call in all."
            ),
            Text($"The longest reply takes {prover.Reading.Longest.Seconds:0} s, at {prover.Reading.Longest.Place}."),
            Text($"{prover.Findings.Count} findings."),
        ];
        foreach (var line in lines)
        {
            await Console.Out.WriteLineAsync(line);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Bar(int done, int all)
    {
        const int Width = 20;
        var full = Width * done / all;
        return $"[{new string('#', full)}{new string('.', Width - full)}]";
    }
}
