namespace Ivr.Data.Connections;

/// <summary>SQLite lets one writer in at a time: here the others wait in order and without a thread, instead of knocking.</summary>
internal sealed class WriterLane
{
    private readonly SemaphoreSlim lane = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await lane.WaitAsync(cancellationToken);
        return new Turn(lane);
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
