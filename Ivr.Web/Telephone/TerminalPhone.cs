namespace Ivr.Web.Telephone;

/// <summary>A telephone in the terminal, for a person who types.</summary>
public sealed class TerminalPhone(PhoneCall call, TextReader input, TextWriter output, Inbox? inbox = null)
{
    private readonly TerminalView view = new(call, output, inbox);

    /// <summary>Does what the caller types, line by line, until the call is over or nothing more is typed.</summary>
    public async Task TalkAsync(CancellationToken cancellationToken)
    {
        await output.WriteLineAsync(CallerLine.Help);
        await call.DialAsync(cancellationToken);
        await view.ShowAsync();
        while (!call.IsOver)
        {
            await output.WriteAsync(view.Prompt());
            if (await input.ReadLineAsync(cancellationToken) is not { } typed)
            {
                await output.WriteLineAsync();
                break;
            }

            if (await DoAsync(typed, cancellationToken) is { } note)
            {
                await output.WriteLineAsync(note);
            }

            await view.ShowAsync();
        }

        await call.HangUpAsync(cancellationToken);
        await view.ShowAsync();
    }

    /// <returns>Null, or what the caller should read.</returns>
    private async Task<string?> DoAsync(string typed, CancellationToken cancellationToken)
    {
        try
        {
            var line = CallerLine.Read(typed);
            if (line is AskForHelp)
            {
                return CallerLine.Help;
            }

            await call.DoAsync(line, inbox, cancellationToken);
            return null;
        }
        catch (Exception cause) when (cause is FormatException or InvalidOperationException)
        {
            return cause.Message;
        }
    }
}
