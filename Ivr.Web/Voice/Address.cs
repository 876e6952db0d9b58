namespace Ivr.Web.Voice;

/// <summary>The addresses that TwiML sends Twilio to: relative, with the turn and nothing about the caller.</summary>
public static class Address
{
    /// <summary>The query parameter by which we know again what we asked Twilio for.</summary>
    public const string Row = "ref";

    public static readonly Uri Incoming = Relative("/voice/incoming");

    /// <summary>Where the end of a call is told.</summary>
    public static readonly Uri Status = Relative("/voice/status");

    public static readonly Uri Fallback = Relative("/voice/fallback");

    public static Uri Turn(int turn) => Relative(FormattableString.Invariant($"/voice/turns/{turn}"));

    /// <summary>What became of a turn whose answer did not come in time.</summary>
    public static Uri Outcome(int turn, int round) => Relative(FormattableString.Invariant($"/voice/turns/{turn}/outcome/{round}"));

    public static Uri Wait(int turn) => Relative(FormattableString.Invariant($"/voice/turns/{turn}/wait"));

    /// <summary>Keys pressed while waiting in the queue.</summary>
    public static Uri QueueKey(int turn) => Relative(FormattableString.Invariant($"/voice/turns/{turn}/queue-key"));

    /// <summary>What became of a recorded message.</summary>
    public static readonly Uri Message = Relative("/voice/messages");

    /// <summary>What a person hears before the caller.</summary>
    public static Uri Whisper(string handover) => Relative($"/voice/whispers/{handover}");

    /// <summary>Whether the person takes the call.</summary>
    public static Uri WhisperKey(string handover) => Relative($"/voice/whispers/{handover}/key");

    public static Uri Recording(string path) => Relative($"/prompts/{path}");

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
