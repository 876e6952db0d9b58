using Microsoft.Extensions.Options;
using Twilio.AspNet.Core;

namespace Ivr.Web.Voice;

/// <summary>
/// Twilio's validator, asked a second time with <c>Twilio:SecondaryAuthToken</c> where the first token did not sign: while the account's token is
/// rotated, no webhook of a running call is refused.
/// </summary>
public static class EitherToken
{
    private static readonly ValidateTwilioRequestFilter Validator = new();
    private static readonly object Signed = new();

    public static async ValueTask<object?> Validate(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var services = invocation.HttpContext.RequestServices;
        var verdict = await Validator.InvokeAsync(invocation, Pass);
        if (verdict != Signed && services.GetRequiredService<IConfiguration>()["Twilio:SecondaryAuthToken"] is { Length: > 0 } second)
        {
            // The options of this request alone.
            services.GetRequiredService<IOptionsSnapshot<TwilioRequestValidationOptions>>().Value.AuthToken = second;
            verdict = await Validator.InvokeAsync(invocation, Pass);
        }

        return verdict == Signed ? await next(invocation) : verdict;
    }

    private static ValueTask<object?> Pass(EndpointFilterInvocationContext invocation) => ValueTask.FromResult<object?>(Signed);
}
