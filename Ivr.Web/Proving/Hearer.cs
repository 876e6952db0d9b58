using Ivr.Flows;
using Ivr.Flows.Engine;
using Ivr.Flows.Prompts;
using Ivr.Web.Voice;

namespace Ivr.Web.Proving;

/// <summary>Hears what a reply says, and whether every language could say it.</summary>
public sealed class Hearer(IServiceProvider services, DateTimeOffset now)
{
    private const double Slow = 0.85;

    private readonly PromptBook prompts = services.GetRequiredService<PromptBook>();
    private readonly TwimlRenderer twiml = services.GetRequiredService<TwimlRenderer>();

    public Hearing Hear(Reply reply)
    {
        var texts = new List<(string, string)>();
        string? missing = null;
        var seconds = 0.0;
        foreach (var spoken in reply.Spoken)
        {
            foreach (var language in prompts.Languages)
            {
                try
                {
                    var text = prompts.Say(spoken.Prompt, spoken.Form, language, now);
                    if (language == spoken.Language)
                    {
                        texts.Add((spoken.Prompt.Key, text));
                        seconds += ReadingTime.Seconds(text, language);
                    }
                }
                catch (KeyNotFoundException cause)
                {
                    missing ??= cause.Message;
                }
            }
        }

        if (missing is null)
        {
            twiml.Render(reply, 1, "proof");
        }

        var pace = reply.Manner.Pace == Ivr.Flows.Calls.Pace.Slower ? Slow : 1;
        return new Hearing(texts, seconds / pace, missing);
    }

    public string Say(Prompt prompt, Language language) => prompts.Say(prompt, PromptForm.Text, language, now);
}
