using System.Globalization;
using Ivr.Data.Connections;
using Ivr.Flows.Calls;
using Ivr.Web.Hosting;
using Ivr.Web.Messages;
using Microsoft.Extensions.Options;

namespace Ivr.Web.Voice;

/// <summary>
/// Whatever breaks, the caller hears a sentence and keeps a way out: Twilio would play an error of its own for any other status than 200. What
/// was not committed never happened. Who waits in a queue waits on, for no call can be sent elsewhere from there, but no longer than anybody.
/// </summary>
public sealed class ApologyFilter(
    TwimlRenderer twiml,
    QueueRenderer queue,
    HotlineLanguages languages,
    IOptions<HotlineOptions> options,
    ILogger<ApologyFilter> log,
    Metrics metrics
) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        try
        {
            if (IsReceipt(request.Path) || VoiceWebhook.NamesCall(await request.ReadFormAsync()))
            {
                return await next(context);
            }

            log.NamesNoCall(request.Path);
            return new TwimlResult(IsInQueue(request.Path) ? queue.MusicOnly(languages.First) : twiml.LastResort());
        }
        catch (Exception cause)
        {
            var webhook = VoiceWebhook.Read(await request.ReadFormAsync(), request.Query);
            Note(cause, request.Path, webhook.CallSid);
            return new TwimlResult(Instead(context.HttpContext, webhook, cause));
        }
    }

    private void Note(Exception cause, PathString path, string callSid)
    {
        switch (cause)
        {
            case TooLateException:
                log.NotInTime(callSid, path);
                metrics.TurnBroke("late");
                break;
            case CrowdedException:
                log.Crowded(callSid, path);
                metrics.TurnBroke("crowded");
                break;
            case CommitInDoubtException:
                log.CommitInDoubt(cause, callSid, path);
                metrics.TurnBroke("doubt");
                break;
            default:
                log.TurnBroke(cause, callSid, path);
                metrics.TurnBroke("broken");
                break;
        }
    }

    /// <summary>A person who was rung is let go, and who waited in vain is not sent back to wait again.</summary>
    private string Instead(HttpContext context, VoiceWebhook webhook, Exception cause)
    {
        var path = context.Request.Path;
        return path == Address.Fallback.OriginalString ? twiml.LastResort()
            : path.StartsWithSegments("/voice/whispers", StringComparison.Ordinal) || path == Address.Message.OriginalString
                ? TwimlRenderer.Inert()
            : IsReceipt(path) ? TwimlRenderer.Nothing()
            : IsInQueue(path) && IsWaitedOut(webhook) ? TwimlRenderer.LeaveQueue()
            : IsInQueue(path) ? queue.MusicOnly(languages.First)
            : TurnInDoubt(context, cause) is { } turn ? AskLater(turn, Number(context, "round") ?? 0)
            : cause is CrowdedException ? NotNow(path)
            : TransferOutcomes.OfQueue(webhook.QueueResult) == TransferOutcome.WaitedTooLong && IsWaitedOut(webhook) ? twiml.CallLater()
            : twiml.Resume();
    }

    /// <summary>The turn of which neither "done" nor "not done" may be said; null where nothing was begun, or all of it is undone.</summary>
    private static int? TurnInDoubt(HttpContext context, Exception cause) =>
        cause is TooLateException or CommitInDoubtException || Number(context, "round") is not null ? Number(context, "turn") : null;

    private string AskLater(int turn, int round) => round < OutcomeService.Rounds ? twiml.OneMoment(turn, round + 1) : twiml.NotKnown();

    private string NotNow(PathString path) => path == Address.Incoming.OriginalString ? twiml.Busy() : twiml.NotYet();

    private static int? Number(HttpContext context, string name) =>
        context.GetRouteValue(name) is string text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private bool IsWaitedOut(VoiceWebhook webhook) => options.Value.Agents.IsWaitedOut(webhook.QueueTime);

    /// <summary>What is told of a short message names no call, and nobody hears the answer.</summary>
    private static bool IsReceipt(PathString path) =>
        path.StartsWithSegments(MessageEndpoints.Receipts, StringComparison.OrdinalIgnoreCase);

    private static bool IsInQueue(PathString path) =>
        path.Value?.TrimEnd('/') is { } text
        && (text.EndsWith("/wait", StringComparison.OrdinalIgnoreCase) || text.EndsWith("/queue-key", StringComparison.OrdinalIgnoreCase));
}
