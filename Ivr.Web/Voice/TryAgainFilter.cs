using System.Security.Cryptography;
using Ivr.Data.Connections;

namespace Ivr.Web.Voice;

/// <summary>
/// Takes the whole turn again where the database says that it is worth it. A turn whose commit went through unheard is found as one that was
/// taken, and answered with its own bytes.
/// </summary>
public sealed class TryAgainFilter(TurnScope scope, Dialect dialect, ILogger<TryAgainFilter> log) : IEndpointFilter
{
    private const int Tries = 3;
    private const int ShortestWait = 10;
    private const int LongestWait = 100;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await next(context);
            }
            catch (Exception cause) when (attempt < Tries && dialect.WorthAnotherTry(cause) is { } why)
            {
                log.TurnIsTakenAgain(context.HttpContext.Request.Path, why);
            }

            await scope.StartOverAsync();

            // Not at once, and not all together: who was in the way may still be there.
            var wait = RandomNumberGenerator.GetInt32(ShortestWait, LongestWait * attempt);
            await Task.Delay(wait, context.HttpContext.RequestAborted);
        }
    }
}
