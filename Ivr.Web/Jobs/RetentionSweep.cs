using Ivr.Data;
using Ivr.Data.Stores;

namespace Ivr.Web.Jobs;

/// <summary>Deletes every hour what has been kept long enough.</summary>
public sealed class RetentionSweep(IServiceScopeFactory scopes, RetentionDays kept, TimeProvider clock, ILogger<RetentionSweep> log)
    : PeriodicSweep(TimeSpan.FromHours(1), clock)
{
    /// <summary>Between two lots: callers write first.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    /// <summary>Every kind, until nothing is left that is too old.</summary>
    public override async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var kind in typeof(RetentionDays).GetProperties())
        {
            await SweepAsync(kind.Name, (int)kind.GetValue(kept)!, cancellationToken);
        }
    }

    protected override void Tell(Exception cause) => log.NotSwept(cause);

    private async Task SweepAsync(string kind, int days, CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        for (var rows = 0; ; )
        {
            await using var scope = scopes.CreateAsyncScope();
            var retention = scope.ServiceProvider.GetRequiredService<Retention>();
            var lot = await retention.DeleteAsync(kind, now.AddDays(-days), now, cancellationToken);
            if (lot == 0)
            {
                return;
            }

            rows += lot;
            log.Swept(kind, rows, days);
            await Task.Delay(Breath, cancellationToken);
        }
    }
}
