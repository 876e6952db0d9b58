using System.CommandLine;

namespace Ivr.Web.Commands;

/// <summary>The program's commands. Exit status 0 good, 1 found something, 2 unusable arguments.</summary>
public static class HotlineCommands
{
    private const int Unusable = 2;
    private static readonly string[] HostSettings = ["urls", "environment", "contentRoot", "webRoot", "applicationName", "detailedErrors"];

    public static async Task<int> RunAsync(string[] args)
    {
        var settings = args.Where(IsSetting).ToArray();
        var parsed = Root(settings).Parse([.. args.Where(arg => !IsSetting(arg))]);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("--help lists what there is.");
            return Unusable;
        }

        return await parsed.InvokeAsync();
    }

    /// <summary>A setting of the configuration, such as <c>--Hotline:Demo=true</c> or <c>--urls=http://127.0.0.1:5081</c>; no option of a command.</summary>
    private static bool IsSetting(string arg) =>
        arg.Split('=', 2) is [['-', '-', .. var name], _]
        && (name.Contains(':', StringComparison.Ordinal) || HostSettings.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static RootCommand Root(string[] settings)
    {
        var root = new RootCommand("The telephone hotline of a digital wallet. Without a command it serves.")
        {
            new Command("serve", "Answers the telephone: the web host that Twilio calls.").Doing(() => ServeCommand.RunAsync(settings)),
            AuditCommands.Create(settings),
            CallCommand.Create(settings),
            DatabaseCommands.Create(settings),
            FlowCommands.Create(settings),
            IncidentCommands.Create(settings),
            NumberCommands.Create(settings),
            HoursCommand.Create(settings),
            PromptCommands.Create(settings),
            TwilioCommands.Create(settings),
        };
        root.Doing(() => ServeCommand.RunAsync(settings));
        return root;
    }

    /// <summary>Lets a command do something without arguments.</summary>
    internal static TCommand Doing<TCommand>(this TCommand command, Func<Task<int>> action)
        where TCommand : Command
    {
        command.SetAction((_, _) => action());
        return command;
    }
}
