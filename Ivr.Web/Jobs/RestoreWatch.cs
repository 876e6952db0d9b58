using System.Data.Common;
using Ivr.Data.Audit;
using Ivr.Data.Connections;
using Ivr.Data.Stores;

namespace Ivr.Web.Jobs;

/// <summary>
/// Looks once, before the first call, whether the database is older than the audit head that was anchored last, or another: a backup or a copied
/// file brings back locks that were gone, codes that were used and counters that had risen. Then the question and the code are closed on the
/// phone, and the codes that were sent are dead, until <c>audit accept</c>.
/// </summary>
public sealed class RestoreWatch(IServiceScopeFactory scopes, AuditAnchors anchors, TimeProvider clock, ILogger<RestoreWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    private bool hasLooked;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>A database that is away when the host starts is looked at as soon as it is there.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!hasLooked)
        {
            await Task.Delay(BetweenTries, stoppingToken);
            await TryAsync(stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await LookAsync(cancellationToken);
            hasLooked = true;
        }
        catch (Exception cause) when (cause is DbException or IOException or TimeoutException)
        {
            log.AuditNotLookedAt(cause);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        if (AuditAnchors.Read(anchors.File).MaxBy(head => head.Seq) is not { } anchored)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var there = await services.GetRequiredService<AuditReader>().FindAtAsync(anchored.Seq, cancellationToken);
        if (there == anchored)
        {
            return;
        }

        log.DatabaseRestored(anchored.Seq, there is null ? "is not there" : "is another");
        await services
            .GetRequiredService<PhoneFactors>()
            .CloseAsync("database found restored", $"audit:{anchored.Seq}", clock.GetUtcNow(), cancellationToken);
        await services.GetRequiredService<TurnScope>().CommitAsync(cancellationToken);
    }
}
