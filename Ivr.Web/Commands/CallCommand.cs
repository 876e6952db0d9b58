using System.CommandLine;
using Ivr.Data.Demo;
using Ivr.Web.Hosting;
using Ivr.Web.Telephone;

namespace Ivr.Web.Commands;

/// <summary><c>call</c>: a telephone in the terminal, with a hotline of its own over the demo wallet.</summary>
public static class CallCommand
{
    private const string FirstCustomer = "+8613800000001";
    private const int Unusable = 2;

    public static Command Create(string[] settings)
    {
        var from = new Option<string?>("--from") { Description = "The number to call from, such as +8613800000001." };
        var script = new Option<FileInfo?>("--script")
        {
            Description = "Plays the lines of this file, and exits with 1 where one did not happen.",
        };
        var command = new Command("call", "A telephone in this terminal: hear, press, speak, stay silent, hang up.") { from, script };
        command.SetAction(
            (parsed, cancellationToken) => CallAsync(settings, parsed.GetValue(from), parsed.GetValue(script), cancellationToken)
        );
        return command;
    }

    private static async Task<int> CallAsync(string[] settings, string? from, FileInfo? file, CancellationToken cancellationToken)
    {
        if (file is { Exists: false })
        {
            await Console.Error.WriteLineAsync($"There is no script {file.FullName}.");
            return Unusable;
        }

        var script = file is null ? null : await File.ReadAllLinesAsync(file.FullName, cancellationToken);
        await using var app = HotlineHost.Build(HotlineHost.CreateBuilder([.. settings, "--urls=http://127.0.0.1:0"], quiet: true));
        if (!app.Configuration.GetValue<bool>("Hotline:Demo"))
        {
            await Console.Error.WriteLineAsync("The terminal telephone dials the demo only: set Hotline:Demo to true.");
            return Unusable;
        }

        await ServeCommand.PrepareDemoAsync(app.Services, cancellationToken);
        await app.StartAsync(cancellationToken);
        var number = from ?? (script is null ? null : TerminalPhone.FromOf(script)) ?? FirstCustomer;
        var call = app.Services.GetRequiredService<TelephoneExchange>().Pick(number);
        var inbox = new Inbox(app.Services, DemoWallet.Customers.FirstOrDefault(one => one.From == number)?.Phone ?? number);
        var phone = new TerminalPhone(call, Console.In, Console.Out, inbox);
        var status = script is null ? await phone.TalkAsync(cancellationToken) : await phone.PlayAsync(script, cancellationToken);
        await app.StopAsync(cancellationToken);
        return status;
    }
}
