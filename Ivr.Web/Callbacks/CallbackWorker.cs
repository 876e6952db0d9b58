using Ivr.Web.Hosting;
using Ivr.Web.Messages;
using Microsoft.Extensions.Options;

namespace Ivr.Web.Callbacks;

/// <summary>
/// Places the calls that were promised, while people are there. Any number of nodes may do so over one database: each attempt is written down
/// before it leaves, and none is repeated because nobody knows what came of it.
/// </summary>
public sealed class CallbackWorker(
    IServiceScopeFactory scopes,
    Dialler dialler,
    CarrierLine line,
    IOptions<HotlineOptions> options,
    TimeProvider clock,
    ILogger<CallbackWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Agents.CallbackCountries.Length == 0 || !line.IsComplete)
        {
            return;
        }

        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception cause) when (!stoppingToken.IsCancellationRequested)
            {
                log.NotLookedAfter(cause);
            }
        }
    }

    /// <summary>One look: what was not heard of is settled, and what is due is placed, one call after another.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var kept in await InScopeAsync(desk => desk.FindUnheardAsync(cancellationToken)))
        {
            var isOver = kept.PlacedSid is { } sid ? await dialler.IsOverAsync(sid) : true;
            await InScopeAsync(desk => desk.SettleUnheardAsync(kept, isOver, cancellationToken));
        }

        while (await InScopeAsync(desk => desk.NextAsync(cancellationToken)) is { } call)
        {
            var result = await dialler.CallAsync(call.Callback.E164, call.From, call.Token);
            // What left must be written down, the end of the host notwithstanding.
            await InScopeAsync(desk => desk.SettleAsync(call, result, CancellationToken.None));
        }
    }

    private async Task<T> InScopeAsync<T>(Func<CallbackDesk, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<CallbackDesk>());
    }

    private async Task InScopeAsync(Func<CallbackDesk, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<CallbackDesk>());
    }
}
