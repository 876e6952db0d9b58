using System.Xml.Linq;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Flows.Prompts;
using Ivr.Flows.Understanding;
using Ivr.Web.Hosting;
using Microsoft.Extensions.Options;
using Twilio.TwiML;
using HttpMethod = Twilio.Http.HttpMethod;
using Language = Ivr.Flows.Language;
using Prompt = Ivr.Flows.Prompts.Prompt;

namespace Ivr.Web.Voice;

/// <summary>Turns replies into TwiML. The only place that writes any.</summary>
public sealed class TwimlRenderer(
    PhraseBook phrases,
    HotlineLanguages languages,
    IOptions<HotlineOptions> options,
    SpeechPolicy policy,
    SpokenTwiml voice
)
{
    /// <summary>More than these need pauses between them.</summary>
    private const int FewOptions = 3;

    /// <summary>Besides what is said, from one question for an outcome to the next.</summary>
    private const int SecondsBetweenRounds = 2;

    private readonly VoiceOptions voices = options.Value.Voices;
    private readonly TransferRenderer transfers = new(options.Value.Agents);

    /// <param name="nextTurn">The turn that the caller's answer will be.</param>
    /// <param name="handover">What the person who takes over asks for by this identifier; null where nobody does.</param>
    public string Render(Reply reply, int nextTurn, string? handover = null)
    {
        var response = new VoiceResponse();
        var turn = Address.Turn(nextTurn);
        switch (reply.Ending)
        {
            case Ending.Listen listen:
                Speak(response, reply.Spoken.Where(spoken => spoken.Firm), reply.Manner.Pace);
                var heard = listen with { KeysOnly = listen.KeysOnly || !policy.Takes(listen.Answer) };
                var gather = Listener.For(heard, reply.Manner, turn, voices.For(reply.Language), Hints(listen, reply.Language));
                Speak(gather, reply.Spoken.Where(spoken => !spoken.Firm), reply.Manner.Pace, listen.Answer.Choices.Count > FewOptions);
                response.Append(gather);
                break;
            case Ending.ConnectTo connect:
                Speak(response, reply.Spoken, reply.Manner.Pace);
                response.Append(transfers.To(connect.Handover, handover ?? "", turn, Address.Wait(nextTurn)));
                break;
            case Ending.TakeMessage:
                Speak(response, reply.Spoken, reply.Manner.Pace);
                response.Append(MessageRecorder.Record(turn));
                // An empty recording may not be told to its action.
                response.Redirect(turn, HttpMethod.Post);
                break;
            case Ending.HangUp:
                Speak(response, reply.Spoken, reply.Manner.Pace);
                response.Hangup();
                break;
        }

        return Write(response);
    }

    /// <summary>Something broke in a turn: one sentence, then the call goes on where it stood.</summary>
    public string Resume() => Write(Apologise(CommonPrompts.StartOver).Redirect(Address.Fallback, HttpMethod.Post));

    /// <summary>The call is not known here: it begins again.</summary>
    public string StartOver() => Write(Apologise(CommonPrompts.StartOver).Redirect(Address.Incoming, HttpMethod.Post));

    /// <summary>Nothing works, not even the database: to a person by configuration alone.</summary>
    public string LastResort() => Write(Say(Apologise(CommonPrompts.Sorry).Append(transfers.Blind()), CommonPrompts.Sorry).Hangup());

    /// <summary>A turn is still being worked on: in a moment its outcome is asked for. The language of the call is not known here.</summary>
    public string OneMoment(int turn, int round) =>
        Write(Wait(round == 1 ? PromptForm.Text : PromptForm.Again).Redirect(Address.Outcome(turn, round), HttpMethod.Post));

    /// <summary>A turn was not begun, so many are served: in a moment the call goes on where it stood.</summary>
    public string NotYet() => Write(Wait(PromptForm.Text).Redirect(Address.Fallback, HttpMethod.Post));

    /// <summary>Whether a turn was taken could not be found out: says neither, and goes to a person.</summary>
    public string NotKnown() =>
        Write(SayToAll(new VoiceResponse(), CommonPrompts.NotKnown, PromptForm.Text).Append(transfers.Blind()).Hangup());

    /// <summary>So many are served that nothing new is begun.</summary>
    public string Busy() => Write(SayToAll(new VoiceResponse(), CommonPrompts.Busy, PromptForm.Text).Append(transfers.Blind()).Hangup());

    /// <summary>Nothing works, and the caller has waited for a person long enough.</summary>
    public string CallLater() => Write(Apologise(CommonPrompts.CallLater).Hangup());

    /// <summary>The call is over; nothing that is said now is heard.</summary>
    public static string Inert() => Write(new VoiceResponse().Hangup());

    /// <summary>For callbacks that only tell.</summary>
    public static string Nothing() => Write(new VoiceResponse());

    /// <summary>The wait was long enough.</summary>
    public static string LeaveQueue() => Write(new VoiceResponse().Leave());

    private static string Write(VoiceResponse response) => response.ToString(SaveOptions.DisableFormatting);

    private VoiceResponse Apologise(Prompt prompt) => Say(new VoiceResponse(), prompt);

    private VoiceResponse Say(VoiceResponse response, Prompt prompt)
    {
        voice.Speak(response, prompt, PromptForm.Text, languages.First, Pace.Usual);
        return response;
    }

    private VoiceResponse Wait(PromptForm form) => SayToAll(new VoiceResponse(), CommonPrompts.OneMoment, form).Pause(SecondsBetweenRounds);

    private VoiceResponse SayToAll(VoiceResponse response, Prompt prompt, PromptForm form)
    {
        foreach (var language in new[] { languages.First, languages.Other ?? languages.First }.Distinct())
        {
            voice.Speak(response, prompt, form, language, Pace.Usual);
        }

        return response;
    }

    private void Speak(Twilio.TwiML.TwiML parent, IEnumerable<Spoken> all, Pace pace, bool pauses = false)
    {
        foreach (var spoken in all)
        {
            voice.Speak(parent, spoken.Prompt, spoken.Form, spoken.Language, pace, pauses);
        }
    }

    private string Hints(Ending.Listen listen, Language language)
    {
        var groups = listen.Answer.Choices.Select(option => option.Phrases);
        return RecogniserHints.From(groups.Concat(Phrases.Everywhere).SelectMany(group => phrases.In(language, group)));
    }
}
