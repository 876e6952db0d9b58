namespace Ivr.Data.Connections;

/// <summary>
/// SQLite lets one writer in at a time: here the others wait in order and without a thread, instead of knocking. More than would get their turn
/// in time are sent away at once.
/// </summary>
internal sealed class WriterLane
{
    /// <summary>With what comes behind it, still within the time a webhook must be answered in.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    /// <summary>Each takes some milliseconds: the last of them still writes within a second or two.</summary>
    private const int MostWaiting = 200;

    /// <summary>From here on there is room for those who are being served, and none for those who only begin.</summary>
    private const int Crowded = 50;

    private readonly SemaphoreSlim lane = new(1, 1);
    private int waiting;

    public bool IsCrowded => Volatile.Read(ref waiting) >= Crowded;

    /// <exception cref="CrowdedException">Too many wait, or those in front took too long.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref waiting) > MostWaiting)
            {
                throw new CrowdedException($"{MostWaiting} wait to write already.");
            }

            return await lane.WaitAsync(Longest, cancellationToken)
                ? new Turn(lane)
                : throw new CrowdedException($"The database let nobody else write for {Longest.TotalSeconds} seconds.");
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
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
