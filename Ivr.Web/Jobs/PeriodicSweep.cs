namespace Ivr.Web.Jobs;

/// <summary>Clears up again and again beside the calls, for the first time after a pause; what breaks is done the next time.</summary>
public abstract class PeriodicSweep(TimeSpan pause, TimeProvider clock) : BackgroundService
{
    protected TimeProvider Clock { get; } = clock;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts before this does, whatever the database does.
        await Task.Yield();
        using var timer = new PeriodicTimer(pause, Clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception cause) when (cause is not OperationCanceledException)
            {
                Tell(cause);
            }
        }
    }

    public abstract Task SweepAsync(CancellationToken cancellationToken);

    /// <summary>Writes down that it broke.</summary>
    protected abstract void Tell(Exception cause);
}
