namespace Ivr.Flows.Wallet;

/// <summary>Where a promised call stands.</summary>
public enum CallbackState
{
    Waiting,
    Calling,

    /// <summary>The caller talked to a person.</summary>
    Done,

    /// <summary>Nobody was reached in as many attempts as there are.</summary>
    GivenUp,
}

/// <summary>A promised call: who places it asks here what comes next.</summary>
/// <param name="Attempts">Those that were begun.</param>
/// <param name="NextAt">Not before; null once it is over.</param>
public sealed record Callback(CallbackState State, int Attempts, DateTimeOffset? NextAt)
{
    public const int MostAttempts = 3;

    /// <summary>From attempt to attempt people need time to come back to their telephone.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromMinutes(15);

    public static Callback Promised(DateTimeOffset now) => new(CallbackState.Waiting, 0, now);

    /// <summary>An attempt begins; null where none is due.</summary>
    public Callback? Begin(DateTimeOffset now) =>
        State == CallbackState.Waiting && NextAt <= now ? new Callback(CallbackState.Calling, Attempts + 1, NextAt) : null;

    /// <summary>An attempt ended; null where none was under way.</summary>
    /// <param name="reached">Whether the caller talked to a person.</param>
    public Callback? End(bool reached, DateTimeOffset now) =>
        (State, reached) switch
        {
            (not CallbackState.Calling, _) => null,
            (_, true) => this with { State = CallbackState.Done, NextAt = null },
            _ when Attempts >= MostAttempts => this with { State = CallbackState.GivenUp, NextAt = null },
            _ => new Callback(CallbackState.Waiting, Attempts, now + Between),
        };
}
