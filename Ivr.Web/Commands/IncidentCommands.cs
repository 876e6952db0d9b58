using System.CommandLine;
using System.Globalization;
using Ivr.Data.Connections;
using Ivr.Data.Stores;
using Ivr.Flows.Flows;
using Ivr.Web.Hosting;

namespace Ivr.Web.Commands;

/// <summary><c>incident start</c>, <c>list</c> and <c>end</c>: what callers hear of trouble, without a deploy.</summary>
public static class IncidentCommands
{
    private const int FoundSomething = 1;
    private const int Unusable = 2;

    public static Command Create(string[] settings)
    {
        var zh = new Option<string>("--zh") { Description = "The sentence in Chinese.", Required = true };
        var en = new Option<string>("--en") { Description = "The sentence in English.", Required = true };
        var branch = new Option<string>("--branch")
        {
            Description = $"Where it is said, a flow such as {nameof(PaymentFlow)}; at the entry where this is left out.",
            DefaultValueFactory = _ => "",
        };
        var hours = new Option<double?>("--hours") { Description = "How long it is said; until it is ended where this is left out." };
        var start = new Command("start", "Callers hear this from their next call or branch on.") { zh, en, branch, hours };
        start.SetAction(
            (parsed, token) =>
                StartAsync(settings, parsed.GetValue(zh)!, parsed.GetValue(en)!, parsed.GetValue(branch)!, parsed.GetValue(hours), token)
        );

        var id = new Argument<string>("id") { Description = "As the list shows it." };
        var end = new Command("end", "Callers hear it no more.") { id };
        end.SetAction((parsed, token) => EndAsync(settings, parsed.GetValue(id)!, token));

        var list = new Command("list", "What callers hear at the moment.");
        list.SetAction((_, token) => ListAsync(settings, token));
        return new("incident", "Tells callers of trouble that many have.") { start, list, end };
    }

    private static async Task<int> StartAsync(
        string[] settings,
        string zh,
        string en,
        string branch,
        double? hours,
        CancellationToken cancellationToken
    )
    {
        if (branch.Length > 0 && Hotline.Flows.All(flow => flow.Name != branch))
        {
            await Console.Error.WriteLineAsync(
                $"There is no {branch}; there are {string.Join(", ", Hotline.Menu.Select(one => one.Flow))}."
            );
            return Unusable;
        }

        return await WithStoreAsync<SqlIncidents>(
            settings,
            async (incidents, now) =>
            {
                var incident = new SqlIncidents.Row
                {
                    Id = Guid.CreateVersion7().ToString("N")[..12],
                    Topic = branch,
                    TextZh = zh,
                    TextEn = en,
                    StartsAt = now,
                    EndsAt = hours is { } last ? now.AddHours(last) : null,
                };
                await incidents.StartAsync(incident, cancellationToken);
                await Console.Out.WriteLineAsync($"{incident.Id} is said from now on.");
                return 0;
            }
        );
    }

    private static Task<int> EndAsync(string[] settings, string id, CancellationToken cancellationToken) =>
        WithStoreAsync<SqlIncidents>(
            settings,
            async (incidents, now) =>
            {
                var ended = await incidents.EndAsync(id, now, cancellationToken);
                await Console.Out.WriteLineAsync(ended ? $"{id} is said no more." : $"Nothing called {id} is being said.");
                return ended ? 0 : FoundSomething;
            }
        );

    private static Task<int> ListAsync(string[] settings, CancellationToken cancellationToken) =>
        WithStoreAsync<SqlIncidents>(
            settings,
            async (incidents, now) =>
            {
                foreach (var topic in Hotline.Menu.Select(branch => branch.Flow).Prepend(""))
                {
                    foreach (var incident in await incidents.ListAsync(topic, now, cancellationToken))
                    {
                        var until = incident.EndsAt?.ToString("u", CultureInfo.InvariantCulture) ?? "it is ended";
                        await Console.Out.WriteLineAsync($"{incident.Id}  {(topic.Length > 0 ? topic : "entry")}  until {until}");
                        await Console.Out.WriteLineAsync($"  {incident.TextZh}\n  {incident.TextEn}");
                    }
                }

                return 0;
            }
        );

    /// <summary>Does something in a transaction of its own, at the hotline's clock.</summary>
    internal static async Task<int> WithStoreAsync<TStore>(string[] settings, Func<TStore, DateTimeOffset, Task<int>> act)
        where TStore : notnull
    {
        await using var app = HotlineHost.CreateBuilder(settings, quiet: true).Build();
        await using var scope = app.Services.CreateAsyncScope();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var status = await act(scope.ServiceProvider.GetRequiredService<TStore>(), now);
        await scope.ServiceProvider.GetRequiredService<TurnScope>().CommitAsync(CancellationToken.None);
        return status;
    }
}
