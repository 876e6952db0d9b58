using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Dapper;
using Ivr.Data.Connections;
using Ivr.Data.Demo;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Ivr.Tests.Databases;
using Ivr.Web.Commands;
using Ivr.Web.Hosting;
using Ivr.Web.Telephone;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Calls;

/// <summary>The real application on a real port, over a database file of its own.</summary>
public sealed class TestHotline : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;

    private TestHotline(WebApplication app, string folder, TestClock clock, TestLog log)
    {
        this.app = app;
        this.folder = folder;
        Clock = clock;
        Log = log;
    }

    public TestClock Clock { get; }

    public DateTimeOffset Started { get; } = DateTimeOffset.UtcNow;

    /// <summary>Everything the application wrote to its log.</summary>
    public TestLog Log { get; }

    /// <summary>Where its database lies; another hotline may share it.</summary>
    public string Folder => folder;

    public Uri Address => new(app.Urls.First());

    public IServiceProvider Services => app.Services;

    public PromptBook Prompts => app.Services.GetRequiredService<PromptBook>();

    /// <param name="settings">As on the command line, <c>--Hotline:Agents:Number=+15550100</c>.</param>
    public static Task<TestHotline> StartAsync(params string[] settings) => StartAsync(_ => { }, settings);

    /// <param name="prepare">Changes the parts before they are put together.</param>
    public static async Task<TestHotline> StartAsync(Action<WebApplicationBuilder> prepare, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("hotline-").FullName;
        var builder = HotlineHost.CreateBuilder([
            "--environment=Development",
            $"--contentRoot={AppContext.BaseDirectory}",
            $"--Hotline:DataDirectory={folder}",
            "--Hotline:Demo=true",
            "--Hotline:DrainSeconds=0",
            "--Hotline:Pepper=demo-pepper-for-made-up-customers-only",
            "--Hotline:ProofSecret=demo-proof-secret-for-the-app-that-is-not-there",
            "--Hotline:Agents:Queue=hotline",
            $"--Hotline:Agents:CallbackCountries={CallbackPolicy.Usual}",
            "--Hotline:Policy:Verification:AnswerIterations=100",
            "--Twilio:AuthToken=demo-token-for-the-telephone-on-this-machine",
            "--urls=http://127.0.0.1:0",
            .. settings,
            .. await TestServer.PrepareAsync(FolderOf(settings) ?? folder),
        ]);
        var (clock, log) = (new TestClock(), new TestLog());
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        prepare(builder);
        var app = HotlineHost.Build(builder);
        await ServeCommand.PrepareDemoAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        return new TestHotline(app, folder, clock, log);
    }

    /// <summary>The other hotline's that it shares; null where it has its own.</summary>
    private static string? FolderOf(string[] settings) =>
        settings.LastOrDefault(setting => setting.StartsWith("--Hotline:DataDirectory=", StringComparison.Ordinal))?.Split('=', 2)[1];

    /// <summary>The telephone of the demo customer with this tag.</summary>
    public TestCaller Caller(string tag) => new(this, DemoWallet.Customers.First(customer => customer.Tags.Contains(tag)));

    /// <summary>A telephone with any number, in the hands of a demo customer or of a stranger.</summary>
    public TestCaller CallerFrom(string number, string? tag = null) =>
        new(this, tag is null ? null : DemoWallet.Customers.First(customer => customer.Tags.Contains(tag)), number);

    /// <summary>The telephone that the hotline calls, still ringing.</summary>
    public TestCaller Called(string number, string from, PlacedCall placed) =>
        new(
            this,
            DemoWallet.Customers.FirstOrDefault(customer => customer.Phone == number),
            placed: app.Services.GetRequiredService<TelephoneExchange>().Ring(number, from, placed)
        );

    public PhoneCall Pick(string number) => app.Services.GetRequiredService<TelephoneExchange>().Pick(number);

    /// <summary>The six digits of the newest message to a number, as the phone page shows it; null where none can be read.</summary>
    public async Task<string?> CodeSentToAsync(string e164)
    {
        using var http = new HttpClient { BaseAddress = Address };
        var messages = await http.GetFromJsonAsync<List<PhoneMessage>>($"/phone/messages?to={Uri.EscapeDataString(e164)}");
        return messages!
            .Select(message => Regex.Match(message.Body, "(?<![0-9])[0-9]{6}(?![0-9])"))
            .FirstOrDefault(match => match.Success)
            ?.Value;
    }

    /// <summary>A day as a Chinese prompt says it.</summary>
    public string SayDay(DateTimeOffset at) => SayDay(app.Services.GetRequiredService<MarketTime>().DayOf(at));

    /// <summary>The same for a day of the market.</summary>
    public string SayDay(DateOnly day)
    {
        var market = app.Services.GetRequiredService<MarketTime>();
        return Speakers.For(Language.Mandarin).Say(new Day(day), market.DayOf(Clock.GetUtcNow()));
    }

    /// <summary>The last day of so many working days from now, as a Chinese prompt says it.</summary>
    public string SayWorkday(int count) =>
        SayDay(
            app.Services.GetRequiredService<MarketTime>().AfterWorkdays(Clock.GetUtcNow(), count)
                ?? throw new InvalidOperationException("The calendar does not reach so far.")
        );

    /// <summary>A moment as the database keeps it.</summary>
    public static string Stored(DateTimeOffset at) => $"{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}";

    /// <summary>The days that were promised about a subject by a rule, in the market's time.</summary>
    public async Task<IReadOnlyList<DateOnly>> PromisedAsync(string subject, string rule)
    {
        await using var connection = await app.Services.GetRequiredService<Dialect>().OpenAsync(CancellationToken.None);
        var due = await connection.QueryAsync<DateTimeOffset>(
            "select due_at from promises where subject = @subject and [rule] = @rule order by due_at",
            new { subject, rule }
        );
        var market = app.Services.GetRequiredService<MarketTime>();
        return [.. due.Select(market.DayOf)];
    }

    /// <summary>What was said, of a caller's whole call, with the figures of case numbers taken out.</summary>
    public static string Said(PhoneCall call) =>
        string.Join('\n', call.Events.OfType<Answered>().Select(answered => CaseNumbers.Replace(answered.Twiml, "$1CASE")));

    private static readonly Regex CaseNumbers = new(@"(编号是，|case number is )[^。.]+");

    /// <summary>Runs SQL beside the application.</summary>
    public async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = await app.Services.GetRequiredService<Dialect>().OpenAsync(CancellationToken.None);
        return await connection.ExecuteAsync(sql);
    }

    /// <summary>Asks for one value beside the application.</summary>
    public async Task<T?> AskAsync<T>(string sql)
    {
        await using var connection = await app.Services.GetRequiredService<Dialect>().OpenAsync(CancellationToken.None);
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    /// <summary>Waits for what works in the background, until a question has this answer.</summary>
    public async Task BecomesAsync(string sql, long answer)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await AskAsync<long>(sql) != answer)
        {
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>Asks for the values of one column beside the application.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql)
    {
        await using var connection = await app.Services.GetRequiredService<Dialect>().OpenAsync(CancellationToken.None);
        return [.. await connection.QueryAsync<T>(sql)];
    }

    /// <summary>Puts a table out of the application's sight, or back.</summary>
    public Task RenameTableAsync(string from, string to) =>
        ExecuteAsync(TestServer.IsChosen ? $"exec sp_rename '{from}', '{to}', 'OBJECT'" : $"alter table {from} rename to {to}");

    /// <summary>As the host stops when it is told to.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        // What works in the background ends before its files go.
        await app.StopAsync();
        await app.DisposeAsync();
        await TestServer.DropAsync(folder);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
