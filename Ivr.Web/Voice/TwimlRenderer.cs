using System.Xml.Linq;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;
using Ivr.Flows.Understanding;
using Ivr.Web.Hosting;
using Microsoft.Extensions.Options;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;
using Say = Twilio.TwiML.Voice.Say;

namespace Ivr.Web.Voice;

/// <summary>Turns replies into TwiML. The only place that writes any.</summary>
public sealed class TwimlRenderer(
    PromptBook prompts,
    PhraseBook phrases,
    HotlineLanguages languages,
    IOptions<HotlineOptions> options,
    TimeProvider clock
)
{
    private readonly VoiceOptions voices = options.Value.Voices;
    private readonly TransferRenderer transfers = new(options.Value.Agents);

    /// <param name="nextTurn">The turn that the caller's answer will be.</param>
    public string Render(Reply reply, int nextTurn)
    {
        var response = new VoiceResponse();
        var turn = Address.Turn(nextTurn);
        switch (reply.Ending)
        {
            case Ending.Listen listen:
                Speak(response, reply.Spoken.Where(spoken => spoken.Firm));
                var gather = Listener.For(listen, turn, voices.For(reply.Language), Hints(listen, reply.Language));
                Speak(gather, reply.Spoken.Where(spoken => !spoken.Firm));
                response.Append(gather);
                break;
            case Ending.ConnectTo connect:
                Speak(response, reply.Spoken);
                response.Append(transfers.To(connect.Handover, turn, Address.Wait(nextTurn)));
                break;
            case Ending.HangUp:
                Speak(response, reply.Spoken);
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
    public string LastResort() =>
        Write(Apologise(CommonPrompts.Sorry).Append(transfers.Blind()).Append(Voice(CommonPrompts.Sorry, languages.First)).Hangup());

    /// <summary>The call is over; nothing that is said now is heard.</summary>
    public static string Inert() => Write(new VoiceResponse().Hangup());

    /// <summary>For callbacks that only tell.</summary>
    public static string Nothing() => Write(new VoiceResponse());

    /// <summary>One round of waiting in the queue.</summary>
    public string Wait(Language language) => Write(new VoiceResponse().Append(Voice(AgentPrompts.Waiting, language)).Pause(length: 20));

    /// <summary>The wait was long enough.</summary>
    public static string LeaveQueue() => Write(new VoiceResponse().Leave());

    private static string Write(VoiceResponse response) => response.ToString(SaveOptions.DisableFormatting);

    private VoiceResponse Apologise(Prompt prompt) => new VoiceResponse().Append(Voice(prompt, languages.First));

    private Say Voice(Prompt prompt, Language language) =>
        Voice(prompts.Say(prompt, PromptForm.Text, language, clock.GetUtcNow()), language);

    private Say Voice(string text, Language language) =>
        new(SpokenText.Clean(text), voice: voices.For(language).Voice, language: voices.For(language).Speaks);

    private void Speak(Twilio.TwiML.TwiML parent, IEnumerable<Spoken> all)
    {
        foreach (var spoken in all)
        {
            if (prompts.FindAudio(spoken.Prompt, spoken.Form, spoken.Language) is { } recording)
            {
                parent.Append(new Play(Address.Recording(recording)));
                continue;
            }

            var text = prompts.Say(spoken.Prompt, spoken.Form, spoken.Language, clock.GetUtcNow());
            foreach (var part in SpokenText.Split(text))
            {
                parent.Append(Voice(part, spoken.Language));
            }
        }
    }

    private string Hints(Ending.Listen listen, Language language)
    {
        var groups = listen.Answer.Choices.Select(option => option.Phrases);
        return RecogniserHints.From(groups.Concat(Phrases.Everywhere).SelectMany(group => phrases.In(language, group)));
    }
}
