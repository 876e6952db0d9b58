using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
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
            .Configure<IConfiguration>(
                (options, configuration) =>
                {
                    configuration.GetSection("Twilio:RequestValidation").Bind(options);
                    if (string.IsNullOrEmpty(options.AuthToken))
                    {
                        options.AuthToken = configuration["Twilio:AuthToken"]!;
                    }

                    options.BaseUrlOverride = options.BaseUrlOverride?.TrimEnd('/');
                }
            );
        return services;
    }
}

public class ValidateTwilioRequestFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext efiContext, EndpointFilterDelegate next)
    {
        var context = efiContext.HttpContext;
        var options = context.RequestServices.GetRequiredService<IOptionsSnapshot<TwilioRequestValidationOptions>>().Value;
        var request = context.Request;
        var url = options.BaseUrlOverride is null
            ? request.GetEncodedUrl()
            : $"{options.BaseUrlOverride}{request.Path}{request.QueryString}";
        var form = request.HasFormContentType
            ? (await request.ReadFormAsync()).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal)
            : [];
        return new RequestValidator(options.AuthToken).Validate(url, form, request.Headers["X-Twilio-Signature"].ToString())
            ? await next(efiContext)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}

public static class TwilioFilterExtensions
{
    public static RouteGroupBuilder ValidateTwilioRequest(this RouteGroupBuilder builder) =>
        builder.AddEndpointFilter<RouteGroupBuilder, ValidateTwilioRequestFilter>();
}
