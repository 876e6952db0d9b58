namespace Ivr.Data.Messages;

/// <summary>Tells the sender of this process that there is something to send. Whoever misses it finds the row a second later.</summary>
public sealed class MessageBell
{
    private readonly SemaphoreSlim rung = new(0, 1);

    public void Ring()
    {
        try
        {
            rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <summary>Until it rings, or as long as that.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => rung.WaitAsync(atMost, cancellationToken);
}
