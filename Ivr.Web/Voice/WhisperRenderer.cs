using System.Xml.Linq;
using Ivr.Flows;
using Ivr.Flows.Engine;
using Ivr.Flows.Flows;
using Ivr.Flows.Speaking;
using Ivr.Flows.Understanding;
using Ivr.Web.Hosting;
using Microsoft.Extensions.Options;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using Language = Ivr.Flows.Language;
using Prompt = Ivr.Flows.Prompts.Prompt;

namespace Ivr.Web.Voice;

/// <summary>Writes what the person who takes over hears before the caller: who accepts presses 1, so that no answering machine does.</summary>
public sealed class WhisperRenderer(SpokenTwiml spoken, IOptions<HotlineOptions> options)
{
    private const string Suffix = "Flow";

    private readonly Language language = Languages.TryParse(options.Value.Agents.Language ?? "", out var own)
        ? own
        : options.Value.SpokenLanguages().First;

    public string Ask(string id, Handover handover)
    {
        var gather = KeyPress.Of(Address.WhisperKey(id), timeout: 8);
        spoken.Speak(gather, Words(handover), language);
        if (handover.Words is { } words)
        {
            spoken.Speak(
                gather,
                [WhisperPrompts.Said(new Name(words.Replace(SafeWords.Figure, " ", StringComparison.Ordinal)))],
                handover.Language
            );
        }

        spoken.Speak(gather, [WhisperPrompts.Accept], language);
        return new VoiceResponse().Append(gather).Append(new Hangup()).ToString(SaveOptions.DisableFormatting);
    }

    private static IEnumerable<Prompt> Words(Handover handover)
    {
        if (handover.IsUrgent)
        {
            yield return WhisperPrompts.Urgent;
        }

        if (handover.WasCalledBack)
        {
            yield return WhisperPrompts.CalledBack;
        }

        yield return WhisperPrompts.About(TopicOf(handover.Topic));
        if (StageOf(handover.State) is { } stage)
        {
            yield return WhisperPrompts.While(stage);
        }

        yield return WhisperPrompts.Proven(handover.Level);
        if (handover.Trouble is { } trouble)
        {
            yield return WhisperPrompts.After(trouble);
        }

        yield return WhisperPrompts.Speaks(handover.Language);
    }

    /// <summary>The topic of a flow, by its name.</summary>
    public static Topic TopicOf(string flow) =>
        flow.EndsWith(Suffix, StringComparison.Ordinal) && Enum.TryParse<Topic>(flow[..^Suffix.Length], out var topic)
            ? topic
            : Topic.Other;

    /// <summary>The stage of a state, by the word its name begins with; null where that says nothing.</summary>
    public static Stage? StageOf(string state) =>
        Enum.GetValues<Stage>()
            .Where(stage => state.StartsWith(stage.ToString(), StringComparison.Ordinal))
            .Select(stage => (Stage?)stage)
            .FirstOrDefault();
}
