using System.Collections.Concurrent;
using System.Security.Cryptography;
using Ivr.Data.Connections;

namespace Ivr.Web.Voice;

/// <summary>The answer of a webhook did not come in time. What it began may still be done.</summary>
public sealed class TooLateException() : Exception($"Not answered within {WebhookDesk.Deadline.TotalSeconds} seconds.");

/// <summary>
/// Does the work of webhooks apart from their requests, so that nobody waits longer than the deadline, whatever holds the work up: SQLite cannot be
/// told to give up in the middle of a commit. What goes on alone has services of its own and keeps its reply in the database, for who asks there.
/// </summary>
public sealed class WebhookDesk(IServiceScopeFactory scopes, Dialect database, ILogger<WebhookDesk> log)
{
    /// <summary>Twilio gives up after 15 seconds, retries included; callers long before.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    /// <summary>After it nothing new is begun, and what is not committed is undone. The caller has been asked to wait meanwhile.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private const int Tries = 3;

    /// <summary>Milliseconds.</summary>
    private const int ShortestWait = 10;
    private const int LongestWait = 100;

    private readonly ConcurrentDictionary<Task, bool> underWay = [];

    /// <summary>For what only begins: it comes behind those who are being served.</summary>
    /// <exception cref="CrowdedException">So many wait already.</exception>
    public void RefuseWhereCrowded()
    {
        if (database.IsCrowded)
        {
            throw new CrowdedException("Nothing new is begun while so many wait.");
        }
    }

    /// <exception cref="TooLateException">It goes on without being waited for.</exception>
    public async Task<T> RunAsync<TService, T>(Func<TService, CancellationToken, Task<T>> work)
        where TService : notnull
    {
        // Of a thread of its own: until the first wait of the work, and in all of SQLite, nobody gives the caller's thread back.
        var working = Task.Run(() => WorkAsync(work));
        underWay[working] = true;
        _ = working.ContinueWith(done => underWay.TryRemove(done, out _), TaskScheduler.Default);
        try
        {
            return await working.WaitAsync(Deadline);
        }
        catch (TimeoutException) when (!working.IsCompleted)
        {
            _ = working.ContinueWith(late => log.BrokeUnheard(late.Exception!), TaskContinuationOptions.OnlyOnFaulted);
            throw new TooLateException();
        }
    }

    /// <summary>Until nothing goes on alone any more, or the time is over.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(underWay.Keys).ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Does all of it again where the database says that it is worth it. A turn whose commit went through unheard is found as one that was taken,
    /// and answered with its own bytes.
    /// </summary>
    private async Task<T> WorkAsync<TService, T>(Func<TService, CancellationToken, Task<T>> work)
        where TService : notnull
    {
        using var limit = new CancellationTokenSource(Longest);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                return await work(scope.ServiceProvider.GetRequiredService<TService>(), limit.Token);
            }
            catch (Exception cause)
                when (attempt < Tries && database.WorthAnotherTry((cause as CommitInDoubtException)?.InnerException ?? cause) is { } why)
            {
                log.IsDoneAgain(why);
            }

            // Not at once, and not all together: who was in the way may still be there.
            await Task.Delay(RandomNumberGenerator.GetInt32(ShortestWait, LongestWait * attempt), limit.Token);
        }
    }
}
