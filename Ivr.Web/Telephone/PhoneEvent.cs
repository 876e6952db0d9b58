namespace Ivr.Web.Telephone;

/// <summary>Something that happened on the line.</summary>
public abstract record PhoneEvent;

/// <summary>The hotline said something.</summary>
/// <param name="Interruptible">A key cuts it short.</param>
public sealed record Spoken(string Text, string Language, string Voice, bool Interruptible) : PhoneEvent;

/// <summary>The hotline played a recording.</summary>
public sealed record Played(string Url, bool Interruptible) : PhoneEvent;

/// <summary>The hotline said something to the person who is rung; the caller does not hear it.</summary>
public sealed record Whispered(string Text) : PhoneEvent;

/// <summary>The hotline was silent for so long, on purpose.</summary>
public sealed record Paused(int Seconds) : PhoneEvent;

/// <summary>The caller did something.</summary>
/// <param name="Detail">The keys, or the words.</param>
public sealed record CallerDid(CallerDeed Deed, string Detail = "") : PhoneEvent;

/// <summary>The telephone network did something.</summary>
public sealed record LineDid(LineDeed Deed, string Detail = "") : PhoneEvent;

/// <summary>The hotline answered a webhook.</summary>
public sealed record Answered(string Path, string Twiml) : PhoneEvent;

/// <summary>What a caller can do.</summary>
public enum CallerDeed
{
    Presses,
    Says,
    IsSilent,

    /// <summary>Its detail is the seconds.</summary>
    LeavesMessage,
    HangsUp,
}

/// <summary>What the telephone network does; each says what its detail is.</summary>
public enum LineDeed
{
    /// <summary>The queue.</summary>
    Queues,

    /// <summary>The place that is called.</summary>
    Rings,

    /// <summary>Nothing: the caller may speak.</summary>
    Records,

    /// <summary>A word of <see cref="TransferEnd"/>.</summary>
    EndsTransfer,

    /// <summary>The keys that nobody listened to.</summary>
    LosesKeys,

    /// <summary>The words that nobody listened to.</summary>
    LosesWords,

    /// <summary>Twilio's error code, the path and the answer, where the hotline answered nothing that can be played.</summary>
    CannotUse,

    /// <summary>The name of a verb that this telephone does not know.</summary>
    CannotPlay,

    /// <summary>A <see cref="CallEnd"/>: the call is over.</summary>
    Ends,
}

/// <summary>Why a call ended.</summary>
public enum CallEnd
{
    CallerHungUp,
    HotlineHungUp,

    /// <summary>The last document had no verb left.</summary>
    NothingLeft,

    /// <summary>Not even the fallback URL gave anything that can be played.</summary>
    NothingUsable,

    /// <summary>Documents followed one another without ever asking the caller.</summary>
    GoesRound,
}
