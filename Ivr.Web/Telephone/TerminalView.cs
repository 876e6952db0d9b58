namespace Ivr.Web.Telephone;

/// <summary>Prints what happens in a call, each thing once.</summary>
public sealed class TerminalView(PhoneCall call, TextWriter output, Inbox? inbox)
{
    private int shown;

    public async Task ShowAsync()
    {
        foreach (var line in call.Events.Skip(shown).Select(Line).OfType<string>())
        {
            await output.WriteLineAsync(line);
        }

        shown = call.Events.Count;
        foreach (var message in inbox is null ? [] : await inbox.NewAsync())
        {
            await output.WriteLineAsync($"  ✉ {message.Body}");
        }
    }

    /// <summary>What the caller can do now.</summary>
    public string Prompt() =>
        call switch
        {
            { Pressed: { Length: > 0 } pressed, Listening: { } listening } => $"[{pressed}… {Rest(listening, pressed.Length)}] > ",
            { Listening: { Keys: true, Speech: true } } => "[press or speak] > ",
            { Listening: { Speech: true } } => "[speak] > ",
            { Listening: { } listening } => $"[press {Rest(listening, 0)}] > ",
            { IsRecording: true } => "[a message is recorded: 'message 12'] > ",
            { IsInQueue: true } => "[in the queue: an empty line waits on, 'agent answers' ends it] > ",
            { WaitsFor: { } place } => $"[{place} rings: 'agent answers', 'agent busy', …] > ",
            _ => "> ",
        };

    private static string Rest(Listening listening, int pressed) =>
        (listening.NumDigits, listening.FinishOnKey) switch
        {
            ({ } digits, _) => $"{digits - pressed} {(digits - pressed == 1 ? "key" : "keys")}{(pressed > 0 ? " more" : "")}",
            (null, "") => "keys, then an empty line",
            (null, var key) => $"keys, then {key}",
        };

    private static string? Line(PhoneEvent happened) =>
        happened switch
        {
            Spoken spoken => $"  ☎ {spoken.Text}",
            Played played => $"  ☎ [{played.Url}]",
            Whispered whispered => $"  · whispered to the person: {whispered.Text}",
            CallerDid did => $"  ☺ {Words(did)}",
            LineDid did => $"  · {Words(did)}",
            _ => null,
        };

    private static string Words(CallerDid did) =>
        did.Deed switch
        {
            CallerDeed.Presses => $"presses {did.Detail}",
            CallerDeed.Says => $"says {did.Detail}",
            CallerDeed.IsSilent => "is silent",
            CallerDeed.LeavesMessage => $"leaves a message of {did.Detail} s",
            CallerDeed.HangsUp => "hangs up",
        };

    private static string Words(LineDid did) =>
        did.Deed switch
        {
            LineDeed.Queues => $"waits in the queue {did.Detail}",
            LineDeed.Rings => $"rings {did.Detail}",
            LineDeed.Records => "records a message",
            LineDeed.EndsTransfer => $"the other end: {did.Detail}",
            LineDeed.LosesKeys => $"nobody listens to keys now: {did.Detail} is lost",
            LineDeed.LosesWords => "nobody listens to words now: they are lost; press keys",
            LineDeed.CannotUse => $"the hotline answered nothing that Twilio can play: {did.Detail}",
            LineDeed.CannotPlay => $"{did.Detail} is a verb that this telephone does not play",
            LineDeed.Ends => $"over: {Words(Enum.Parse<CallEnd>(did.Detail))}",
        };

    private static string Words(CallEnd end) =>
        end switch
        {
            CallEnd.CallerHungUp => "the caller hung up",
            CallEnd.HotlineHungUp => "the hotline hung up",
            CallEnd.NothingLeft => "the hotline had nothing more to say",
            CallEnd.NothingUsable => "not even the fallback URL answered anything that Twilio can play",
            CallEnd.GoesRound => "the hotline sent the call round and round without asking anything",
        };
}
