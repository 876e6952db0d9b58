using System.Xml.Linq;

namespace Ivr.Web.Telephone;

/// <summary>The telephone of the person who is rung: the hotline's whisper is heard there first, and a key takes the call.</summary>
public sealed class AgentLeg(Line line)
{
    private const string InProgress = "in-progress";

    private readonly string callSid = $"CA{Guid.NewGuid():N}";

    /// <summary>The person lifts the receiver, hears what the hotline whispers and presses a key, or none.</summary>
    /// <param name="whisper">The address of the noun that was dialled.</param>
    /// <param name="key">Empty for an answering machine.</param>
    /// <param name="events">Where it is noted.</param>
    /// <returns>Whether the two are put through.</returns>
    public async Task<bool> AnswersAsync(Uri whisper, string key, ICollection<PhoneEvent> events, CancellationToken cancellationToken)
    {
        if (await AskAsync(whisper, [], events, cancellationToken) is not { } document)
        {
            return false;
        }

        foreach (var say in document.Descendants("Say"))
        {
            events.Add(new Whispered(say.Value));
        }

        return document.Element("Gather") switch
        {
            null => document.Element("Hangup") is null,
            var gather when key.Length > 0 => await AskAsync(
                new Uri(whisper, (string)gather.Attribute("action")!),
                [("Digits", key), ("FinishedOnKey", ""), ("msg", "Gather End")],
                events,
                cancellationToken
            )
                is { } answer
                && answer.Element("Hangup") is null,
            _ => false,
        };
    }

    private async Task<XElement?> AskAsync(
        Uri url,
        IEnumerable<(string, string)> form,
        ICollection<PhoneEvent> events,
        CancellationToken cancellationToken
    )
    {
        (string, string)[] leg = [("CallSid", callSid), ("ParentCallSid", line.CallSid), ("Direction", "outbound-dial"), .. form];
        var answer = await line.SendAsync(url, InProgress, leg, cancellationToken);
        events.Add(new Answered(url.PathAndQuery, answer.Text));
        return answer.Response;
    }
}
