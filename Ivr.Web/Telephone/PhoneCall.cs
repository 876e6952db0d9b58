namespace Ivr.Web.Telephone;

/// <summary>
/// A call as Twilio conducts it, with a caller who presses, speaks and is silent.
/// It has no clock: whoever holds it says when the silence was long enough.
/// </summary>
public sealed partial class PhoneCall(Line line)
{
    /// <summary>What a recogniser states of words it heard well.</summary>
    public const string UsualConfidence = "0.9";

    private readonly TwimlPlayer player = new(line);

    public string CallSid => line.CallSid;

    /// <summary>The number of the caller.</summary>
    public string From => line.Parties.From;

    public IReadOnlyList<PhoneEvent> Events => player.Events;

    /// <summary>The question that waits for the caller; null where nothing is listened to.</summary>
    public Listening? Listening => player.Listening;

    /// <summary>The keys of an entry that is not finished.</summary>
    public string Pressed { get; private set; } = "";

    /// <summary>Where the caller waits for a person; null where they do not.</summary>
    public string? WaitsFor => player.Queue?.Name ?? player.Ringing?.Target;

    public bool IsInQueue => player.Queue is not null;

    public bool IsOver => player.IsOver;

    /// <summary>
    /// After so many seconds of silence <see cref="WaitAsync"/> is what happens; null where silence changes nothing. In a queue that is at once
    /// after what is played there.
    /// </summary>
    public int? SilenceSeconds =>
        Listening?.TimeoutSeconds
        ?? player.Ringing?.TimeoutSeconds
        ?? player.Message?.PatienceSeconds
        ?? (player.Queue?.Music is null ? null : (int?)0);

    public Task DialAsync(CancellationToken cancellationToken = default) => player.DialAsync(cancellationToken);

    /// <summary>Presses keys one after another; those that nobody listens to are lost, as on a real line.</summary>
    public async Task PressAsync(string keys, CancellationToken cancellationToken = default)
    {
        player.Begin(new CallerDid(CallerDeed.Presses, keys));
        var lost = "";
        foreach (var key in keys)
        {
            if (Listening is not { Keys: true } listening)
            {
                lost += key;
                continue;
            }

            if (listening.FinishOnKey.Contains(key, StringComparison.Ordinal))
            {
                await SubmitKeysAsync(listening, key.ToString(), cancellationToken);
                continue;
            }

            Pressed += key;
            if (Pressed.Length == listening.NumDigits)
            {
                await SubmitKeysAsync(listening, "", cancellationToken);
            }
        }

        if (lost.Length > 0)
        {
            player.Note(LineDeed.LosesKeys, lost);
        }
    }

    /// <summary>Says something; lost where only keys are listened to, or the first key is already pressed.</summary>
    public async Task SayAsync(string words, string? confidence = UsualConfidence, CancellationToken cancellationToken = default)
    {
        player.Begin(new CallerDid(CallerDeed.Says, words));
        if (Listening is not { Speech: true } listening || Pressed.Length > 0)
        {
            player.Note(LineDeed.LosesWords, words);
            return;
        }

        var result = new List<(string, string)> { ("SpeechResult", words) };
        if (confidence is not null)
        {
            result.Add(("Confidence", confidence));
        }

        await player.SubmitAsync(listening, result, cancellationToken);
    }

    /// <summary>The time a question waits has passed, what a queue plays has come to its end, or a telephone has rung for long enough.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken = default)
    {
        player.Begin(new CallerDid(CallerDeed.IsSilent));
        if (Listening is { } listening)
        {
            await SubmitKeysAsync(listening, "", cancellationToken);
        }
        else if (player.Message is { } message)
        {
            await player.EndMessageAsync(message, 0, cancellationToken);
        }
        else if (player.Queue is { } stay)
        {
            await player.PlayMusicAsync(stay, cancellationToken);
        }
        else if (player.Ringing is not null)
        {
            await TransferEndsAsync(TransferEnd.NoAnswer, cancellationToken);
        }
    }

    /// <summary>What happens at the other end of a transfer: a word of <see cref="TransferEnd"/>.</summary>
    /// <exception cref="InvalidOperationException">Nothing of the kind can happen to this caller now.</exception>
    public async Task TransferEndsAsync(string how, CancellationToken cancellationToken = default)
    {
        var ended = new LineDid(LineDeed.EndsTransfer, how);
        if (player.Queue is { } stay && TransferEnd.OfQueue.TryGetValue(how, out var result))
        {
            player.Begin(ended);
            Pressed = "";
            await player.LeaveAsync(stay, result, cancellationToken);
        }
        else if (player.Ringing is { } ringing && TransferEnd.OfDial.TryGetValue(how, out var end))
        {
            player.Begin(ended);
            var key = end.Bridged ? "1" : "";
            await player.StopRingingAsync(ringing, end.Status, end.Bridged, key, cancellationToken);
        }
        else
        {
            throw new InvalidOperationException($"'{how}' cannot happen here: {WaitsFor ?? "nobody is being called"}.");
        }
    }

    public async Task HangUpAsync(CancellationToken cancellationToken = default)
    {
        if (!IsOver)
        {
            player.Begin(new CallerDid(CallerDeed.HangsUp));
            Pressed = "";
            await player.HangUpAsync(cancellationToken);
        }
    }

    private Task SubmitKeysAsync(Listening listening, string finishedOn, CancellationToken cancellationToken)
    {
        var keys = Pressed;
        Pressed = "";
        if (keys.Length > 0)
        {
            return player.SubmitAsync(
                listening,
                [("Digits", keys), ("FinishedOnKey", finishedOn), ("msg", "Gather End")],
                cancellationToken
            );
        }

        // The finishing key alone is no input.
        return listening.ActionOnEmptyResult
            ? player.SubmitAsync(listening, [], cancellationToken)
            : player.FallThroughAsync(cancellationToken);
    }
}
