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
    /// <summary>Twilio gives up after 15 seconds, retries included; callers long before.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

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
            log.TurnBroke(cause, request.Path);
            metrics.TurnBroke();
            return new TwimlResult(Instead(request.Path, VoiceWebhook.Read(await request.ReadFormAsync(), request.Query)));
        }
    }

    /// <summary>A person who was rung is let go, and who waited in vain is not sent back to wait again.</summary>
    private string Instead(PathString path, VoiceWebhook webhook) =>
        path == Address.Fallback.OriginalString ? twiml.LastResort()
        : path.StartsWithSegments("/voice/whispers", StringComparison.Ordinal) || path == Address.Message.OriginalString
            ? TwimlRenderer.Inert()
        : IsReceipt(path) ? TwimlRenderer.Nothing()
        : IsInQueue(path) && IsWaitedOut(webhook) ? TwimlRenderer.LeaveQueue()
        : IsInQueue(path) ? queue.MusicOnly(languages.First)
        : TransferOutcomes.OfQueue(webhook.QueueResult) == TransferOutcome.WaitedTooLong && IsWaitedOut(webhook) ? twiml.CallLater()
        : twiml.Resume();

    private bool IsWaitedOut(VoiceWebhook webhook) => options.Value.Agents.IsWaitedOut(webhook.QueueTime);

    /// <summary>What is told of a short message names no call, and nobody hears the answer.</summary>
    private static bool IsReceipt(PathString path) =>
        path.StartsWithSegments(MessageEndpoints.Receipts, StringComparison.OrdinalIgnoreCase);

    private static bool IsInQueue(PathString path) =>
        path.Value?.TrimEnd('/') is { } text
        && (text.EndsWith("/wait", StringComparison.OrdinalIgnoreCase) || text.EndsWith("/queue-key", StringComparison.OrdinalIgnoreCase));
}
