using Ivr.Data.Connections;
using Ivr.Data.Stores;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Ivr.Web.Voice;

namespace Ivr.Web.Jobs;

/// <summary>
/// Looks every minute which promises have fallen due. A kept one is marked; for a broken one a case is opened, the owner is told before calling
/// again, and a new day is promised; the next call begins with the apology.
/// </summary>
public sealed class PromiseWatch(IServiceScopeFactory scopes, TimeProvider clock, Metrics metrics, ILogger<PromiseWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception cause) when (cause is not OperationCanceledException)
            {
                log.PromisesNotLookedAt(cause);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One look; each promise in a transaction of its own.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<DuePromise> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            due = await scope.ServiceProvider.GetRequiredService<PromiseLedger>().FindDueAsync(clock.GetUtcNow(), cancellationToken);
        }

        foreach (var promise in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            await SettleAsync(promise, scope.ServiceProvider, cancellationToken);
            await scope.ServiceProvider.GetRequiredService<TurnScope>().CommitAsync(cancellationToken);
        }
    }

    private async Task SettleAsync(DuePromise due, IServiceProvider services, CancellationToken cancellationToken)
    {
        var ledger = services.GetRequiredService<PromiseLedger>();
        var now = clock.GetUtcNow();
        var kept = await ledger.IsKeptAsync(due.Promise, cancellationToken);
        if (!await ledger.MarkAsync(due.Id, kept, now, cancellationToken))
        {
            return;
        }

        metrics.PromiseDue(kept);
        if (!kept)
        {
            log.PromiseBroken(due.Promise.Subject, due.Promise.Rule);
            await ApologiseAsync(due, now, services, cancellationToken);
        }
    }

    private static async Task ApologiseAsync(
        DuePromise due,
        DateTimeOffset now,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var promise = due.Promise;
        var call = new Call
        {
            Sid = due.CallSid,
            From = "",
            To = "",
            StartedAt = now,
            Now = now,
            Identity = new Identity { WalletId = promise.WalletId },
        };
        var type = promise.Rule == PromiseRule.RefundArrived ? CaseType.RefundOverdue : CaseType.PromiseBroken;
        await services
            .GetRequiredService<Amends>()
            .MakeAsync(
                call,
                type,
                promise.Subject,
                promise.Rule != PromiseRule.CaseAnswered,
                (caseNo, answer) => new Notice.PromiseBroken(promise.DueAt, answer, caseNo),
                cancellationToken
            );
    }
}
