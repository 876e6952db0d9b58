using Ivr.Web.Voice;
using Microsoft.Extensions.Options;

namespace Ivr.Web.Hosting;

/// <summary>
/// Stops in order: first not ready, so that nobody sends new webhooks here, while those that come are still answered and their connections closed;
/// then what goes on without being waited for is let finish.
/// </summary>
public sealed class Drain(WebhookDesk desk, IOptions<HotlineOptions> options) : IHostedLifecycleService
{
    public bool HasBegun { get; private set; }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        HasBegun = true;
        await Task.Delay(TimeSpan.FromSeconds(options.Value.DrainSeconds), cancellationToken);
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => desk.DrainAsync(cancellationToken);

    /// <summary>A connection that stays open would be broken off in the end, perhaps under a request.</summary>
    public Task CloseConnectionsAsync(HttpContext context, RequestDelegate next)
    {
        if (HasBegun)
        {
            context.Response.Headers.Connection = "close";
        }

        return next(context);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
