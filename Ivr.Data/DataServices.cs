using System.Text;
using Ivr.Data.Audit;
using Ivr.Data.Connections;
using Ivr.Data.Demo;
using Ivr.Data.Messages;
using Ivr.Data.Secrets;
using Ivr.Data.Stores;
using Ivr.Flows.Wallet;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ivr.Data;

/// <summary>The database and the stores over it.</summary>
public static class DataServices
{
    public static void AddIvrData(this IServiceCollection services, IConfiguration configuration)
    {
        var dialect = CreateDialect(configuration);
        var limits = configuration.GetSection("Hotline:Policy:Verification").Get<VerificationLimits>() ?? new VerificationLimits();
        services.AddSingleton(dialect);
        services.AddSingleton(limits);
        services.AddSingleton(configuration.GetSection("Hotline:Policy:Codes").Get<CodeLimits>() ?? new CodeLimits());
        services.AddSingleton(_ => new AnswerHasher(Pepper(configuration), limits.AnswerIterations));
        services.AddSingleton(_ => new CodeSecrets(Pepper(configuration)));
        services.AddSingleton(_ => new MinuteCode(configuration["Hotline:ProofSecret"]));
        services.AddSingleton<Migrator>();
        services.AddSingleton<DatabaseCheck>();
        services.AddSingleton<Backup>();
        services.AddSingleton<DemoWallet>();
        services.AddScoped<TurnScope>();
        services.AddScoped<CallStore>();
        services.AddSingleton(_ => new AuditChain(Pepper(configuration)));
        services.AddSingleton(provider => new AuditAnchors(
            configuration["Hotline:DataDirectory"] ?? new DatabaseOptions().DataDirectory,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<AuditAnchors>>()
        ));
        services.AddScoped<AuditLog>();
        services.AddSingleton<AuditReader>();
        services.AddSingleton<AuditWalk>();
        services.AddScoped<PhoneFactors>();
        services.AddSingleton(configuration.GetSection("Hotline:Policy:Retention").Get<RetentionDays>() ?? new RetentionDays());
        services.AddScoped<Retention>();
        services.AddScoped<Notices>();
        services.AddScoped<INotices>(provider => provider.GetRequiredService<Notices>());
        services.AddSingleton(MessageOptions.Read(configuration));
        services.AddSingleton(_ => new MessageMarker(Encoding.UTF8.GetBytes(configuration["Hotline:Pepper"] ?? "")));
        services.AddSingleton<MessageBell>();
        services.AddScoped<Outbox>();
        services.AddScoped<MessageBudgets>();
        services.AddScoped<AppInbox>();
        services.AddScoped<MessageOptOuts>();
        services.AddScoped<IMessageChannel>(provider => provider.GetRequiredService<MessageOptOuts>());
        services.AddScoped<MessageReceipts>();
        services.AddScoped<MessageSweep>();
        services.AddScoped<ILocks, SqlLocks>();
        services.AddScoped<IPayments, SqlPayments>();
        services.AddScoped<IRefunds, SqlRefunds>();
        services.AddScoped<ICases, SqlCases>();
        services.AddSingleton(configuration.GetSection("Hotline:Opening").Get<OpeningOptions>() ?? new OpeningOptions());
        services.AddScoped<SqlCallers>();
        services.AddScoped<ICallers>(provider => provider.GetRequiredService<SqlCallers>());
        services.AddScoped<SqlIncidents>();
        services.AddScoped<IIncidents>(provider => provider.GetRequiredService<SqlIncidents>());
        services.AddScoped<PromiseLedger>();
        services.AddScoped<IPromises, SqlPromises>();
        services.AddScoped<Handovers>();
        services.AddScoped<QueueEntries>();
        services.AddScoped<SqlAgents>();
        services.AddScoped<IAgents>(provider => provider.GetRequiredService<SqlAgents>());
        services.AddScoped<CallbackLedger>();
        services.AddScoped<ICallbacks, SqlCallbacks>();
        services.AddScoped<SqlVoicemails>();
        services.AddScoped<IVoicemails>(provider => provider.GetRequiredService<SqlVoicemails>());
        services.AddScoped<IToldDates, SqlToldDates>();
        services.AddScoped<IWrongAmounts, SqlWrongAmounts>();
        services.AddScoped<IAccounts, SqlAccounts>();
        services.AddScoped<SqlLastPayment>();
        services.AddScoped<CallerGuards>();
        services.AddScoped<GuessRates>();
        services.AddScoped<SqlSecurityQuestions>();
        services.AddScoped<AnswerEnrolment>();
        services.AddScoped<IFreezes, SqlFreezes>();
        services.AddScoped<IFraudReports, SqlFraudReports>();
        services.AddScoped<ITailTries, SqlTailTries>();
        services.AddScoped<IProofs, SqlProofs>();
        services.AddScoped<CodeMessages>();
        services.AddScoped<SqlOneTimeCodes>();
        services.AddScoped<IReadableNotices, ReadableNotices>();
    }

    private static byte[] Pepper(IConfiguration configuration) => Encoding.UTF8.GetBytes(configuration["Hotline:Pepper"] ?? "");

    private static Dialect CreateDialect(IConfiguration configuration)
    {
        var options = new DatabaseOptions();
        options = options with
        {
            Provider = configuration["Database:Provider"] ?? options.Provider,
            ConnectionString = configuration.GetConnectionString("Wallet") ?? options.ConnectionString,
            DataDirectory = configuration["Hotline:DataDirectory"] ?? options.DataDirectory,
        };
        return options.Provider switch
        {
            "Sqlite" => new SqliteDialect(options),
            "SqlServer" => new SqlServerDialect(options),
            var other => throw new InvalidDataException($"Database:Provider is {other}: set it to Sqlite or SqlServer."),
        };
    }
}
