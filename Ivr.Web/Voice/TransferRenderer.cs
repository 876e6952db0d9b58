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
    /// <summary>Before all other tasks of a workflow.</summary>
    private const int UrgentPriority = 100;

    /// <summary>Before those who have not waited yet.</summary>
    private const int KeptPlacePriority = 50;

    /// <param name="id">What the person asks for the rest by.</param>
    public Twilio.TwiML.TwiML To(Handover handover, string id, Uri action, Uri wait)
    {
        if (agents.Workflow is { } workflow)
        {
            return new Enqueue(
                workflowSid: workflow,
                action: action,
                method: HttpMethod.Post,
                waitUrl: wait,
                waitUrlMethod: HttpMethod.Post
            ).Task(JsonSerializer.Serialize(Context(handover, id)), priority: PriorityOf(handover));
        }

        if (agents.Queue is not null)
        {
            return new Enqueue(
                agents.QueueOf(handover.ComesFirst),
                action: action,
                method: HttpMethod.Post,
                waitUrl: wait,
                waitUrlMethod: HttpMethod.Post
            );
        }

        return Dial(Context(handover, id), action, Address.Whisper(id));
    }

    /// <summary>Without context or a way back, for when nothing but the configuration is left.</summary>
    public Twilio.TwiML.TwiML Blind() =>
        (agents.Workflow, agents.Queue) switch
        {
            ({ } workflow, _) => new Enqueue(workflowSid: workflow).Task("{}"),
            (null, { } queue) => new Enqueue(queue),
            _ => Dial([], null, null),
        };

    private static int? PriorityOf(Handover handover) =>
        handover.IsUrgent ? UrgentPriority
        : handover.ComesFirst ? KeptPlacePriority
        : null;

    private Dial Dial(Dictionary<string, string> context, Uri? action, Uri? whisper)
    {
        var dial = new Dial(
            action: action,
            method: action is null ? null : HttpMethod.Post,
            timeout: agents.RingSeconds,
            timeLimit: agents.TimeLimitSeconds
        );
        var method = whisper is null ? null : HttpMethod.Post;
        dial.Append(
            agents switch
            {
                { Number: { } number } => new Number(number, url: whisper, method: method),
                { Sip: { } sip } => new Sip(WithHeaders(sip, context), url: whisper, method: method),
                _ => WithParameters(new Client(url: whisper, method: method).Identity(agents.Client), context),
            }
        );
        return dial;
    }

    private static Uri WithHeaders(string sip, Dictionary<string, string> context)
    {
        var headers = string.Join('&', context.Select(pair => $"x-{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        return new Uri(headers.Length > 0 ? $"{sip}?{headers}" : sip);
    }

    private static Client WithParameters(Client client, Dictionary<string, string> context)
    {
        foreach (var (name, value) in context)
        {
            client.Parameter(name, value);
        }

        return client;
    }

    /// <summary>What the person sees; nothing in it names the caller.</summary>
    private static Dictionary<string, string> Context(Handover handover, string id)
    {
        var context = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["handover"] = id,
            ["topic"] = handover.Topic,
            ["state"] = handover.State,
            ["level"] = handover.Level.ToString(),
            ["language"] = handover.Language.Tag(),
        };
        if (handover.IsUrgent)
        {
            context["urgent"] = "true";
        }

        if (handover.WasCalledBack)
        {
            context["callback"] = "true";
        }

        if (handover.Detail is { } detail)
        {
            context["detail"] = detail;
        }

        if (handover.Words is { } words)
        {
            context["words"] = words;
        }

        if (handover.CaseNo is { } caseNo)
        {
            context["case"] = caseNo;
        }

        if (handover.Trouble is { } trouble)
        {
            context["trouble"] = trouble.ToString();
        }

        if (handover.ForFamily)
        {
            context["caller"] = "family";
        }

        return context;
    }
}
