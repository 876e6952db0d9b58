using Ivr.Flows.Calls;
using Ivr.Flows.Prompts;
using Ivr.Web.Hosting;
using Microsoft.Extensions.Options;
using Twilio.TwiML.Voice;
using Language = Ivr.Flows.Language;
using Prompt = Ivr.Flows.Prompts.Prompt;
using Say = Twilio.TwiML.Voice.Say;

namespace Ivr.Web.Voice;

/// <summary>Makes prompts into what Twilio says or plays.</summary>
public sealed class SpokenTwiml(PromptBook prompts, IOptions<HotlineOptions> options, TimeProvider clock)
{
    /// <summary>Long enough to tell one option from the next, and under the second after which callers take it for their turn.</summary>
    private const string BetweenOptions = "600ms";

    private readonly VoiceOptions voices = options.Value.Voices;

    /// <param name="pause">A pause follows, where the voice takes one.</param>
    public void Speak(Twilio.TwiML.TwiML parent, Prompt prompt, PromptForm form, Language language, Pace pace, bool pause = false)
    {
        if (prompts.FindAudio(prompt, form, language) is { } recording)
        {
            parent.Append(new Play(Address.Recording(recording)));
            return;
        }

        Say? last = null;
        foreach (var part in SpokenText.Split(prompts.Say(prompt, form, language, clock.GetUtcNow())))
        {
            parent.Append(last = Voice(part, language, pace));
        }

        if (pause && voices.For(language).TakesPace == true)
        {
            last?.Break(time: BetweenOptions);
        }
    }

    public void Speak(Twilio.TwiML.TwiML parent, IEnumerable<Prompt> all, Language language)
    {
        foreach (var prompt in all)
        {
            Speak(parent, prompt, PromptForm.Text, language, Pace.Usual);
        }
    }

    private Say Voice(string text, Language language, Pace pace)
    {
        var voice = voices.For(language);
        var clean = SpokenText.Clean(text);
        return voice.TakesPace == true && Rate(pace) is { } rate
            ? new Say(voice: voice.Voice, language: voice.Speaks).Prosody(clean, rate: rate)
            : new Say(clean, voice: voice.Voice, language: voice.Speaks);
    }

    private static string? Rate(Pace pace) =>
        pace switch
        {
            Pace.Usual => null,
            Pace.Slower => "85%",
            Pace.Faster => "115%",
        };
}
