using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twilio.Security;

namespace Twilio.AspNet.Core;

public class TwilioRequestValidationOptions
{
    public string AuthToken { get; set; } = null!;
    public string? BaseUrlOverride { get; set; }
    public bool? AllowLocal { get; set; }
}

public static class RequestValidationDependencyInjectionExtensions
{
    public static IServiceCollection AddTwilioRequestValidation(this IServiceCollection services)
    {
        services
            .AddOptions<TwilioRequestValidationOptions>()
            .Configure<IConfiguration>(Read)
            .Validate(
                options => !string.IsNullOrEmpty(options.AuthToken),
                "Twilio:AuthToken or Twilio:RequestValidation:AuthToken option is required."
            );
        return services;
    }

    private static void Read(TwilioRequestValidationOptions options, IConfiguration configuration)
    {
        var twilio = configuration.GetSection("Twilio");
        if (!twilio.Exists())
        {
            throw new Exception("Twilio options not configured.");
        }

        twilio.GetSection("RequestValidation").Bind(options);
        if (string.IsNullOrEmpty(options.AuthToken))
        {
            options.AuthToken = twilio["AuthToken"]!;
        }

        options.BaseUrlOverride = string.IsNullOrEmpty(options.BaseUrlOverride) ? null : options.BaseUrlOverride.TrimEnd('/');
    }
}

public class ValidateTwilioRequestFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext efiContext, EndpointFilterDelegate next)
    {
        var context = efiContext.HttpContext;
        var options = context.RequestServices.GetRequiredService<IOptionsSnapshot<TwilioRequestValidationOptions>>().Value;
        return (options.AllowLocal is true && IsLocal(context)) || await IsSignedAsync(context.Request, options)
            ? await next(efiContext)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task<bool> IsSignedAsync(HttpRequest request, TwilioRequestValidationOptions options)
    {
        // The path base and, with https, the port are left out, as the real filter leaves them out.
        var host = request.IsHttps ? request.Host.Host : request.Host.ToString();
        var url = $"{options.BaseUrlOverride ?? $"{request.Scheme}://{host}"}{request.Path}{request.QueryString}";
        var form = request.HasFormContentType
            ? (await request.ReadFormAsync()).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal)
            : [];
        return new RequestValidator(options.AuthToken).Validate(url, form, request.Headers["X-Twilio-Signature"].ToString());
    }

    private static bool IsLocal(HttpContext context) =>
        !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && context.Connection switch
        {
            { RemoteIpAddress: null, LocalIpAddress: null } => true,
            { RemoteIpAddress: null } => false,
            { LocalIpAddress: null } connection => IPAddress.IsLoopback(connection.RemoteIpAddress),
            var connection => connection.RemoteIpAddress.Equals(connection.LocalIpAddress),
        };
}

public static class TwilioFilterExtensions
{
    public static RouteGroupBuilder ValidateTwilioRequest(this RouteGroupBuilder builder) =>
        builder.AddEndpointFilter<RouteGroupBuilder, ValidateTwilioRequestFilter>();

    public static RouteHandlerBuilder ValidateTwilioRequest(this RouteHandlerBuilder builder) =>
        builder.AddEndpointFilter<ValidateTwilioRequestFilter>();
}
