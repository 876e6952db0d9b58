namespace Ivr.Web.Telephone;

/// <content>Messages that are recorded.</content>
public sealed partial class PhoneCall
{
    /// <summary>The caller's place in a queue, from one.</summary>
    public int QueuePosition
    {
        get => player.QueuePosition;
        set => player.QueuePosition = value;
    }

    /// <summary>A message is being recorded.</summary>
    public bool IsRecording => player.Message is not null;

    /// <summary>Leaves a spoken message of so many seconds; none at all for 0.</summary>
    /// <param name="hangsUp">The message ends with the call. Twilio may tell of the end of the call first.</param>
    /// <exception cref="InvalidOperationException">Nothing is being recorded.</exception>
    public async Task LeaveMessageAsync(int seconds, bool hangsUp, CancellationToken cancellationToken = default)
    {
        var message = player.Message ?? throw new InvalidOperationException("Nothing is being recorded.");
        player.Begin(new CallerDid(CallerDeed.LeavesMessage, Line.Number(seconds)));
        if (hangsUp)
        {
            await player.HangUpAsync(cancellationToken);
            await player.TellAsync(message.Action, "completed", message.ActionForm(seconds, "hangup"), cancellationToken);
            await player.TellAsync(message.StatusCallback, "completed", message.StatusForm(seconds), cancellationToken);
        }
        else
        {
            await player.EndMessageAsync(message, seconds, cancellationToken);
        }
    }
}
