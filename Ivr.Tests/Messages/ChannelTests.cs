using System.Text.Json;
using Ivr.Data.Messages;
using Ivr.Data.Stores;
using Ivr.Tests.Calls;
using Ivr.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Messages;

/// <summary>Where messages go, and what stays of them.</summary>
public sealed class ChannelTests
{
    [Fact]
    public async Task In_the_demo_messages_are_shown_newest_first_with_their_state_and_sent_nowhere()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.TellAsync(1, notices: 2);
        await hotline.UntilAsync("SENT", 2);

        using var http = new HttpClient();
        var answer = await http.GetStringAsync(new Uri(hotline.Address, "/phone/messages?to=%2B8613800000001"));
        var shown = JsonDocument.Parse(answer).RootElement.EnumerateArray().ToList();

        Assert.Equal(2, shown.Count);
        Assert.Contains("001000001", shown[0].GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Equal("SENT", shown[0].GetProperty("state").GetString());
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from inbox_messages"));
    }

    [Fact]
    public async Task In_the_app_a_message_lies_in_its_owners_inbox_in_the_owners_language()
    {
        await using var hotline = await TestHotline.StartAsync("--Hotline:Messages:Channel=App");
        await hotline.TellAsync(1);
        await hotline.TellAsync(13);
        await hotline.UntilAsync("DELIVERED", 2);

        Assert.Equal(
            "连江数字钱包：您的事已经记下，编号 001000000。有结果会在应用里告诉您。",
            await hotline.AskAsync<string>("select body from inbox_messages where wallet_id = 1")
        );
        Assert.StartsWith(
            "Lianjiang Digital Wallet: we have noted your request, case 013000000.",
            await hotline.AskAsync<string>("select body from inbox_messages where wallet_id = 13"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Sms", "SENT")]
    [InlineData("App", "DELIVERED")]
    public async Task What_was_secret_is_erased_when_it_was_sent(string channel, string state)
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await TestHotline.StartAsync([.. carrier.Settings, $"--Hotline:Messages:Channel={channel}"]);
        await hotline.ExecuteAsync(Secret(secret: 1, expires: "2999-01-01"));
        await hotline.ExecuteAsync(Secret(secret: 0, expires: "2999-01-01"));
        await hotline.UntilAsync(state, 2);

        Assert.Equal("", await hotline.AskAsync<string>("select body from notifications where secret = 1"));
        Assert.NotEqual("", await hotline.AskAsync<string>("select body from notifications where secret = 0"));
    }

    [Fact]
    public async Task A_secret_leaves_the_inbox_when_it_is_of_no_use_any_more()
    {
        await using var hotline = await TestHotline.StartAsync("--Hotline:Messages:Channel=App");
        await hotline.ExecuteAsync(Secret(secret: 1, expires: "2999-01-01"));
        await hotline.ExecuteAsync(Secret(secret: 0, expires: "2999-01-01"));
        await hotline.UntilAsync("DELIVERED", 2);

        await using var scope = hotline.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<MessageSweep>()
            .RunAsync(new DateTimeOffset(3000, 1, 1, 0, 0, 0, TimeSpan.Zero), default);

        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from inbox_messages where expires_at is not null"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from inbox_messages"));
    }

    [Fact]
    public async Task What_is_of_no_use_any_more_or_cannot_be_read_is_not_sent_and_holds_up_nothing()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await TestHotline.StartAsync(carrier.Settings);
        await hotline.ExecuteAsync(Secret(secret: 0, expires: "2026-01-01"));
        await hotline.ExecuteAsync(Secret(secret: 0, expires: "2999-01-01").Replace("CaseOpened", "Invented", StringComparison.Ordinal));
        await hotline.TellAsync(1);

        await hotline.UntilAsync("SENT");

        Assert.Single(carrier.Accepted);
        Assert.Equal(
            ["EXPIRED", "UNREADABLE"],
            await hotline.ListAsync<string>("select error_code from notifications where state = 'DEAD' order by error_code")
        );
    }

    [Fact]
    public async Task A_code_that_was_keyed_before_it_was_sent_ends_without_a_word_in_the_log()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await TestHotline.StartAsync(carrier.Settings);
        await hotline.ExecuteAsync(
            Secret(secret: 1, expires: "2999-01-01")
                .Replace(Opened, "{\"$type\":\"Code\",\"Challenge\":\"used\"}", StringComparison.Ordinal)
                .Replace("'CaseOpened'", "'Code'", StringComparison.Ordinal)
        );

        await hotline.UntilAsync("NEEDLESS");

        Assert.Empty(carrier.Accepted);
        Assert.Null(await hotline.AskAsync<string>("select error_code from notifications"));
        Assert.Equal("", await hotline.AskAsync<string>("select body from notifications"));
        Assert.DoesNotContain(hotline.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_tell_how_many_were_sent_by_which_channel_and_how_long_the_oldest_waits()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.TellAsync(1);
        await hotline.UntilAsync("SENT");
        using var http = new HttpClient();
        var metrics = await http.GetStringAsync(new Uri(hotline.Address, "/metrics"));

        // Other hotlines of these tests count into the same process.
        Assert.Matches("\nivr_messages_sent_total{channel=\"Demo\"} [1-9]", metrics);
        Assert.Contains("# TYPE ivr_messages_queue_age_seconds gauge\nivr_messages_queue_age_seconds ", metrics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "true", MessageChannel.Demo)]
    [InlineData(null, "false", MessageChannel.App)]
    [InlineData("sms", "true", MessageChannel.Sms)]
    public void Outside_the_demo_messages_go_to_the_app_unless_they_are_to_be_sent(string? channel, string demo, MessageChannel expected) =>
        Assert.Equal(expected, MessageOptions.Read(Settings(channel, demo)).To);

    [Fact]
    public void A_channel_that_there_is_not_is_refused_with_the_key_and_good_values()
    {
        var refusal = Assert.Throws<InvalidDataException>(() => MessageOptions.Read(Settings("Pigeon", "false")));

        Assert.Equal("Hotline:Messages:Channel is Pigeon: set it to App, Sms or Demo.", refusal.Message);
    }

    [Theory]
    [InlineData("Sms", "Twilio:Client is incomplete")]
    [InlineData("Sms", "Hotline:Messages names no sender")]
    [InlineData("Demo", "Hotline:Messages:Channel is Demo")]
    public void What_cannot_send_does_not_start_and_says_what_is_missing(string channel, string complaint)
    {
        var builder = HotlineHost.CreateBuilder([
            "--environment=Production",
            $"--contentRoot={AppContext.BaseDirectory}",
            $"--Hotline:Messages:Channel={channel}",
        ]);

        Assert.Contains(HotlineHost.Complaints(builder), one => one.StartsWith(complaint, StringComparison.Ordinal));
    }

    private static IConfiguration Settings(string? channel, string demo) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Hotline:Messages:Channel"] = channel, ["Hotline:Demo"] = demo })
            .Build();

    private const string Opened = "{\"$type\":\"CaseOpened\",\"CaseNo\":\"123456789\"}";

    /// <summary>A row as a turn writes it.</summary>
    private static string Secret(int secret, string expires)
    {
        var id = Guid.CreateVersion7();
        return $$"""
            insert into notifications (id, dedupe_key, to_e164, language, template, body, state, created_at, wallet_id, secret, due_at, expires_at)
            values ('{{id}}', '{{id}}', '+8613800000001', 'zh-CN', 'CaseOpened', '{{Opened}}', 'QUEUED',
                    '{{TestHotline.Stored(
                DateTimeOffset.UtcNow
            )}}', 1, {{secret}}, '2026-01-01T00:00:00.000000Z', '{{expires}}T00:00:00.000000Z')
            """;
    }
}
