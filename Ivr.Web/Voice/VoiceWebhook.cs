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
        "Digits",
        "SpeechResult",
        "Confidence",
        "DialCallStatus",
        "DialBridged",
        "QueueResult",
        "QueueTime",
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
    public string Digits { get; init; } = "";
    public string Speech { get; init; } = "";
    public string DialCallStatus { get; init; } = "";
    public string DialBridged { get; init; } = "";
    public string QueueResult { get; init; } = "";

    /// <summary>Seconds in the queue; 0 where there was none.</summary>
    public int QueueTime { get; init; }

    public string ErrorCode { get; init; } = "";

    public bool CallIsOver => CallStatus is "completed" or "busy" or "failed" or "no-answer" or "canceled";

    public static VoiceWebhook Read(IFormCollection form)
    {
        string Field(string name, int longest = LongestField) =>
            form[name].ToString() is var text && text.Length > longest ? text[..longest] : text;

        return new VoiceWebhook
        {
            CallSid = Field("CallSid", LongestSid),
            AccountSid = Field("AccountSid", LongestSid),
            From = Field("From", LongestParty),
            To = Field("To", LongestParty),
            Direction = Field("Direction", LongestSid),
            CallStatus = Field("CallStatus", LongestSid),
            Attestation = Field("StirVerstat") is { Length: > 0 } attestation ? attestation : null,
            Digits = Field("Digits"),
            Speech = Field("SpeechResult"),
            DialCallStatus = Field("DialCallStatus"),
            DialBridged = Field("DialBridged"),
            QueueResult = Field("QueueResult"),
            QueueTime = int.TryParse(Field("QueueTime"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0,
            ErrorCode = Field("ErrorCode"),
        };
    }

    /// <summary>What the caller did. Keys win over speech; empty fields and missing ones are silence alike.</summary>
    public CallerInput Input() =>
        (QueueResult, DialCallStatus, Digits, Speech) switch
        {
            ({ Length: > 0 }, _, _, _) => new CallerInput.Back(TransferOutcomes.OfQueue(QueueResult)),
            (_, { Length: > 0 }, _, _) => new CallerInput.Back(TransferOutcomes.OfDial(DialCallStatus, DialBridged)),
            (_, _, { Length: > 0 }, _) => new CallerInput.Keys(Digits),
            _ when !string.IsNullOrWhiteSpace(Speech) => new CallerInput.Speech(Speech),
            _ => new CallerInput.Silence(),
        };
}
