using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Ivr.Web.Voice;

/// <summary>Records what a caller says, for two minutes at most.</summary>
public static class MessageRecorder
{
    private const int LongestSeconds = 120;

    /// <summary>Seconds of silence that end it.</summary>
    private const int Silence = 5;

    private static readonly Record.RecordingEventEnum[] Ends =
    [
        Twilio.TwiML.Voice.Record.RecordingEventEnum.Completed,
        Twilio.TwiML.Voice.Record.RecordingEventEnum.Absent,
    ];

    public static Record Record(Uri action) =>
        new(
            action: action,
            method: HttpMethod.Post,
            timeout: Silence,
            finishOnKey: "#",
            maxLength: LongestSeconds,
            playBeep: true,
            recordingStatusCallback: Address.Message,
            recordingStatusCallbackMethod: HttpMethod.Post,
            recordingStatusCallbackEvent: Ends
        );
}
