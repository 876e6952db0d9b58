using System.Text.Json;
using Ivr.Flows;
using Ivr.Flows.Engine;
using Ivr.Web.Hosting;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Ivr.Web.Voice;

/// <summary>Sends a caller to a person, with what is known as context. Only configured places are ever dialled.</summary>
public sealed class TransferRenderer(AgentOptions agents)
{
    public Twilio.TwiML.TwiML To(Handover handover, Uri action, Uri wait)
    {
        if (agents.Workflow is { } workflow)
        {
            return new Enqueue(
                workflowSid: workflow,
                action: action,
                method: HttpMethod.Post,
                waitUrl: wait,
                waitUrlMethod: HttpMethod.Post
            ).Task(JsonSerializer.Serialize(Context(handover)));
        }

        if (agents.Queue is { } queue)
        {
            return new Enqueue(queue, action: action, method: HttpMethod.Post, waitUrl: wait, waitUrlMethod: HttpMethod.Post);
        }

        return Dial(handover, action);
    }

    /// <summary>Without context or a way back, for when nothing but the configuration is left.</summary>
    public Twilio.TwiML.TwiML Blind() =>
        (agents.Workflow, agents.Queue) switch
        {
            ({ } workflow, _) => new Enqueue(workflowSid: workflow).Task("{}"),
            (null, { } queue) => new Enqueue(queue),
            _ => Dial(null, null),
        };

    private Dial Dial(Handover? handover, Uri? action)
    {
        var dial = new Dial(
            action: action,
            method: action is null ? null : HttpMethod.Post,
            timeout: agents.RingSeconds,
            timeLimit: agents.TimeLimitSeconds
        );
        var context = handover is null ? [] : Context(handover);
        if (agents.Number is { } number)
        {
            return dial.Number(number);
        }

        if (agents.Sip is { } sip)
        {
            var headers = string.Join('&', context.Select(pair => $"x-{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
            return dial.Sip(new Uri(headers.Length > 0 ? $"{sip}?{headers}" : sip));
        }

        var client = new Client().Identity(agents.Client);
        foreach (var (name, value) in context)
        {
            client.Parameter(name, value);
        }

        dial.Append(client);
        return dial;
    }

    /// <summary>What the person sees; nothing in it names the caller.</summary>
    private static Dictionary<string, string> Context(Handover handover)
    {
        var context = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["topic"] = handover.Topic,
            ["state"] = handover.State,
            ["level"] = handover.Level.ToString(),
            ["language"] = handover.Language.Tag(),
        };
        if (handover.CaseNo is { } caseNo)
        {
            context["case"] = caseNo;
        }

        if (handover.ForFamily)
        {
            context["caller"] = "family";
        }

        return context;
    }
}
