using System.Globalization;
using System.Xml.Linq;

namespace Ivr.Web.Telephone;

/// <summary>
/// A call as Twilio conducts it: plays the hotline's TwiML verb by verb until the caller, or the person at the other end, has to do something.
/// It has no clock: whoever holds it says when the silence was long enough.
/// </summary>
public sealed partial class PhoneCall(Line line)
{
    private const int MostRedirects = 20;
    private const string InProgress = "in-progress";
    private static readonly Uri Incoming = new("/voice/incoming", UriKind.Relative);
    private static readonly Uri Fallback = new("/voice/fallback", UriKind.Relative);
    private static readonly Uri Status = new("/voice/status", UriKind.Relative);

    private readonly List<PhoneEvent> events = [];
    private Queue<XElement> verbs = new();
    private Uri document = Incoming;
    private string pressed = "";
    private XElement? queue;
    private XElement? dial;
    private double queueSeconds;
    private int redirects;

    public string CallSid => line.CallSid;

    public IReadOnlyList<PhoneEvent> Events => events;

    /// <summary>The question that waits for the caller; null where nothing is listened to.</summary>
    public Listening? Listening { get; private set; }

    /// <summary>Where the caller waits for a person; null where they do not.</summary>
    public string? WaitsFor =>
        queue is not null ? Target(queue)
        : dial is not null ? Target(dial)
        : null;

    public bool IsInQueue => queue is not null;

    public bool IsOver { get; private set; }

    public Task DialAsync(CancellationToken cancellationToken = default) => FetchAsync(Incoming, "ringing", [], cancellationToken);

    /// <summary>Presses keys one after another; those that nobody listens to are lost, as on a real line.</summary>
    public async Task PressAsync(string keys, CancellationToken cancellationToken = default)
    {
        events.Add(new CallerDid($"presses {keys}"));
        foreach (var key in keys)
        {
            if (Listening is not { Keys: true } listening)
            {
                continue;
            }

            if (listening.FinishOnKey.Contains(key, StringComparison.Ordinal))
            {
                await SubmitKeysAsync(listening, key.ToString(), cancellationToken);
                continue;
            }

            pressed += key;
            if (pressed.Length == listening.NumDigits)
            {
                await SubmitKeysAsync(listening, "", cancellationToken);
            }
        }
    }

    /// <summary>Says something; lost where only keys are listened to.</summary>
    public async Task SayAsync(string words, string? confidence = "0.9", CancellationToken cancellationToken = default)
    {
        events.Add(new CallerDid($"says {words}"));
        if (Listening is { Speech: true } listening && pressed.Length == 0)
        {
            var result = new List<(string, string)> { ("SpeechResult", words) };
            if (confidence is not null)
            {
                result.Add(("Confidence", confidence));
            }

            await SubmitAsync(listening, result, cancellationToken);
        }
    }

    /// <summary>The time a question waits has passed, or the music of a queue has come to its end.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken = default)
    {
        events.Add(new CallerDid("is silent"));
        if (Listening is { } listening)
        {
            await SubmitKeysAsync(listening, "", cancellationToken);
        }
        else if (message is not null)
        {
            await LeaveMessageAsync(0, hangsUp: false, cancellationToken);
        }
        else if (queue is not null)
        {
            await FetchWaitAsync(cancellationToken);
        }
    }

    /// <summary>What happens at the other end of a transfer: a word of <see cref="TransferEnd"/>.</summary>
    /// <exception cref="ArgumentException">Nothing of the kind can happen to this caller now.</exception>
    public async Task TransferEndsAsync(string how, CancellationToken cancellationToken = default)
    {
        events.Add(new LineDid($"transfer: {how}"));
        if (queue is { } enqueue && TransferEnd.OfQueue.TryGetValue(how, out var result))
        {
            await LeaveQueueAsync(enqueue, result, cancellationToken);
        }
        else if (dial is { } dialled && TransferEnd.OfDial.TryGetValue(how, out var end))
        {
            dial = null;
            var isBridged = await IsBridgedAsync(dialled, how, end.Bridged, cancellationToken);
            var bridged = isBridged ? "true" : "false";
            (string, string)[] form =
            [
                ("DialCallStatus", end.Status),
                ("DialBridged", bridged),
                ("DialCallSid", $"CA{new string('0', 32)}"),
                ("DialCallDuration", isBridged ? "60" : "0"),
            ];
            await ActAsync(dialled, form, cancellationToken);
        }
        else
        {
            throw new ArgumentException($"'{how}' cannot happen here: {WaitsFor ?? "nobody is being called"}.", nameof(how));
        }
    }

    public async Task HangUpAsync(CancellationToken cancellationToken = default)
    {
        if (!IsOver)
        {
            events.Add(new CallerDid("hangs up"));
            await EndAsync("the caller hung up", cancellationToken);
        }
    }

    private Task SubmitKeysAsync(Listening listening, string finishedOn, CancellationToken cancellationToken)
    {
        var keys = pressed;
        pressed = "";
        if (keys.Length > 0)
        {
            return SubmitAsync(listening, [("Digits", keys), ("FinishedOnKey", finishedOn), ("msg", "Gather End")], cancellationToken);
        }

        if (listening.ActionOnEmptyResult)
        {
            return SubmitAsync(listening, [], cancellationToken);
        }

        // A Gather that heard nothing is as if it had not been there.
        Listening = null;
        return PlayAsync(cancellationToken);
    }

    private Task SubmitAsync(Listening listening, IEnumerable<(string, string)> result, CancellationToken cancellationToken)
    {
        Listening = null;
        pressed = "";
        return FetchAsync(Follow(listening.Action), InProgress, result, cancellationToken);
    }

    private async Task FetchAsync(Uri url, string status, IEnumerable<(string, string)> form, CancellationToken cancellationToken)
    {
        var (root, text) = await line.SendAsync(url, status, form, cancellationToken);
        events.Add(new Answered(url.OriginalString, text));
        if (root is null && url != Fallback)
        {
            await FetchAsync(Fallback, status, [("ErrorCode", "11200"), ("ErrorUrl", url.OriginalString)], cancellationToken);
            return;
        }

        if (root is null)
        {
            events.Add(new Spoken("We are sorry, an application error has occurred. Goodbye.", "en-US", "", false));
            await EndAsync("the hotline did not answer", cancellationToken);
            return;
        }

        document = url;
        verbs = new Queue<XElement>(root.Elements());
        await PlayAsync(cancellationToken);
    }

    private async Task PlayAsync(CancellationToken cancellationToken)
    {
        while (verbs.TryDequeue(out var verb))
        {
            switch (verb.Name.LocalName)
            {
                case "Record" when queue is null:
                    TakeMessage(verb);
                    return;
                case "Gather":
                    Sound(verb.Elements(), interruptible: true);
                    Listening = Telephone.Listening.From(verb);
                    redirects = 0;
                    return;
                case "Redirect" when ++redirects <= MostRedirects:
                    await FetchAsync(Follow(verb.Value), InProgress, [], cancellationToken);
                    return;
                case "Enqueue":
                    events.Add(new LineDid($"waits in the queue {Target(verb)}"));
                    (queue, queueSeconds) = (verb, 0);
                    await FetchWaitAsync(cancellationToken);
                    return;
                case "Leave" when queue is { } enqueue:
                    await LeaveQueueAsync(enqueue, "leave", cancellationToken);
                    return;
                case "Dial":
                    events.Add(new LineDid($"rings {Target(verb)}"));
                    dial = verb;
                    return;
                case "Hangup":
                    await EndAsync("the hotline hung up", cancellationToken);
                    return;
                default:
                    Sound([verb], interruptible: false);
                    break;
            }
        }

        if (queue is null && message is null)
        {
            await EndAsync("the hotline had nothing more to say", cancellationToken);
        }
    }

    private void Sound(IEnumerable<XElement> all, bool interruptible)
    {
        foreach (var verb in all)
        {
            queueSeconds += PlayTime.SecondsOf(verb);
            switch (verb.Name.LocalName)
            {
                case "Say":
                    var language = (string?)verb.Attribute("language") ?? "en-US";
                    events.Add(new Spoken(verb.Value, language, (string?)verb.Attribute("voice") ?? "", interruptible));
                    break;
                case "Play":
                    events.Add(new Played(verb.Value, interruptible));
                    break;
            }
        }
    }

    private async Task FetchWaitAsync(CancellationToken cancellationToken)
    {
        var wait = (string?)queue!.Attribute("waitUrl");
        if (string.IsNullOrEmpty(wait))
        {
            return;
        }

        (string, string)[] form =
        [
            ("QueueSid", $"QU{new string('0', 32)}"),
            ("QueuePosition", Line.Number(QueuePosition)),
            ("QueueTime", Line.Number((int)queueSeconds)),
            ("AvgQueueTime", Line.Number((int)queueSeconds)),
            ("CurrentQueueSize", Line.Number(QueuePosition)),
            ("MaxQueueSize", "1000"),
        ];
        var call = document;
        await FetchAsync(Follow(wait), InProgress, form, cancellationToken);
        if (queue is not null)
        {
            document = call;
        }
    }

    private async Task LeaveQueueAsync(XElement enqueue, string result, CancellationToken cancellationToken)
    {
        queue = null;
        Listening = null;
        (string, string)[] form =
            result == "queue-full" ? [] : [("QueueSid", $"QU{new string('0', 32)}"), ("QueueTime", Line.Number((int)queueSeconds))];
        await ActAsync(enqueue, [("QueueResult", result), .. form], cancellationToken);
    }

    private async Task ActAsync(XElement verb, IEnumerable<(string, string)> form, CancellationToken cancellationToken)
    {
        if ((string?)verb.Attribute("action") is { } action)
        {
            await FetchAsync(Follow(action), InProgress, form, cancellationToken);
        }
        else
        {
            await PlayAsync(cancellationToken);
        }
    }

    private async Task EndAsync(string why, CancellationToken cancellationToken)
    {
        events.Add(new LineDid($"over: {why}"));
        (IsOver, Listening, queue, dial, message) = (true, null, null, null, null);
        (string, string)[] form =
        [
            ("CallDuration", "61"),
            ("Duration", "2"),
            ("CallbackSource", "call-progress-events"),
            ("SequenceNumber", "0"),
            ("Timestamp", DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture)),
        ];
        await line.SendAsync(Status, "completed", form, cancellationToken);
    }

    private Uri Follow(string url)
    {
        var from = new Uri(new Uri("http://line"), document);
        return new Uri(new Uri(from, url).PathAndQuery, UriKind.Relative);
    }

    private static string Target(XElement verb) =>
        verb.Elements().FirstOrDefault() is { } noun
            ? $"{noun.Name.LocalName} {(noun.HasElements ? noun.Elements().First().Value : noun.Value)}"
            : (string?)verb.Attribute("workflowSid") ?? verb.Value;
}
