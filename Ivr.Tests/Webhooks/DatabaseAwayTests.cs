using System.Net;
using Ivr.Data.Connections;
using Ivr.Tests.Calls;
using Ivr.Tests.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Webhooks;

/// <summary>While the database is away a caller reaches a person by configuration alone; afterwards the call goes on where it stood.</summary>
[OnSqliteOnly("Its file is taken away.")]
public sealed class DatabaseAwayTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whenever_the_folder_goes_away_the_caller_reaches_a_person(int turn)
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);
        await TakeTurnsAsync(twilio, turn);
        var file = await FileAsync(hotline);
        var away = $"{Path.GetDirectoryName(file)}-away";

        SqliteConnection.ClearAllPools();
        Directory.Move(Path.GetDirectoryName(file)!, away);
        // What works in the background may have opened it in between, and an open file moves along.
        SqliteConnection.ClearAllPools();
        try
        {
            await EveryWebhookReachesAPersonAsync(twilio, turn);
            await HealthIsAsync(hotline, HttpStatusCode.ServiceUnavailable);
        }
        finally
        {
            Directory.Move(away, Path.GetDirectoryName(file)!);
        }

        await HealthIsAsync(hotline, HttpStatusCode.OK);
        await GoesOnAsync(hotline, twilio, turn);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, true)]
    [InlineData(2, false)]
    public async Task While_another_holds_the_database_the_caller_reaches_a_person(int turn, bool readersToo)
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);
        await TakeTurnsAsync(twilio, turn);
        var file = await FileAsync(hotline);

        SqliteConnection.ClearAllPools();
        await using (var other = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            await other.OpenAsync();
            await using var hold = other.CreateCommand();
            hold.CommandText = readersToo
                ? "pragma locking_mode = exclusive; begin exclusive; update hotline_settings set value = value;"
                : "begin exclusive;";
            await hold.ExecuteNonQueryAsync();

            await ReachesAPersonAsync(twilio, await NextAsync(twilio, turn));
            await HealthIsAsync(hotline, readersToo ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK);
        }

        await HealthIsAsync(hotline, HttpStatusCode.OK);
        await GoesOnAsync(hotline, twilio, turn);
    }

    [Fact]
    public async Task While_another_holds_the_database_many_callers_at_once_reach_a_person()
    {
        await using var hotline = await TestHotline.StartAsync();
        var callers = Enumerable.Range(0, 8).Select(_ => new TwilioSide(hotline)).ToList();
        foreach (var caller in callers)
        {
            await TakeTurnsAsync(caller, 1);
        }

        await using var other = new SqliteConnection($"Data Source={await FileAsync(hotline)};Pooling=false");
        await other.OpenAsync();
        await using var hold = other.CreateCommand();
        hold.CommandText = "begin exclusive;";
        await hold.ExecuteNonQueryAsync();

        await Task.WhenAll(callers.Select(async caller => await ReachesAPersonAsync(caller, await caller.PressAsync(1, "1"))));
        callers.ForEach(caller => caller.Dispose());
    }

    private static async Task EveryWebhookReachesAPersonAsync(TwilioSide twilio, int turn)
    {
        await ReachesAPersonAsync(twilio, await NextAsync(twilio, turn));
        await ReachesAPersonAsync(twilio, await twilio.DialAsync());
        await ReachesAPersonAsync(twilio, await twilio.PressAsync(turn + 1, "1"));
        await ReachesAPersonAsync(twilio, await twilio.SendAsync("/voice/fallback"));
        (await twilio.SendAsync("/voice/status", ("CallStatus", "completed"))).IsTwiml();

        var receipt = await twilio.SendAsync("/voice/messages/status", ("CallSid", null), ("MessageSid", "SM1"), ("MessageStatus", "sent"));
        Assert.Empty(receipt.IsTwiml().Verbs);

        // From inside a queue no call can be sent elsewhere: it waits on for the person, for as long as any caller does.
        var wait = $"/voice/turns/{turn + 1}/wait";
        Assert.Equal(["Say", "Play"], await VerbsAsync(twilio, wait, ("QueueTime", "299")));
        Assert.Equal(["Leave"], await VerbsAsync(twilio, wait, ("QueueTime", "300")));
        Assert.Equal(
            ["Say", "Hangup"],
            await VerbsAsync(twilio, $"/voice/turns/{turn + 1}", ("QueueResult", "leave"), ("QueueTime", "300"))
        );
    }

    private static async Task<IEnumerable<string>> VerbsAsync(TwilioSide twilio, string path, params (string, string?)[] fields) =>
        (await twilio.SendAsync(path, fields)).IsTwiml().Verbs.Select(verb => verb.Name.LocalName);

    /// <summary>Follows the document as Twilio does.</summary>
    private static async Task ReachesAPersonAsync(TwilioSide twilio, WebhookAnswer answer)
    {
        for (var redirects = 0; redirects < 3; redirects++)
        {
            Assert.NotEmpty(answer.IsTwiml().All("Say"));
            if (answer.ReachesAPerson)
            {
                return;
            }

            answer = await twilio.SendAsync(Assert.Single(answer.All("Redirect")).Value);
        }

        Assert.Fail($"Nobody is reached: {answer.Body}");
    }

    private static Task<WebhookAnswer> NextAsync(TwilioSide twilio, int turn) =>
        turn == 0 ? twilio.DialAsync() : twilio.PressAsync(turn, turn == 1 ? "1" : "0000");

    private static async Task TakeTurnsAsync(TwilioSide twilio, int turns)
    {
        for (var turn = 0; turn < turns; turn++)
        {
            (await NextAsync(twilio, turn)).IsTwiml();
        }
    }

    private static async Task GoesOnAsync(TestHotline hotline, TwilioSide twilio, int turn)
    {
        Assert.Equal(Math.Max(0, turn - 2), await hotline.AskAsync<int>("select count(*) from verification_attempts"));
        Assert.Equal(turn + 1, (await NextAsync(twilio, turn)).IsTwiml().NextTurn);
        Assert.Equal(Math.Max(0, turn - 1), await hotline.AskAsync<int>("select count(*) from verification_attempts"));
    }

    private static async Task HealthIsAsync(TestHotline hotline, HttpStatusCode ready)
    {
        using var http = new HttpClient { BaseAddress = hotline.Address };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
        Assert.Equal(ready, (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
    }

    private static async Task<string> FileAsync(TestHotline hotline)
    {
        await using var connection = await hotline.Services.GetRequiredService<Dialect>().OpenAsync(CancellationToken.None);
        return connection.DataSource;
    }
}
