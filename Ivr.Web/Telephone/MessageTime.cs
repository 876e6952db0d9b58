using System.Globalization;
using System.Xml.Linq;

namespace Ivr.Web.Telephone;

/// <summary>A Record that waits for the caller's message, and what Twilio tells of it.</summary>
public sealed class MessageTime(XElement record, TwimlDocument from, Parties parties)
{
    private readonly string sid = $"RE{Guid.NewGuid():N}";

    /// <summary>Without one the document itself is asked again.</summary>
    public Uri Action { get; } = from.Follow((string?)record.Attribute("action") ?? "");

    /// <summary>After so long without a word nothing is recorded.</summary>
    public int PatienceSeconds { get; } =
        int.TryParse((string?)record.Attribute("timeout"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 5;

    /// <summary>Where the recording's own end is told; null where it is not.</summary>
    public Uri? StatusCallback { get; } = (string?)record.Attribute("recordingStatusCallback") is { } url ? from.Follow(url) : null;

    /// <summary>Fields of the action.</summary>
    /// <param name="endedBy">The key, or <c>hangup</c>.</param>
    public IEnumerable<(string Name, string Value)> ActionForm(int seconds, string endedBy) =>
        [("RecordingSid", sid), ("RecordingUrl", Url), ("RecordingDuration", Line.Number(seconds)), ("Digits", endedBy)];

    /// <summary>Fields of the status callback, which has not those of a call.</summary>
    public IEnumerable<(string Name, string Value)> StatusForm(int seconds) =>
        [
            ("RecordingSid", sid),
            ("RecordingUrl", Url),
            ("RecordingDuration", Line.Number(seconds)),
            ("RecordingStatus", "completed"),
            ("RecordingChannels", "1"),
            ("RecordingSource", "RecordVerb"),
            ("ErrorCode", "0"),
        ];

    private string Url => $"https://api.twilio.com/2010-04-01/Accounts/{parties.AccountSid}/Recordings/{sid}";
}
