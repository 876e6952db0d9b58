using System.Text.Json;
using System.Text.RegularExpressions;
using Ivr.Tests.Calls;
using Ivr.Tests.Rules;

namespace Ivr.Tests.Deploy;

/// <summary>The dashboard and the alert rules ask for what there is.</summary>
public sealed partial class WatchTests
{
    [Fact]
    public async Task Each_metric_that_is_asked_for_is_on_the_metrics_page_and_the_dashboard_shows_each()
    {
        await using var hotline = await TestHotline.StartAsync();
        using var http = new HttpClient { BaseAddress = hotline.Address };
        var page = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        var there = Kind().Matches(page).ToDictionary(type => type.Groups["name"].Value, type => type.Groups["kind"].Value);
        var samples = there
            .SelectMany(one => one.Value == "histogram" ? [$"{one.Key}_bucket", $"{one.Key}_sum", $"{one.Key}_count"] : new[] { one.Key })
            .ToHashSet();

        var dashboard = Asked(Repository.Read("deploy/grafana.json"));
        var alerts = Asked(Repository.Read("deploy/alerts.yml"));

        Assert.Empty(dashboard.Except(samples));
        Assert.Empty(alerts.Except(samples));
        Assert.All(there.Keys, name => Assert.Contains(dashboard, asked => asked.StartsWith(name, StringComparison.Ordinal)));
        Assert.NotEmpty(alerts);
    }

    [Fact]
    public void The_dashboard_is_one()
    {
        var dashboard = JsonDocument.Parse(Repository.Read("deploy/grafana.json")).RootElement;

        Assert.All(
            dashboard.GetProperty("panels").EnumerateArray(),
            panel => Assert.NotEmpty(panel.GetProperty("targets").EnumerateArray())
        );
    }

    /// <summary>Names in expressions; a sentence names a metric without its end.</summary>
    private static HashSet<string> Asked(string text) => [.. Name().Matches(Summary().Replace(text, "")).Select(name => name.Value)];

    [GeneratedRegex("# TYPE (?<name>[a-z_]+) (?<kind>[a-z]+)")]
    private static partial Regex Kind();

    [GeneratedRegex("ivr_[a-z_]+")]
    private static partial Regex Name();

    [GeneratedRegex("summary: .*")]
    private static partial Regex Summary();
}
