using System.Globalization;
using Ivr.Data;
using Ivr.Web.Telephone;
using Ivr.Web.Voice;
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

        if (quiet)
        {
            builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Ivr", LogLevel.Warning);
        }

        builder.Services.AddHotline(builder.Configuration);
        builder.Services.AddIvrData(builder.Configuration);
        builder.Services.AddTwilioRequestValidation();
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
        app.UseRequestTimeouts();
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
        var complaints = StartupCheck.Complaints(builder.Configuration, hotline).ToList();
        complaints.AddRange(PolicyCheck.Complaints(builder.Configuration));
        if (!CultureInfo.GetCultureInfo("zh-CN").NativeName.Contains('中', StringComparison.Ordinal))
        {
            complaints.Add("This machine has no culture data: install libicu, and do not set InvariantGlobalization.");
        }

        return complaints;
    }

    private static bool IsDemo(IConfiguration configuration) => configuration.GetValue<bool>("Hotline:Demo");
}
