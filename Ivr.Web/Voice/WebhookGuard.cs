namespace Ivr.Web.Voice;

/// <summary>Turns away what cannot be a webhook before anything else looks at it.</summary>
public static class WebhookGuard
{
    private const string Signature = "X-Twilio-Signature";

    /// <summary>Twilio's validator throws where the header is missing, so this refuses first.</summary>
    public static async ValueTask<object?> RefuseUnsigned(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var request = invocation.HttpContext.Request;
        if (string.IsNullOrEmpty(request.Headers[Signature]))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        return await CanReadAsync(request) ? await next(invocation) : Results.StatusCode(StatusCodes.Status400BadRequest);
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
        catch (Exception cause) when (cause is InvalidDataException or BadHttpRequestException or IOException)
        {
            return false;
        }
    }
}
