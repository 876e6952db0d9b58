namespace Ivr.Web.Telephone;

/// <summary>
/// A call written down: the lines a caller types, and between them <c>hear TEXT</c> and <c>ended</c> for what must be so. A first line
/// <c>from NUMBER</c> says who calls; lines that begin with <c>#</c> and are no keys are remarks, and empty ones nothing.
/// </summary>
public sealed class CallScript
{
    private readonly List<(int Number, string Text, Step Step)> steps;

    private CallScript(string? from, List<(int Number, string Text, Step Step)> steps)
    {
        From = from;
        this.steps = steps;
    }

    /// <summary>The number it calls from; null where it does not say.</summary>
    public string? From { get; }

    /// <exception cref="FormatException">A line means nothing; the message names it.</exception>
    public static CallScript Read(IReadOnlyList<string> lines)
    {
        string? from = null;
        var steps = new List<(int, string, Step)>();
        for (var number = 1; number <= lines.Count; number++)
        {
            var text = lines[number - 1].Trim().TrimStart('\uFEFF');
            try
            {
                switch (Split(text))
                {
                    case ("", _):
                    case (['#', ..], _) when CallerLine.Read(text) is not Press:
                        break;
                    case ("from" or "主叫", var rest):
                        from = rest.Length > 0 ? rest : throw new FormatException("'from' takes a number, such as 'from +8613800000001'.");
                        break;
                    case ("hear" or "听到", var rest):
                        steps.Add((number, text, rest.Length > 0 ? new Hear(rest) : throw new FormatException("'hear' takes words.")));
                        break;
                    case ("ended" or "结束", ""):
                        steps.Add((number, text, new Ended()));
                        break;
                    default:
                        steps.Add((number, text, new Do(CallerLine.Read(text))));
                        break;
                }
            }
            catch (FormatException cause)
            {
                throw new FormatException($"Line {number}: {cause.Message}", cause);
            }
        }

        return steps.Count > 0 ? new CallScript(from, steps) : throw new FormatException("The script says nothing that a caller does.");
    }

    /// <summary>Plays the call, and says at the first thing that is not so what was there instead.</summary>
    /// <returns>Whether all of it was so.</returns>
    public async Task<bool> PlayAsync(PhoneCall call, TextWriter output, Inbox? inbox, CancellationToken cancellationToken)
    {
        var view = new TerminalView(call, output, inbox);
        await call.DialAsync(cancellationToken);
        await view.ShowAsync();
        var since = 0;
        var holds = true;
        foreach (var (number, text, step) in steps)
        {
            var seen = call.Events.Count;
            var complaint = await TryAsync(step, call, inbox, since, cancellationToken);
            since = step is Do ? seen : since;
            await view.ShowAsync();
            if (complaint is not null)
            {
                await output.WriteLineAsync($"Line {number} is not so: {text}\n{complaint}");
                holds = false;
                break;
            }
        }

        await call.HangUpAsync(cancellationToken);
        await view.ShowAsync();
        return holds;
    }

    private static async Task<string?> TryAsync(Step step, PhoneCall call, Inbox? inbox, int since, CancellationToken cancellationToken)
    {
        var heard = call.Events.Skip(since).OfType<Spoken>().Select(spoken => spoken.Text).ToList();
        switch (step)
        {
            case Hear hear:
                return heard.Exists(text => text.Contains(hear.Words, StringComparison.OrdinalIgnoreCase)) ? null : Instead(heard);
            case Ended:
                return call.IsOver ? null : $"The call goes on.\n{Instead(heard)}";
            case Do act:
                try
                {
                    await call.DoAsync(act.Line, inbox, cancellationToken);
                    return null;
                }
                catch (InvalidOperationException cause)
                {
                    return cause.Message;
                }

            default:
                throw new InvalidOperationException($"{step.GetType().Name} cannot be played.");
        }
    }

    private static string Instead(List<string> heard) =>
        heard.Count == 0 ? "Nothing was heard." : $"Heard instead:\n{string.Join('\n', heard.Select(text => $"  {text}"))}";

    private static (string Word, string After) Split(string line) =>
        line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var word, var rest] => (word.ToLowerInvariant(), rest.Trim()),
            [var word] => (word.ToLowerInvariant(), ""),
            _ => ("", ""),
        };

    private abstract record Step;

    private sealed record Do(CallerLine Line) : Step;

    private sealed record Hear(string Words) : Step;

    private sealed record Ended : Step;
}
