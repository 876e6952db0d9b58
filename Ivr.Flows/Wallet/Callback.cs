namespace Ivr.Flows.Wallet;

/// <summary>Where a promised call stands.</summary>
public enum CallbackState
{
    Waiting,
    Calling,

    /// <summary>The caller talked to a person.</summary>
    Done,

    /// <summary>The caller wants no call any more.</summary>
    Declined,

    /// <summary>Nobody was reached in as many attempts as there are, or the number is none that may be called.</summary>
    GivenUp,
}

/// <summary>A promised call: who places it asks here what comes next.</summary>
/// <param name="Attempts">Those that were begun.</param>
/// <param name="NextAt">When somebody has to look after it again; null once it is over.</param>
public sealed record Callback(CallbackState State, int Attempts, DateTimeOffset? NextAt)
{
    public const int MostAttempts = 3;

    /// <summary>From attempt to attempt people need time to come back to their telephone.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromMinutes(15);

    /// <summary>Longer than it ever rings: an attempt of which nothing was heard by then came to nothing.</summary>
    public static readonly TimeSpan Unheard = TimeSpan.FromMinutes(3);

    /// <summary>Where the network does not take calls, asking it again at once changes nothing.</summary>
    public static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(1);

    public bool IsLastAttempt => Attempts >= MostAttempts;

    public static Callback Promised(DateTimeOffset now) => new(CallbackState.Waiting, 0, now);

    /// <summary>An attempt begins; null where none is due.</summary>
    public Callback? Begin(DateTimeOffset now) =>
        State == CallbackState.Waiting && NextAt <= now ? new Callback(CallbackState.Calling, Attempts + 1, now + Unheard) : null;

    /// <summary>The attempt was never made, and does not count; null where none was under way.</summary>
    public Callback? PutBack(DateTimeOffset now) =>
        State == CallbackState.Calling ? new Callback(CallbackState.Waiting, Attempts - 1, now + AfterTrouble) : null;

    /// <summary>
    /// Somebody answered: the attempt goes on. It may have been taken for lost before; null where it is over for good.
    /// </summary>
    /// <param name="longest">How long it can last at most.</param>
    public Callback? Answer(DateTimeOffset now, TimeSpan longest) =>
        State is CallbackState.Calling or CallbackState.Waiting ? new Callback(CallbackState.Calling, Attempts, now + longest) : null;

    /// <summary>An attempt ended without a talk to a person; null where none was under way.</summary>
    public Callback? Miss(DateTimeOffset now) =>
        State != CallbackState.Calling ? null
        : IsLastAttempt ? Close(CallbackState.GivenUp)
        : new Callback(CallbackState.Waiting, Attempts, now + Between);

    /// <summary>It is over; null where the caller has been served already. What is told late still counts, so that nobody is called in vain.</summary>
    public Callback? Close(CallbackState how) =>
        State is CallbackState.Done or CallbackState.Declined ? null : this with { State = how, NextAt = null };
}
