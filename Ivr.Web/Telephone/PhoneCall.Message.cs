using System.Xml.Linq;

namespace Ivr.Web.Telephone;

/// <content>Messages that are recorded, and the other end of a transfer.</content>
public sealed partial class PhoneCall
{
    private MessageTime? message;

    /// <summary>The caller's place in a queue, from one.</summary>
    public int QueuePosition { get; set; } = 1;

    /// <summary>A message is being recorded.</summary>
    public bool IsRecording => message is not null;

    /// <summary>Leaves a spoken message of so many seconds; none at all for 0.</summary>
    /// <param name="hangsUp">The message ends with the call. Twilio may tell of the end of the call first.</param>
    public async Task LeaveMessageAsync(int seconds, bool hangsUp, CancellationToken cancellationToken = default)
    {
        if (message is not { } time)
        {
            throw new ArgumentException("Nothing is being recorded.", nameof(seconds));
        }

        events.Add(new CallerDid($"leaves a message of {seconds} s"));
        message = null;
        if (hangsUp)
        {
            await EndAsync("the caller hung up", cancellationToken);
            await TellAsync(time.Action, "completed", time.ActionForm(seconds, "hangup"), cancellationToken);
            await TellOfRecordingAsync(time, seconds, cancellationToken);
        }
        else if (seconds == 0)
        {
            await PlayAsync(cancellationToken);
        }
        else
        {
            await FetchAsync(Follow(time.Action), InProgress, time.ActionForm(seconds, "#"), cancellationToken);
            await TellOfRecordingAsync(time, seconds, cancellationToken);
        }
    }

    private void TakeMessage(XElement record)
    {
        events.Add(new LineDid("records a message"));
        message = new MessageTime(record, line.Parties);
    }

    private Task TellOfRecordingAsync(MessageTime time, int seconds, CancellationToken cancellationToken) =>
        time.StatusCallback is { } url ? TellAsync(url, InProgress, time.StatusForm(seconds), cancellationToken) : Task.CompletedTask;

    /// <summary>Tells the hotline something beside the call; nothing that it answers is played.</summary>
    private async Task TellAsync(string url, string status, IEnumerable<(string, string)> form, CancellationToken cancellationToken)
    {
        var (_, text) = await line.SendAsync(Follow(url), status, form, cancellationToken);
        events.Add(new Answered(url, text));
    }

    /// <summary>Where the hotline whispers first, a key of the person takes the call; an answering machine presses none.</summary>
    private async Task<bool> IsBridgedAsync(XElement dialled, string how, bool without, CancellationToken cancellationToken)
    {
        var whisper = (string?)dialled.Elements().First().Attribute("url");
        return how is "answers" or "declines" && whisper is not null
            ? await new AgentLeg(line).AnswersAsync(Follow(whisper), how == "answers" ? "1" : "", events, cancellationToken)
            : without;
    }
}
