namespace Ivr.Web.Telephone;

/// <summary>A telephone in the terminal. With a script it plays that, and says what went wrong.</summary>
public sealed class TerminalPhone(PhoneCall call, TextReader input, TextWriter output, Inbox? inbox = null)
{
    private const int Good = 0;
    private const int FoundSomething = 1;
    private const int Unusable = 2;

    private const string Help = """
        1 2 … 0 * #         press keys, one or several
        say 我的账户被锁了    say something; so does any other line
        (an empty line)     stay silent until the hotline asks again
        hang up             end the call
        code                key the six digits of the newest message
        agent answers       the person at the other end answers; also: declines, busy, no-answer, failed, canceled, full, error
        """;

    private int shown;

    /// <summary>Reads what the caller does, line by line, until the call is over.</summary>
    public async Task<int> TalkAsync(CancellationToken cancellationToken)
    {
        await output.WriteLineAsync(Help);
        await call.DialAsync(cancellationToken);
        await ShowAsync();
        while (!call.IsOver && await input.ReadLineAsync(cancellationToken) is { } line)
        {
            if (await DoAsync(line.Trim(), cancellationToken) is { } complaint)
            {
                await output.WriteLineAsync(complaint);
            }

            await ShowAsync();
        }

        await call.HangUpAsync(cancellationToken);
        await ShowAsync();
        return Good;
    }

    /// <summary>Plays a script: the lines a caller would type, and <c>hear TEXT</c> and <c>ended</c> for what must be so.</summary>
    public async Task<int> PlayAsync(IReadOnlyList<string> script, CancellationToken cancellationToken)
    {
        await call.DialAsync(cancellationToken);
        await ShowAsync();
        var heardFrom = 0;
        for (var number = 1; number <= script.Count; number++)
        {
            var line = script[number - 1].Trim();
            if (line.Length == 0 || line[0] == '#' && line.Length > 1 && line[1] == ' ' || Word(line) is "from" or "主叫")
            {
                continue;
            }

            if (Word(line) is "hear" or "听到" or "ended" or "结束")
            {
                if (!Holds(line, heardFrom))
                {
                    await output.WriteLineAsync($"Line {number} did not happen: {line}");
                    return FoundSomething;
                }

                continue;
            }

            heardFrom = call.Events.Count;
            if (await DoAsync(line, cancellationToken) is { } complaint)
            {
                await output.WriteLineAsync($"Line {number} cannot be played: {complaint}");
                return Unusable;
            }

            await ShowAsync();
        }

        await call.HangUpAsync(cancellationToken);
        await ShowAsync();
        return Good;
    }

    /// <summary>The number a script calls from, where it says so.</summary>
    public static string? FromOf(IEnumerable<string> script) =>
        script.Select(line => line.Trim()).Where(line => Word(line) is "from" or "主叫").Select(Rest).FirstOrDefault();

    private bool Holds(string line, int since) =>
        Word(line) is "ended" or "结束"
            ? call.IsOver
            : call.Events.Skip(since).OfType<Spoken>().Any(spoken => spoken.Text.Contains(Rest(line), StringComparison.OrdinalIgnoreCase));

    /// <returns>Null, or what is wrong with the line.</returns>
    private async Task<string?> DoAsync(string line, CancellationToken cancellationToken)
    {
        switch (Word(line))
        {
            case "" or "silence" or "静音":
                await call.WaitAsync(cancellationToken);
                return null;
            case "press" or "按":
                await call.PressAsync(Rest(line), cancellationToken);
                return null;
            case "say" or "说":
                await call.SayAsync(Rest(line), cancellationToken: cancellationToken);
                return null;
            case "hang" or "挂断":
                await call.HangUpAsync(cancellationToken);
                return null;
            case "code" or "验证码":
                return await KeyCodeAsync(cancellationToken);
            case "help":
                return Help;
            case "agent" or "人工":
                return await TransferAsync(Rest(line), cancellationToken);
            case var keys when keys == line && keys.All(key => char.IsAsciiDigit(key) || key is '*' or '#'):
                await call.PressAsync(keys, cancellationToken);
                return null;
            default:
                await call.SayAsync(line, cancellationToken: cancellationToken);
                return null;
        }
    }

    private async Task<string?> KeyCodeAsync(CancellationToken cancellationToken)
    {
        if (inbox is null || await inbox.CodeAsync(cancellationToken) is not { } code)
        {
            return "No message with six digits has come.";
        }

        await call.PressAsync(code, cancellationToken);
        return null;
    }

    private async Task<string?> TransferAsync(string how, CancellationToken cancellationToken)
    {
        try
        {
            await call.TransferEndsAsync(how, cancellationToken);
            return null;
        }
        catch (ArgumentException cause)
        {
            return cause.Message;
        }
    }

    private async Task ShowAsync()
    {
        foreach (var happened in call.Events.Skip(shown))
        {
            var line = happened switch
            {
                Spoken spoken => $"  ☎ {spoken.Text}",
                Played played => $"  ☎ [{played.Url}]",
                CallerDid did => $"  ☺ {did.What}",
                LineDid did => $"  · {did.What}",
                _ => null,
            };
            if (line is not null)
            {
                await output.WriteLineAsync(line);
            }
        }

        shown = call.Events.Count;
        foreach (var message in inbox is null ? [] : await inbox.NewAsync())
        {
            await output.WriteLineAsync($"  ✉ {message.Body}");
        }
    }

    private static string Word(string line) => line.Split(' ', 2)[0].ToLowerInvariant();

    private static string Rest(string line) => line.Split(' ', 2) is [_, var rest] ? rest.Trim() : "";
}
