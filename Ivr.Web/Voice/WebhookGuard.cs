using Microsoft.Extensions.Options;
using Twilio.AspNet.Core;

namespace Ivr.Web.Voice;

/// <summary>Turns away what cannot be a webhook before anything else looks at it.</summary>
public static class WebhookGuard
{
    private const string Signature = "X-Twilio-Signature";

    /// <summary>
    /// Twilio's validator throws where the header is missing, and signs with nothing where there is no token: this refuses first. What the
    /// validator cannot judge, such as a request that names no host, is not signed either.
    /// </summary>
    public static async ValueTask<object?> RefuseUnsigned(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (string.IsNullOrEmpty(context.Request.Headers[Signature]) || !HasToken(context))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!await CanReadAsync(context.Request))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        try
        {
            return await next(invocation);
        }
        catch (UriFormatException)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
    }

    /// <summary>After the signature: a field that is read and comes twice has no one meaning; another account's call is not ours.</summary>
    public static EndpointFilterDelegate RefuseForeign(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var configuration = context.ApplicationServices.GetRequiredService<IConfiguration>();
        return async invocation =>
        {
            var form = await invocation.HttpContext.Request.ReadFormAsync();
            if (VoiceWebhook.Consumed.Any(name => form[name].Count > 1 || invocation.HttpContext.Request.Query.ContainsKey(name)))
            {
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            }

            return configuration["Twilio:AccountSid"] is { Length: > 0 } ours && form["AccountSid"] != ours
                ? Results.StatusCode(StatusCodes.Status403Forbidden)
                : await next(invocation);
        };
    }

    private static bool HasToken(HttpContext context)
    {
        try
        {
            return context.RequestServices.GetRequiredService<IOptionsSnapshot<TwilioRequestValidationOptions>>().Value
                is { AuthToken.Length: > 0 };
        }
        catch (OptionsValidationException)
        {
            return false;
        }
    }

    private static async Task<bool> CanReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return false;
        }

        try
        {
            await request.ReadFormAsync();
            return true;
        }
        catch (Exception cause) when (cause is InvalidDataException or BadHttpRequestException or IOException or NotSupportedException)
        {
            return false;
        }
    }
}
