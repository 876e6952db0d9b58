using Ivr.Data;
using Ivr.Data.Demo;
using Ivr.Flows.Checks;
using Ivr.Flows.Engine;
using Ivr.Flows.Prompts;
using Ivr.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Ivr.Web.Commands;

/// <summary>Answers the telephone.</summary>
public static class ServeCommand
{
    private const int Refused = 1;

    public static async Task<int> RunAsync(string[] settings)
    {
        try
        {
            return await ServeAsync(settings);
        }
        catch (Exception cause) when (IsRefusal(cause))
        {
            await Console.Error.WriteLineAsync(cause.Message);
            return Refused;
        }
    }

    /// <summary>Whether the message is the sentence that says which setting or file is wrong.</summary>
    public static bool IsRefusal(Exception cause) =>
        cause is InvalidDataException or InvalidOperationException or IOException or OptionsValidationException;

    private static async Task<int> ServeAsync(string[] settings)
    {
        var builder = HotlineHost.CreateBuilder(settings);
        if (HotlineHost.Complaints(builder) is { Count: > 0 } complaints)
        {
            foreach (var complaint in complaints)
            {
                await Console.Error.WriteLineAsync(complaint);
            }

            return Refused;
        }

        await using var app = HotlineHost.Build(builder);
        await ProveFlowsAsync(app.Services);
        if (app.Configuration.GetValue<bool>("Hotline:Demo"))
        {
            await PrepareDemoAsync(app.Services, CancellationToken.None);
            app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Invitation(app)));
        }

        await app.RunAsync();
        return 0;
    }

    /// <summary>Every state has its words and a way out, before the first caller finds the one that has not.</summary>
    private static async Task ProveFlowsAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var flows = scope.ServiceProvider.GetRequiredService<FlowBook>();
        if (new FlowCheck(flows, services.GetRequiredService<PromptBook>()).Findings() is [var finding, ..])
        {
            throw new InvalidDataException($"{finding} flows check tells what else there is.");
        }
    }

    /// <summary>The schema, and the demo customers with their stories of today.</summary>
    public static async Task PrepareDemoAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
        var demo = services.GetRequiredService<DemoWallet>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (await demo.IsStaleAsync(now, cancellationToken))
        {
            await demo.LoadAsync(now, cancellationToken);
        }
    }

    private static string Invitation(WebApplication app) =>
        $"""
            Dial in a browser:      {app.Urls.First()}/phone
            Dial in this terminal:  ./run call
            """;
}
