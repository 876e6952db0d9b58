using Ivr.Data.Messages;
using Ivr.Data.Stores;
using Ivr.Web.Voice;

namespace Ivr.Web.Messages;

/// <summary>Sends what turns put into the outbox. Any number of nodes may do so over one database.</summary>
public sealed class MessageSender(
    IServiceScopeFactory scopes,
    MessageBell bell,
    MessageOptions options,
    TimeProvider clock,
    Metrics metrics,
    ILogger<MessageSender> log
) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim slots = new(options.InFlight, options.InFlight);
    private DateTimeOffset sweptAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts before this does, whatever the database does.
        await Task.Yield();
        try
        {
            while (true)
            {
                await slots.WaitAsync(stoppingToken);
                if (!await TryStartAsync(stoppingToken))
                {
                    await bell.WaitAsync(await IdleAsync(stoppingToken), stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await DrainAsync();
        }
    }

    /// <summary>Whether there was something to send: it is on its way then, in the slot that was taken for it.</summary>
    private async Task<bool> TryStartAsync(CancellationToken stoppingToken)
    {
        var isStarted = false;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var errand = await scope.ServiceProvider.GetRequiredService<MessageDesk>().NextAsync(stoppingToken);
            if (errand is null)
            {
                return false;
            }

            isStarted = true;
            _ = RunAsync(errand);
            return true;
        }
        catch (Exception cause) when (!stoppingToken.IsCancellationRequested)
        {
            log.QueueAway(cause);
            await Task.Delay(AfterTrouble, stoppingToken);
            return false;
        }
        finally
        {
            // A slot that is not given back when the host stops would be waited for until the host gives up.
            if (!isStarted)
            {
                slots.Release();
            }
        }
    }

    /// <summary>To its end, the end of the host notwithstanding: what left must be written down, or else it is in doubt.</summary>
    private async Task RunAsync(Errand errand)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MessageCourier>().RunAsync(errand, CancellationToken.None);
        }
        catch (Exception cause)
        {
            log.LeftInDoubt(cause, errand.Message.Id);
        }
        finally
        {
            slots.Release();
            bell.Ring();
        }
    }

    /// <returns>How long there is nothing to do, unless somebody rings.</returns>
    private async Task<TimeSpan> IdleAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var now = clock.GetUtcNow();
            if (now - sweptAt > BetweenSweeps)
            {
                await scope.ServiceProvider.GetRequiredService<MessageSweep>().RunAsync(now, stoppingToken);
                sweptAt = now;
            }

            var waiting = await scope.ServiceProvider.GetRequiredService<Outbox>().FindNextAsync(stoppingToken);
            metrics.QueueAge = waiting.CreatedAt is { } oldest ? now - oldest : TimeSpan.Zero;
            return waiting.DueAt is { } due && due > now && due - now < Poll ? due - now : Poll;
        }
        catch (Exception cause) when (!stoppingToken.IsCancellationRequested)
        {
            log.QueueAway(cause);
            return AfterTrouble;
        }
    }

    /// <summary>Every request has a time limit, so this ends.</summary>
    private async Task DrainAsync()
    {
        for (var slot = 0; slot < options.InFlight; slot++)
        {
            await slots.WaitAsync(CancellationToken.None);
        }
    }
}
