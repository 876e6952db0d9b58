using Ivr.Flows.Calendars;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;
using Ivr.Flows.Understanding;
using Ivr.Flows.Wallet;
using Ivr.Web.Callbacks;
using Ivr.Web.Jobs;
using Ivr.Web.Messages;
using Ivr.Web.Voice;
using Microsoft.Extensions.Options;

namespace Ivr.Web.Hosting;

/// <summary>The parts of the hotline.</summary>
public static class HotlineServices
{
    public static void AddHotline(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<TimeProvider>(provider => new SteadyClock(
            TimeProvider.System,
            provider.GetRequiredService<ILogger<SteadyClock>>()
        ));
        services
            .AddOptions<HotlineOptions>()
            .Bind(configuration.GetSection(HotlineOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton(configuration.GetSection("Hotline:Policy:Levels").Get<ActionLevels>() ?? new ActionLevels());
        services.AddSingleton(provider => Options(provider).SpokenLanguages());
        services.AddSingleton(ReadMarket);

        services.AddSingleton(ReadHours);
        services.AddSingleton(provider => new CallbackPolicy(Options(provider).Agents.CallbackCountries));
        services.AddSingleton(ReadPrompts);
        services.AddSingleton(provider => PhraseBook.Read(PromptsFolder(provider)));
        services.AddSingleton<IFaq>(provider => FaqBook.Read(PromptsFolder(provider)));
        services.AddSingleton<PhraseMatcher>();
        services.AddSingleton<WarmUp>();
        services.AddSingleton(provider => Options(provider).Confidence);
        services.AddSingleton(configuration.GetSection("Hotline:Policy").Get<SpeechPolicy>() ?? new SpeechPolicy());
        services.AddSingleton<InputReader>();
        foreach (var flow in Hotline.Flows)
        {
            services.AddScoped(typeof(IFlow), flow);
        }

        services.AddScoped<DatedPromises>();
        services.AddScoped<DuplicateFinder>();
        services.AddScoped<RefundReader>();
        services.AddScoped<FlowBook>();
        services.AddScoped<CallEngine>();
        services.AddScoped<ISecurityQuestions, CountedQuestions>();
        services.AddScoped<IOneTimeCodes, CountedCodes>();
        services.AddScoped<TurnSpan>();
        services.AddSingleton<WebhookDesk>();
        services.AddScoped<TurnService>();
        services.AddScoped<OutcomeService>();
        services.AddScoped<QueueService>();
        services.AddScoped<WhisperService>();
        services.AddScoped<MessageService>();
        services.AddScoped<HandoverDesk>();
        services.AddSingleton<SpokenTwiml>();
        services.AddSingleton<QueueRenderer>();
        services.AddSingleton<WhisperRenderer>();
        services.AddSingleton<TwimlRenderer>();
        services.AddScoped<INoticeText, NoticeText>();
        services.AddSingleton<CarrierLine>();
        services.AddSingleton<Carrier>();
        services.AddScoped<ReceiptDesk>();
        services.AddScoped<MessageDesk>();
        services.AddScoped<MessageCourier>();
        services.AddHostedService<MessageSender>();
        services.AddScoped<Amends>();
        services.AddSingleton<PromiseWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<PromiseWatch>());
        services.AddSingleton<RetentionSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<RetentionSweep>());
        services.AddSingleton<CallSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<CallSweep>());
        services.AddSingleton<Drain>();
        services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.AddSingleton<Dialler>();
        services.AddScoped<CallbackAttempts>();
        services.AddScoped<CallbackDesk>();
        services.AddScoped<CallbackCalls>();
        services.AddSingleton<CallbackWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<CallbackWorker>());
        services.AddSingleton<Metrics>();
        services.AddSingleton<PrometheusText>();
        services.AddHostedService<Telemetry>();
    }

    /// <summary>The folder as configured, beside the sources or beside the program.</summary>
    public static string PromptsFolder(IServiceProvider provider)
    {
        var folder = Options(provider).Prompts;
        var root = provider.GetRequiredService<IHostEnvironment>().ContentRootPath;
        string[] places = [Path.Combine(root, folder), Path.Combine(AppContext.BaseDirectory, folder)];
        return places.FirstOrDefault(Directory.Exists)
            ?? throw new DirectoryNotFoundException($"Hotline:Prompts names no folder: neither {places[0]} nor {places[1]} is there.");
    }

    private static MarketTime ReadMarket(IServiceProvider provider)
    {
        var options = Options(provider);
        var years = CalendarYear.ReadAll(Path.Combine(AppContext.BaseDirectory, "Calendars"), options.Calendar).ToList();
        return years.Count > 0
            ? new MarketTime(Zone(options.TimeZone), options.Calendar, new MarketCalendar(years))
            : throw new InvalidDataException($"Hotline:Calendar is {options.Calendar}, and there is no file of that market: CN is there.");
    }

    private static TimeZoneInfo Zone(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : throw new InvalidDataException(
                $"Hotline:TimeZone is {id}, which this machine does not know: set it to a zone such as Asia/Shanghai."
            );

    private static AgentHours ReadHours(IServiceProvider provider)
    {
        var agents = Options(provider).Agents;
        return new AgentHours(
            provider.GetRequiredService<MarketTime>(),
            HoursText.Read(agents.Hours),
            HoursText.ReadDays(agents.ClosedDays),
            agents.ClosedOnHolidays
        );
    }

    private static PromptBook ReadPrompts(IServiceProvider provider) =>
        PromptBook.Read(PromptsFolder(provider), Options(provider).WalletNames(), provider.GetRequiredService<MarketTime>());

    private static HotlineOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<HotlineOptions>>().Value;
}
