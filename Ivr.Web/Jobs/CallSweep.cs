using Ivr.Data.Connections;
using Ivr.Data.Stores;
using Ivr.Web.Voice;

namespace Ivr.Web.Jobs;

/// <summary>Ends calls whose end was never told: nothing more is taken from them, and nobody waits for them.</summary>
public sealed class CallSweep(IServiceScopeFactory scopes, TimeProvider clock, Metrics metrics, ILogger<CallSweep> log)
    : PeriodicSweep(TimeSpan.FromMinutes(10), clock)
{
    /// <summary>As the outcome of such a call.</summary>
    public const string NeverTold = "never-told";

    /// <summary>No call lasts longer at Twilio.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public override async Task SweepAsync(CancellationToken cancellationToken)
    {
        while (await EndSomeAsync(cancellationToken)) { }
    }

    protected override void Tell(Exception cause) => log.NotEnded(cause);

    private async Task<bool> EndSomeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (calls, agents) = (services.GetRequiredService<CallStore>(), services.GetRequiredService<SqlAgents>());
        var now = Clock.GetUtcNow();
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
