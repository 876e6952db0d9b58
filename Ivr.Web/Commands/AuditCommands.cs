using System.CommandLine;
using System.Data.Common;
using System.Diagnostics;
using Ivr.Data.Audit;
using Ivr.Data.Connections;
using Ivr.Data.Stores;
using Ivr.Web.Hosting;

namespace Ivr.Web.Commands;

/// <summary><c>audit verify</c> and <c>audit accept</c>: whether the audit is what was written, and that a restored database may be used.</summary>
public static class AuditCommands
{
    private const int FoundSomething = 1;
    private const int Unusable = 2;
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    public static Command Create(string[] settings)
    {
        var heads = new Option<FileInfo[]>("--heads")
        {
            Description = "Heads that were kept elsewhere, besides those in the data directory.",
            DefaultValueFactory = _ => [],
        };
        var verify = new Command("verify", "Walks the audit from its first row, and names the first that is not as it was written.")
        {
            heads,
        };
        verify.SetAction((parsed, token) => VerifyAsync(settings, parsed.GetValue(heads)!, token));
        return new("audit", "Looks after the chained audit.")
        {
            verify,
            new Command("accept", "After a restore that was looked at: opens questions and codes again, and anchors anew.").Doing(() =>
                AcceptAsync(settings)
            ),
        };
    }

    private static async Task<int> VerifyAsync(string[] settings, FileInfo[] more, CancellationToken cancellationToken)
    {
        if (more.FirstOrDefault(file => !file.Exists) is { } missing)
        {
            await Console.Error.WriteLineAsync($"There is no file {missing.FullName}.");
            return Unusable;
        }

        await using var app = HotlineHost.CreateBuilder(settings, quiet: true).Build();
        var file = app.Services.GetRequiredService<AuditAnchors>().File;
        List<AuditHead> anchors = [.. AuditAnchors.Read(file), .. more.SelectMany(one => AuditAnchors.Read(one.FullName))];
        try
        {
            var told = Stopwatch.StartNew();
            var result = await app.Services.GetRequiredService<AuditWalk>().RunAsync(anchors, Tell, cancellationToken);
            await Console.Out.WriteLineAsync(
                result.Finding?.What ?? $"All {result.Rows} rows are as they were written; {anchors.Count} anchored heads agree."
            );
            return result.Finding is null ? 0 : FoundSomething;

            void Tell(long seq)
            {
                if (told.Elapsed > BetweenLines)
                {
                    Console.Error.WriteLine($"{seq} rows are as they were written so far.");
                    told.Restart();
                }
            }
        }
        catch (Exception cause) when (cause is DbException or IOException)
        {
            await Console.Error.WriteLineAsync($"The audit cannot be read: {cause.Message}");
            return Unusable;
        }
    }

    private static async Task<int> AcceptAsync(string[] settings)
    {
        await using var app = HotlineHost.CreateBuilder(settings, quiet: true).Build();
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (anchors, turn) = (services.GetRequiredService<AuditAnchors>(), services.GetRequiredService<TurnScope>());
        await services.GetRequiredService<PhoneFactors>().OpenAsync(services.GetRequiredService<TimeProvider>().GetUtcNow(), default);
        await turn.CommitAsync(default);
        await anchors.FlushAsync();
        var head = await services.GetRequiredService<AuditReader>().FindHeadAsync(default);
        var aside = anchors.StartAnew(head!);
        await Console.Out.WriteLineAsync($"Questions and codes are open again; the audit goes on from row {head!.Seq}.");
        await Console.Out.WriteLineAsync(aside is null ? "No heads had been anchored here." : $"The heads before are kept in {aside}.");
        return 0;
    }
}
