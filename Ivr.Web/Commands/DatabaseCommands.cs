using System.CommandLine;
using System.Data.Common;
using Ivr.Data;
using Ivr.Data.Demo;
using Ivr.Web.Hosting;

namespace Ivr.Web.Commands;

/// <summary><c>db migrate</c>, <c>db demo</c>, <c>db check</c> and <c>db backup</c>.</summary>
public static class DatabaseCommands
{
    private const int FoundSomething = 1;
    private const int Unusable = 2;

    public static Command Create(string[] settings)
    {
        var json = new Option<bool>("--json") { Description = "Prints the demo customers as JSON instead of loading them." };
        var demo = new Command("demo", "Puts the demo customers in, with their stories of today.") { json };
        demo.SetAction((parsed, cancellationToken) => DemoAsync(settings, parsed.GetValue(json), cancellationToken));
        var file = new Argument<FileInfo>("FILE") { Description = "Where the copy goes; nothing is overwritten." };
        var backup = new Command("backup", "Copies the database while calls go on, and proves the copy and its audit.") { file };
        backup.SetAction((parsed, cancellationToken) => BackUpAsync(settings, parsed.GetValue(file)!, cancellationToken));
        return new("db", "Looks after the wallet database.")
        {
            new Command("migrate", "Brings the schema up to date.").Doing(() => MigrateAsync(settings)),
            demo,
            backup,
            new Command("check", "Proves that every query the hotline sends fits this database.").Doing(() => CheckAsync(settings)),
        };
    }

    private static async Task<int> MigrateAsync(string[] settings)
    {
        await using var app = HotlineHost.CreateBuilder(settings, quiet: true).Build();
        foreach (var script in await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None))
        {
            await Console.Out.WriteLineAsync($"applied {script}");
        }

        await Console.Out.WriteLineAsync("The schema is up to date.");
        return 0;
    }

    private static async Task<int> DemoAsync(string[] settings, bool json, CancellationToken cancellationToken)
    {
        await using var app = HotlineHost.CreateBuilder(settings, quiet: true).Build();
        if (json)
        {
            await Console.Out.WriteLineAsync(DemoWallet.Json());
            return 0;
        }

        await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await app.Services.GetRequiredService<DemoWallet>().LoadAsync(now, cancellationToken);
        await Console.Out.WriteLineAsync($"{DemoWallet.Customers.Count} demo customers are in. `db demo --json` tells who they are.");
        return 0;
    }

    private static async Task<int> BackUpAsync(string[] settings, FileInfo file, CancellationToken cancellationToken)
    {
        if (file.Exists)
        {
            await Console.Error.WriteLineAsync($"{file.FullName} is there already: name another.");
            return Unusable;
        }

        await using var app = HotlineHost.CreateBuilder(settings, quiet: true).Build();
        try
        {
            var result = await app.Services.GetRequiredService<Backup>().MakeAsync(file.FullName, cancellationToken);
            await Console.Out.WriteLineAsync(
                result.Finding ?? $"{file.FullName} is whole, and all {result.AuditRows} rows of its audit are as they were written."
            );
            return result.Finding is null ? 0 : FoundSomething;
        }
        catch (Exception cause) when (cause is DbException or IOException or NotSupportedException)
        {
            await Console.Error.WriteLineAsync($"No copy was made: {cause.Message}");
            return Unusable;
        }
    }

    private static async Task<int> CheckAsync(string[] settings)
    {
        await using var app = HotlineHost.CreateBuilder(settings, quiet: true).Build();
        var findings = await app.Services.GetRequiredService<DatabaseCheck>().RunAsync(CancellationToken.None);
        foreach (var finding in findings)
        {
            await Console.Out.WriteLineAsync(finding);
        }

        await Console.Out.WriteLineAsync(findings.Count == 0 ? "Every query fits this database." : $"{findings.Count} findings.");
        return findings.Count == 0 ? 0 : FoundSomething;
    }
}
