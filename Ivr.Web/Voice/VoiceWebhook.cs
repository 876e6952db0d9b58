using System.Globalization;
using Ivr.Flows.Engine;

namespace Ivr.Web.Voice;

/// <summary>What the hotline uses of a webhook of Twilio's; everything else in it is only signed.</summary>
public sealed record VoiceWebhook
{
    /// <summary>The longest text of one field that is looked at.</summary>
    private const int LongestField = 4096;

    /// <summary>Twilio's are 34 characters, and those of compatible providers up to this.</summary>
    private const int LongestSid = 128;

    /// <summary>The longest number or address of a party that is kept; a SIP address is shorter.</summary>
    private const int LongestParty = 255;

    /// <summary>What a recording that the caller ended by hanging up reports as its keys.</summary>
    private const string HungUp = "hangup";

    /// <summary>The fields that are read: none of them may come twice.</summary>
    public static readonly IReadOnlyList<string> Consumed =
    [
        "CallSid",
        "AccountSid",
        "From",
        "To",
        "Direction",
        "CallStatus",
        "StirVerstat",
        "AnsweredBy",
        "Digits",
        "SpeechResult",
        "Confidence",
        "DialCallStatus",
        "DialBridged",
        "QueueResult",
        "QueueTime",
        "QueuePosition",
        "CurrentQueueSize",
        "AvgQueueTime",
        "RecordingSid",
        "RecordingUrl",
        "RecordingDuration",
        "RecordingStatus",
        "ParentCallSid",
        "ErrorCode",
        "MessageSid",
        "MessageStatus",
    ];

    public required string CallSid { get; init; }
    public required string AccountSid { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string Direction { get; init; }
    public required string CallStatus { get; init; }
    public string? Attestation { get; init; }

    /// <summary>Who answered a call that we placed, where Twilio listened; else empty.</summary>
    public string AnsweredBy { get; init; } = "";

    /// <summary>What we called by a name of ours when we asked Twilio for this call; null for calls that came in.</summary>
    public string? Reference { get; init; }

    public string Digits { get; init; } = "";
    public string Speech { get; init; } = "";

    /// <summary>The recogniser's own word for its certainty, whatever it says; null where it is missing or no number.</summary>
    public double? Confidence { get; init; }

    public string DialCallStatus { get; init; } = "";
    public string DialBridged { get; init; } = "";
    public string QueueResult { get; init; } = "";

    /// <summary>Seconds in the queue; 0 where there was none.</summary>
    public int QueueTime { get; init; }

    /// <summary>The caller's place in the queue, from one; 0 where it is not told.</summary>
    public int QueuePosition { get; init; }

    /// <summary>How many wait in the queue; 0 where it is not told.</summary>
    public int CurrentQueueSize { get; init; }

    /// <summary>Twilio's average wait of those who wait, in seconds; our own statistics tell more.</summary>
    public int AvgQueueTime { get; init; }

    /// <summary>Null where nothing was recorded. The recording's address is never kept: whoever forges it would choose what we fetch.</summary>
    public string? RecordingSid { get; init; }

    /// <summary>Seconds.</summary>
    public int RecordingDuration { get; init; }

    public string RecordingStatus { get; init; } = "";

    /// <summary>The caller's call, on an agent's leg.</summary>
    public string ParentCallSid { get; init; } = "";

    public string ErrorCode { get; init; } = "";

    /// <summary>Not so where the identifier is missing, or too long to tell one call from another by what is kept of it.</summary>
    public static bool NamesCall(IFormCollection form) => form["CallSid"].ToString().Length is > 0 and <= LongestSid;

    public bool CallIsOver => IsOver(CallStatus);

    /// <summary>We placed this call.</summary>
    public bool GoesOut => Direction.StartsWith("outbound", StringComparison.Ordinal);

    /// <summary>Who is on the line, on either way.</summary>
    public string Party => GoesOut ? To : From;

    public string HotlineNumber => GoesOut ? From : To;

    public static bool IsOver(string status) => status is "completed" or "busy" or "failed" or "no-answer" or "canceled";

    /// <param name="query">Of the address that Twilio called.</param>
    public static VoiceWebhook Read(IFormCollection form, IQueryCollection query)
    {
        string Field(string name, int longest = LongestField) => Cut(form[name].ToString(), longest);

        int Number(string name) =>
            int.TryParse(Field(name, LongestSid), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

        return new VoiceWebhook
        {
            CallSid = Field("CallSid", LongestSid),
            AccountSid = Field("AccountSid", LongestSid),
            From = Field("From", LongestParty),
            To = Field("To", LongestParty),
            Direction = Field("Direction", LongestSid),
            CallStatus = Field("CallStatus", LongestSid),
            Attestation = Field("StirVerstat") is { Length: > 0 } attestation ? attestation : null,
            AnsweredBy = Field("AnsweredBy", LongestSid),
            Digits = Field("Digits"),
            Speech = Field("SpeechResult"),
            Confidence = double.TryParse(
                Field("Confidence", LongestSid),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var confidence
            )
                ? confidence
                : null,
            DialCallStatus = Field("DialCallStatus"),
            DialBridged = Field("DialBridged"),
            QueueResult = Field("QueueResult"),
            QueueTime = Number("QueueTime"),
            QueuePosition = Number("QueuePosition"),
            CurrentQueueSize = Number("CurrentQueueSize"),
            AvgQueueTime = Number("AvgQueueTime"),
            RecordingSid = RecordingSids.Find(Field("RecordingSid", LongestSid), Field("RecordingUrl")),
            RecordingDuration = Number("RecordingDuration"),
            RecordingStatus = Field("RecordingStatus", LongestSid),
            ParentCallSid = Field("ParentCallSid", LongestSid),
            ErrorCode = Field("ErrorCode"),
            Reference = query[Address.Row] is [{ Length: > 0 and <= LongestSid } name] ? name : null,
        };
    }

    /// <summary>Never in the middle of a character: the database would keep another text than the next webhook brings.</summary>
    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text
        : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)]
        : text[..longest];

    /// <summary>What the caller did. Keys win over speech; empty fields and missing ones are silence alike.</summary>
    public CallerInput Input() =>
        (QueueResult, DialCallStatus, Digits, Speech) switch
        {
            ({ Length: > 0 }, _, _, _) => new CallerInput.Back(TransferOutcomes.OfQueue(QueueResult), QueueTime),
            (_, { Length: > 0 }, _, _) => new CallerInput.Back(TransferOutcomes.OfDial(DialCallStatus, DialBridged)),
            _ when RecordingSid is not null || Digits == HungUp => new CallerInput.Message(
                RecordingSid,
                RecordingDuration,
                Digits == HungUp || CallIsOver
            ),
            (_, _, { Length: > 0 }, _) => new CallerInput.Keys(Digits),
            _ when !string.IsNullOrWhiteSpace(Speech) => new CallerInput.Speech(Speech, Confidence),
            _ => new CallerInput.Silence(),
        };
}
