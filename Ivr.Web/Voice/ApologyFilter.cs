namespace Ivr.Web.Voice;

/// <summary>
/// Whatever breaks, the caller hears a sentence and keeps a way out: Twilio would play an error of its own for any other status than 200. What
/// was not committed never happened. Who waits in a queue waits on: no call can be sent elsewhere from there.
/// </summary>
public sealed class ApologyFilter(TwimlRenderer twiml, ILogger<ApologyFilter> log, Metrics metrics) : IEndpointFilter
{
    /// <summary>Twilio gives up after 15 seconds, retries included; callers long before.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var waits = request.Path.Value!.TrimEnd('/').EndsWith("/wait", StringComparison.OrdinalIgnoreCase);
        try
        {
            if (VoiceWebhook.NamesCall(await request.ReadFormAsync()))
            {
                return await next(context);
            }

            log.NamesNoCall(request.Path);
            return new TwimlResult(waits ? twiml.Wait(null) : twiml.LastResort());
        }
        catch (Exception cause)
        {
            log.TurnBroke(cause, request.Path);
            metrics.TurnBroke();
            return new TwimlResult(
                waits ? twiml.Wait(null)
                : request.Path == Address.Fallback.OriginalString ? twiml.LastResort()
                : twiml.Resume()
            );
        }
    }
}
