namespace Ivr.Data.Connections;

/// <summary>SQLite lets one writer in at a time: here the others wait in order and without a thread, instead of knocking.</summary>
internal sealed class WriterLane
{
    /// <summary>With what comes behind it, still within the time a webhook must be answered in.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim lane = new(1, 1);

    /// <exception cref="TimeoutException">Those in front took too long.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        return await lane.WaitAsync(Longest, cancellationToken)
            ? new Turn(lane)
            : throw new TimeoutException($"The database let nobody else write for {Longest.TotalSeconds} seconds.");
    }

    private sealed class Turn(SemaphoreSlim lane) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                lane.Release();
            }
        }
    }
}
