using Ivr.Data.Connections;
using Ivr.Data.Stores;
using Ivr.Web.Voice;

namespace Ivr.Web.Jobs;

/// <summary>Ends calls whose end was never told: nothing more is taken from them, and nobody waits for them.</summary>
public sealed class CallSweep(IServiceScopeFactory scopes, TimeProvider clock, Metrics metrics, ILogger<CallSweep> log) : BackgroundService
{
    /// <summary>As the outcome of such a call.</summary>
    public const string NeverTold = "never-told";

    /// <summary>No call lasts longer at Twilio.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts before this does, whatever the database does.
        await Task.Yield();
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception cause) when (cause is not OperationCanceledException)
            {
                log.NotEnded(cause);
            }
        }
    }

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        while (await EndSomeAsync(cancellationToken)) { }
    }

    private async Task<bool> EndSomeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (calls, agents) = (services.GetRequiredService<CallStore>(), services.GetRequiredService<SqlAgents>());
        var now = clock.GetUtcNow();
        var sids = await calls.FindOpenAsync(now - Longest, cancellationToken);
        foreach (var sid in sids)
        {
            await calls.EndAsync(sid, NeverTold, now, cancellationToken);
            await agents.EndAsync(sid, now, cancellationToken);
        }

        await services.GetRequiredService<TurnScope>().CommitAsync(cancellationToken);
        foreach (var sid in sids)
        {
            metrics.CallEnded(NeverTold);
            log.CallEnded(sid, NeverTold);
        }

        return sids.Count > 0;
    }
}
