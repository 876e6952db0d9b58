using System.CommandLine;
using System.Globalization;
using Ivr.Data.Connections;
using Ivr.Data.Stores;
using Ivr.Flows.Calendars;
using Ivr.Flows.Calls;
using Ivr.Web.Hosting;

namespace Ivr.Web.Commands;

/// <summary><c>hours</c>: whether people are there at any moment, why not, and when they are; and closing by hand.</summary>
public static class HoursCommand
{
    private const int Unusable = 2;
    private const string Form = "yyyy-MM-dd HH:mm";

    public static Command Create(string[] settings)
    {
        var at = new Option<string?>("--at")
        {
            Description = "The moment asked about, in the market's time, such as \"2026-10-01 09:30\"; now if not given.",
        };
        var until = new Option<string?>("--until") { Description = "When it opens again by itself, such as \"2026-10-01 12:00\"." };
        var close = new Command("close", "Closes by hand: callers hear so, and are offered the other ways.") { until };
        var command = new Command("hours", "Tells whether people are there, why not, and when it opens next.")
        {
            at,
            close,
            new Command("reopen", "Takes back what was closed by hand; the hours hold again.").Doing(() =>
                WithAgentsAsync(settings, ReopenAsync)
            ),
        };
        command.SetAction((parsed, _) => WithMomentAsync(settings, parsed.GetValue(at), TellAsync));
        close.SetAction((parsed, _) => WithMomentAsync(settings, parsed.GetValue(until), CloseAsync));
        return command;
    }

    private static Task<int> WithMomentAsync(string[] settings, string? text, Func<Desk, DateTimeOffset?, Task> action) =>
        WithAgentsAsync(
            settings,
            async desk =>
            {
                DateTime local = default;
                if (text is not null && !DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out local))
                {
                    await Console.Error.WriteLineAsync($"'{text}' is no moment: write it as \"2026-10-01 09:30\".");
                    return Unusable;
                }

                await action(desk, text is null ? null : desk.Market.At(DateOnly.FromDateTime(local), local.Hour * 60 + local.Minute));
                return 0;
            }
        );

    private static async Task<int> WithAgentsAsync(string[] settings, Func<Desk, Task<int>> action)
    {
        var builder = HotlineHost.CreateBuilder(settings, quiet: true);
        var options = builder.Configuration.GetSection(HotlineOptions.Section).Get<HotlineOptions>() ?? new HotlineOptions();
        if (options.Agents.Complaints() is { Count: > 0 } complaints)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', complaints));
            return Unusable;
        }

        await using var app = builder.Build();
        await app.Services.GetRequiredService<Data.Migrator>().MigrateAsync(CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var desk = new Desk(
            services.GetRequiredService<SqlAgents>(),
            services.GetRequiredService<MarketTime>(),
            services.GetRequiredService<TimeProvider>().GetUtcNow()
        );
        var status = await action(desk);
        await services.GetRequiredService<TurnScope>().CommitAsync(CancellationToken.None);
        return status;
    }

    private static async Task TellAsync(Desk desk, DateTimeOffset? at)
    {
        var moment = at ?? desk.Now;
        var opening = await desk.Agents.OpeningAsync(moment, CancellationToken.None);
        await Console.Out.WriteLineAsync(Sentence(opening, desk.Market, moment));
    }

    /// <summary>As it is printed: <c>Thursday 2026-10-01 09:30: closed, National Day (国庆节). Opens Thursday 2026-10-08 09:00.</c></summary>
    public static string Sentence(Opening opening, MarketTime market, DateTimeOffset at)
    {
        var why = opening.Closed is { } because ? Why(because, opening) : "open";
        var next = (opening.IsOpen, opening.OpensAt) switch
        {
            (true, _) => "",
            (_, { } opens) => $" Opens {Write(market, opens)}.",
            _ => opening.Closed == ClosedBecause.ByHand ? " Opens when somebody says so: hours reopen." : " Opens nobody knows when.",
        };
        return $"{Write(market, at)}: {why}.{next}";
    }

    private static string Why(ClosedBecause because, Opening opening) =>
        because switch
        {
            ClosedBecause.OfTheHour => "closed at this hour",
            ClosedBecause.Holiday => $"closed, {opening.Holiday?.En} ({opening.Holiday?.Zh})",
            ClosedBecause.ExtraDay => "closed, by Hotline:Agents:ClosedDays",
            ClosedBecause.ByHand => "closed by hand",
        };

    private static async Task CloseAsync(Desk desk, DateTimeOffset? until)
    {
        await desk.Agents.CloseAsync(until, desk.Now, CancellationToken.None);
        await TellAsync(desk, null);
    }

    private static async Task<int> ReopenAsync(Desk desk)
    {
        await desk.Agents.OpenAsync(desk.Now, CancellationToken.None);
        await TellAsync(desk, null);
        return 0;
    }

    private static string Write(MarketTime market, DateTimeOffset at) =>
        market.LocalOf(at).ToString($"dddd {Form}", CultureInfo.InvariantCulture);

    private sealed record Desk(SqlAgents Agents, MarketTime Market, DateTimeOffset Now);
}
