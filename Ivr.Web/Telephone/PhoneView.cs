namespace Ivr.Web.Telephone;

/// <summary>What a browser shows of a call.</summary>
/// <param name="Events">What happened since it was last shown.</param>
/// <param name="Pressed">The keys of an entry that is not finished.</param>
/// <param name="SilenceSeconds">After so long the silence counts; null where it never does.</param>
/// <param name="Place">Null where the hotline knows nothing of the call.</param>
public sealed record PhoneView(
    string CallSid,
    IReadOnlyList<PhoneViewEvent> Events,
    Listening? Listening,
    string Pressed,
    int? SilenceSeconds,
    string? WaitsFor,
    bool IsInQueue,
    bool IsRecording,
    bool IsOver,
    CallPlace? Place
)
{
    public static PhoneView Of(PhoneCall call, IReadOnlyList<PhoneEvent> since, CallPlace? place) =>
        new(
            call.CallSid,
            [.. since.Select(PhoneViewEvent.Of)],
            call.Listening,
            call.Pressed,
            call.SilenceSeconds,
            call.WaitsFor,
            call.IsInQueue,
            call.IsRecording,
            call.IsOver,
            place
        );
}

/// <summary>Something that happened, for the browser to put into words.</summary>
/// <param name="Kind">Spoken, played, paused, twiml, or a deed of the caller or the line.</param>
/// <param name="Text">What was said, the address of a recording, a document, or the detail of a deed.</param>
/// <param name="Path">Where a document came from.</param>
public sealed record PhoneViewEvent(
    string Kind,
    string Text,
    string? Language = null,
    string? Path = null,
    int Seconds = 0,
    bool Interruptible = false
)
{
    public static PhoneViewEvent Of(PhoneEvent happened) =>
        happened switch
        {
            Spoken spoken => new("spoken", spoken.Text, spoken.Language, Interruptible: spoken.Interruptible),
            Played played => new("played", played.Url, Interruptible: played.Interruptible),
            Whispered whispered => new("whispered", whispered.Text),
            Paused paused => new("paused", "", Seconds: paused.Seconds),
            Answered answered => new("twiml", answered.Twiml, Path: answered.Path),
            CallerDid did => new(did.Deed.ToString(), did.Detail),
            LineDid did => new(did.Deed.ToString(), did.Detail),
            _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot be shown."),
        };
}
