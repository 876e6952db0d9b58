using Ivr.Flows;
using Ivr.Flows.Prompts;
using Ivr.Web.Hosting;
using Microsoft.Extensions.Options;
using Twilio.TwiML.Voice;

namespace Ivr.Web.Voice;

/// <summary>Makes prompts into what Twilio says or plays.</summary>
public sealed class SpokenTwiml(PromptBook prompts, IOptions<HotlineOptions> options, TimeProvider clock)
{
    private readonly VoiceOptions voices = options.Value.Voices;

    public void Speak(Twilio.TwiML.TwiML parent, Prompt prompt, PromptForm form, Language language)
    {
        if (prompts.FindAudio(prompt, form, language) is { } recording)
        {
            parent.Append(new Play(Address.Recording(recording)));
            return;
        }

        foreach (var part in SpokenText.Split(prompts.Say(prompt, form, language, clock.GetUtcNow())))
        {
            parent.Append(new Say(SpokenText.Clean(part), voice: voices.For(language).Voice, language: voices.For(language).Speaks));
        }
    }

    public void Speak(Twilio.TwiML.TwiML parent, IEnumerable<Prompt> all, Language language)
    {
        foreach (var prompt in all)
        {
            Speak(parent, prompt, PromptForm.Text, language);
        }
    }
}
