namespace Ivr.Web.Hosting;

/// <summary>Keeps the framework from writing down whom the hotline talks to.</summary>
public static class DiscreetLogs
{
    /// <summary>Below this the framework prints addresses, with their query, and the names of fields.</summary>
    private const LogLevel Finest = LogLevel.Warning;

    /// <summary>What speaks HTTP, inwards and outwards.</summary>
    private static readonly string[] Talkative = ["Microsoft.AspNetCore", "System.Net.Http"];

    /// <summary>No setting of the configuration, for all logs or for one provider's, makes these finer; it may make them coarser.</summary>
    public static void KeepDiscreet(this ILoggingBuilder logging) =>
        logging.Services.PostConfigure<LoggerFilterOptions>(filters =>
        {
            var providers = filters.Rules.Select(rule => rule.ProviderName).Append(null).Distinct(StringComparer.Ordinal).ToList();
            var known = filters.Rules.ToList();
            filters.Rules.Clear();
            foreach (var (provider, category) in providers.SelectMany(provider => Talkative.Select(category => (provider, category))))
            {
                filters.Rules.Add(new LoggerFilterRule(provider, category, Finest, null));
            }

            known.Select(Coarsen).ToList().ForEach(filters.Rules.Add);
        });

    private static LoggerFilterRule Coarsen(LoggerFilterRule rule) =>
        Talkative.Any(category => rule.CategoryName?.StartsWith(category, StringComparison.OrdinalIgnoreCase) == true)
        && !(rule.LogLevel >= Finest)
            ? new LoggerFilterRule(rule.ProviderName, rule.CategoryName, Finest, rule.Filter)
            : rule;
}
