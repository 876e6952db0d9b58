using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Ivr.Data.Demo;
using Ivr.Web.Hosting;
using Ivr.Web.Telephone;

namespace Ivr.Web.Commands;

/// <summary><c>call</c>: a telephone in the terminal, with a hotline of its own over the demo wallet.</summary>
public static partial class CallCommand
{
    private const string FirstCustomer = "+8613800000001";
    private const int Good = 0;
    private const int FoundSomething = 1;
    private const int Unusable = 2;

    public static Command Create(string[] settings)
    {
        var from = new Option<string?>("--from") { Description = "The number to call from, such as +8613800000001, or anonymous." };
        var script = new Option<FileInfo?>("--script")
        {
            Description =
                "Plays the lines of this file, and exits with 1 where one is not so: what a caller types, 'hear TEXT' and 'ended'.",
        };
        var command = new Command("call", "A telephone in this terminal: hear, press, speak, stay silent, hang up.") { from, script };
        command.SetAction(
            (parsed, cancellationToken) => CallAsync(settings, parsed.GetValue(from), parsed.GetValue(script), cancellationToken)
        );
        return command;
    }

    private static async Task<int> CallAsync(string[] settings, string? from, FileInfo? file, CancellationToken cancellationToken)
    {
        var (script, complaint) = await ReadAsync(file, cancellationToken);
        var number = from ?? script?.From ?? FirstCustomer;
        await using var app = HotlineHost.Build(HotlineHost.CreateBuilder([.. settings, "--urls=http://127.0.0.1:0"], quiet: true));
        complaint ??=
            !Number().IsMatch(number) ? $"'{number}' is no number to call from: write it as {FirstCustomer}, or anonymous."
            : !app.Configuration.GetValue<bool>("Hotline:Demo") ? "The terminal telephone dials the demo only: set Hotline:Demo to true."
            : null;
        if (complaint is not null)
        {
            await Console.Error.WriteLineAsync(complaint);
            return Unusable;
        }

        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        await ServeCommand.PrepareDemoAsync(app.Services, cancellationToken);
        await app.StartAsync(cancellationToken);
        var call = app.Services.GetRequiredService<TelephoneExchange>().Pick(number);
        var phone = DemoWallet.Customers.FirstOrDefault(one => (one.From ?? one.Phone) == number)?.Phone ?? number;
        var inbox = new Inbox(app.Services, phone);
        var holds = true;
        if (script is null)
        {
            await new TerminalPhone(call, Console.In, Console.Out, inbox).TalkAsync(cancellationToken);
        }
        else
        {
            // A script tells a customer's story from its beginning, however often it is played.
            var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            await app.Services.GetRequiredService<DemoWallet>().LoadAsync(now, cancellationToken);
            holds = await script.PlayAsync(call, Console.Out, inbox, cancellationToken);
        }

        await app.StopAsync(cancellationToken);
        return holds ? Good : FoundSomething;
    }

    private static async Task<(CallScript? Script, string? Complaint)> ReadAsync(FileInfo? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return (null, null);
        }

        try
        {
            return (CallScript.Read(await File.ReadAllLinesAsync(file.FullName, cancellationToken)), null);
        }
        catch (FormatException cause)
        {
            return (null, $"{file.Name}: {cause.Message}");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return (null, $"The script {file.FullName} cannot be read: {cause.Message}");
        }
    }

    [GeneratedRegex(@"^(\+?[0-9]{3,15}|anonymous|unknown)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
