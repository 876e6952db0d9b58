using System.Diagnostics;
using System.Globalization;
using Ivr.Data;
using Ivr.Flows.Calls;
using Ivr.Flows.Prompts;
using Ivr.Web.Jobs;
using Ivr.Web.Telephone;
using Ivr.Web.Voice;
using Microsoft.Extensions.Logging.Console;
using Twilio.AspNet.Core;

namespace Ivr.Web.Hosting;

/// <summary>Puts the program together.</summary>
public static class HotlineHost
{
    /// <summary>Largest header section of a request; Twilio's are far smaller.</summary>
    private const int LargestHeaders = 16 * 1024;

    /// <param name="quiet">Only what went wrong is logged: for commands that print something of their own.</param>
    public static WebApplicationBuilder CreateBuilder(string[] settings, bool quiet = false)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Configuration.AddSecretFiles();
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
        });
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.ClearProviders().AddJsonConsole(options => options.UseUtcTimestamp = true);
        }

        // A log that nobody reads must not hold up a call: lines are dropped instead. The audit is no log.
        builder.Services.PostConfigure<ConsoleLoggerOptions>(console => console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite);
        builder.Logging.KeepDiscreet();
        if (quiet)
        {
            builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Ivr", LogLevel.Warning);
        }

        // Before what sends and what answers.
        builder.Services.AddHostedService<RestoreWatch>();
        builder.Services.AddHotline(builder.Configuration);
        builder.Services.AddIvrData(builder.Configuration);
        builder.Services.AddTwilioRequestValidation();
        builder.Services.PostConfigure<TwilioRequestValidationOptions>(validation => validation.AllowLocal = false);
        builder.Services.AddRequestTimeouts();
        if (IsDemo(builder.Configuration))
        {
            builder.Services.AddTelephone();
        }

        return builder;
    }

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.Services.GetRequiredService<PrometheusText>();
        ReadWords(app.Services);
        app.UseRequestTimeouts();
        app.Use(app.Services.GetRequiredService<Drain>().CloseConnectionsAsync);
        app.Use(NeverStored);
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/voice", StringComparison.OrdinalIgnoreCase),
            voice => voice.Use(Timed)
        );
        app.MapVoice();
        app.MapHealth();
        app.MapRecordings();
        if (IsDemo(app.Configuration))
        {
            app.UseStaticFiles();
            app.MapPhone();
        }

        return app;
    }

    /// <summary>Why the host will not start, or nothing. Chinese needs the culture data that some small images leave out.</summary>
    public static IReadOnlyList<string> Complaints(WebApplicationBuilder builder)
    {
        var hotline = builder.Configuration.GetSection(HotlineOptions.Section).Get<HotlineOptions>() ?? new HotlineOptions();
        var complaints = StartupCheck.Complaints(builder.Configuration, hotline, builder.Environment).ToList();
        complaints.AddRange(PolicyCheck.Complaints(builder.Configuration));
        complaints.AddRange(hotline.Agents.Complaints());
        complaints.AddRange(hotline.Voices.Complaints());
        complaints.AddRange(hotline.Confidence.Complaints());
        complaints.AddRange(hotline.Callbacks.Complaints());
        if (!CultureInfo.GetCultureInfo("zh-CN").NativeName.Contains('中', StringComparison.Ordinal))
        {
            complaints.Add("This machine has no culture data: install libicu, and do not set InvariantGlobalization.");
        }

        return complaints;
    }

    /// <summary>What is answered is about a caller, and kept nowhere on its way, unless it says otherwise of itself.</summary>
    private static Task NeverStored(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        context.Response.OnStarting(() =>
        {
            headers.CacheControl = headers.CacheControl is { Count: > 0 } said ? said : "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>How long webhooks took, by their route: an address itself is from outside.</summary>
    private static async Task Timed(HttpContext context, RequestDelegate next)
    {
        var began = Stopwatch.GetTimestamp();
        await next(context);
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
        var metrics = context.RequestServices.GetRequiredService<Metrics>();
        metrics.WebhookAnswered(route, context.Response.StatusCode, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>Before the first call, not during it.</summary>
    private static void ReadWords(IServiceProvider services)
    {
        var prompts = services.GetRequiredService<PromptBook>();
        services.GetRequiredService<WarmUp>();
        if (services.GetRequiredService<HotlineLanguages>().Other is not null && PromptCheck.Gaps(prompts).FirstOrDefault() is { } gap)
        {
            throw new InvalidDataException($"The prompts folder is not complete: {gap} prompts check tells what else there is.");
        }
    }

    private static bool IsDemo(IConfiguration configuration) => configuration.GetValue<bool>("Hotline:Demo");
}
