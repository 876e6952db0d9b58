using System.Globalization;

namespace Ivr.Web.Telephone;

/// <summary>Fetches the hotline's documents and plays them verb by verb, until somebody has to do something or the call is over.</summary>
public sealed class TwimlPlayer(Line line)
{
    private const int MostDocumentsInARow = 30;
    private const string InProgress = "in-progress";
    private const string Completed = "completed";

    private readonly List<PhoneEvent> events = [];
    private TwimlDocument? document;
    private int documentsInARow;

    public IReadOnlyList<PhoneEvent> Events => events;

    /// <summary>The question that waits for the caller; null where nothing is listened to.</summary>
    public Listening? Listening { get; private set; }

    public QueueStay? Queue { get; private set; }

    public Ringing? Ringing { get; private set; }

    /// <summary>The message that is being recorded; null where none is.</summary>
    public MessageTime? Message { get; private set; }

    /// <summary>The caller's place in a queue, from one.</summary>
    public int QueuePosition { get; set; } = 1;

    public bool IsOver { get; private set; }

    /// <summary>Notes what somebody did: from here on the documents in a row are counted.</summary>
    public void Begin(PhoneEvent done)
    {
        documentsInARow = 0;
        events.Add(done);
    }

    public void Note(LineDeed deed, string detail) => events.Add(new LineDid(deed, detail));

    public Task DialAsync(CancellationToken cancellationToken) => FetchAsync(line.Incoming, "ringing", [], cancellationToken);

    /// <summary>The Gather heard this: its action is asked.</summary>
    public Task SubmitAsync(Listening listening, IEnumerable<(string, string)> result, CancellationToken cancellationToken)
    {
        Listening = null;
        return FetchAsync(document!.Follow(listening.Action), InProgress, result, cancellationToken);
    }

    /// <summary>A Gather that heard nothing is as if it had not been there.</summary>
    public Task FallThroughAsync(CancellationToken cancellationToken)
    {
        Listening = null;
        return PlayAsync(cancellationToken);
    }

    /// <summary>What is played to who waits in a queue, once more.</summary>
    public Task PlayMusicAsync(QueueStay stay, CancellationToken cancellationToken) =>
        stay.Music is { } music ? FetchAsync(music, InProgress, stay.WaitForm(QueuePosition), cancellationToken) : Task.CompletedTask;

    /// <param name="result">As an Enqueue reports it.</param>
    public Task LeaveAsync(QueueStay stay, string result, CancellationToken cancellationToken)
    {
        (Queue, Listening, document) = (null, null, stay.From);
        return GoOnAsync(stay.Action, stay.EndForm(result), cancellationToken);
    }

    /// <param name="status">As a Dial reports it.</param>
    /// <param name="key">What the person presses where the hotline whispers first; an answering machine presses none.</param>
    public async Task StopRingingAsync(Ringing ringing, string status, bool bridged, string key, CancellationToken cancellationToken)
    {
        Ringing = null;
        var talked =
            status == Completed && ringing.Whisper is { } whisper
                ? await new AgentLeg(line).AnswersAsync(whisper, key, events, cancellationToken)
                : bridged;
        await GoOnAsync(ringing.Action, Ringing.EndForm(status, talked), cancellationToken);
    }

    /// <summary>The caller has said all; an empty recording may not be told to its action.</summary>
    public async Task EndMessageAsync(MessageTime message, int seconds, CancellationToken cancellationToken)
    {
        Message = null;
        if (seconds == 0)
        {
            await PlayAsync(cancellationToken);
            return;
        }

        await FetchAsync(message.Action, InProgress, message.ActionForm(seconds, "#"), cancellationToken);
        await TellAsync(message.StatusCallback, InProgress, message.StatusForm(seconds), cancellationToken);
    }

    /// <summary>Tells the hotline something beside the call; nothing that it answers is played.</summary>
    public async Task TellAsync(Uri? url, string status, IEnumerable<(string, string)> form, CancellationToken cancellationToken)
    {
        if (url is not null)
        {
            var answer = await line.SendAsync(url, status, form, cancellationToken);
            events.Add(new Answered(url.PathAndQuery, answer.Text));
        }
    }

    /// <summary>The caller hung up. A queue is told of it; a question and a ringing telephone are not.</summary>
    public async Task HangUpAsync(CancellationToken cancellationToken)
    {
        if (Queue is { } stay)
        {
            await TellAsync(stay.Action, Completed, stay.EndForm("hangup"), cancellationToken);
        }

        await EndAsync(CallEnd.CallerHungUp, cancellationToken);
    }

    /// <summary>At the verb's action, or where it has none with the verb after it.</summary>
    private Task GoOnAsync(Uri? action, IEnumerable<(string, string)> form, CancellationToken cancellationToken) =>
        action is null ? PlayAsync(cancellationToken) : FetchAsync(action, InProgress, form, cancellationToken);

    private async Task FetchAsync(Uri url, string status, IEnumerable<(string, string)> form, CancellationToken cancellationToken)
    {
        if (++documentsInARow > MostDocumentsInARow)
        {
            await EndAsync(CallEnd.GoesRound, cancellationToken);
            return;
        }

        var answer = await line.SendAsync(url, status, form, cancellationToken);
        events.Add(new Answered(url.PathAndQuery, answer.Text));
        if (answer.Response is { } response)
        {
            document = new TwimlDocument(url, response);
            await PlayAsync(cancellationToken);
            return;
        }

        Note(LineDeed.CannotUse, $"{answer.ErrorCode} {url.PathAndQuery} {answer.Text}");
        if (Queue is { } stay)
        {
            await LeaveAsync(stay, "error", cancellationToken);
        }
        else if (url != line.Fallback)
        {
            (string, string)[] error = [("ErrorCode", answer.ErrorCode), ("ErrorUrl", url.AbsoluteUri)];
            await FetchAsync(line.Fallback, status, error, cancellationToken);
        }
        else
        {
            events.Add(new Spoken("We are sorry, an application error has occurred. Goodbye.", "en-US", "", false));
            await EndAsync(CallEnd.NothingUsable, cancellationToken);
        }
    }

    private async Task PlayAsync(CancellationToken cancellationToken)
    {
        while (document?.Next() is { } verb)
        {
            switch (verb.Name.LocalName)
            {
                case "Record" when Queue is null:
                    Message = new MessageTime(verb, document, line.Parties);
                    Note(LineDeed.Records, "");
                    return;
                case "Gather":
                    Queue?.Pass(PlayTime.SecondsOf(verb));
                    Sound(Sounds.Of(verb.Elements(), interruptible: true));
                    Listening = Listening.From(verb);
                    return;
                case "Redirect":
                    await FetchAsync(document.Follow(verb.Value), InProgress, [], cancellationToken);
                    return;
                case "Enqueue" when Queue is null:
                    Queue = new QueueStay(verb, document);
                    Note(LineDeed.Queues, Queue.Name);
                    await PlayMusicAsync(Queue, cancellationToken);
                    return;
                case "Leave" when Queue is { } stay:
                    await LeaveAsync(stay, "leave", cancellationToken);
                    return;
                case "Dial" when Queue is null:
                    Ringing = new Ringing(verb, document);
                    Note(LineDeed.Rings, Ringing.Target);
                    return;
                case "Hangup":
                    await EndAsync(CallEnd.HotlineHungUp, cancellationToken);
                    return;
                default:
                    Queue?.Pass(PlayTime.SecondsOf(verb));
                    Sound(Sounds.Of([verb], interruptible: false));
                    break;
            }
        }

        // What is played to a queue begins again when it ends: that is the next silence.
        if (Queue is null)
        {
            await EndAsync(CallEnd.NothingLeft, cancellationToken);
        }
    }

    private void Sound(IEnumerable<PhoneEvent> sounds) => events.AddRange(sounds);

    private async Task EndAsync(CallEnd why, CancellationToken cancellationToken)
    {
        Note(LineDeed.Ends, why.ToString());
        (IsOver, Listening, Queue, Ringing, Message) = (true, null, null, null, null);
        (string, string)[] form =
        [
            ("CallDuration", "61"),
            ("Duration", "2"),
            ("CallbackSource", "call-progress-events"),
            ("SequenceNumber", "0"),
            ("Timestamp", DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture)),
        ];
        await line.SendAsync(line.Status, Completed, form, cancellationToken);
    }
}
