using System.Xml.Linq;
using Ivr.Flows.Flows;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Calls;

/// <summary>Callers who wait in the queue: what they are told, and the keys they press.</summary>
public sealed class QueueCalls
{
    [Fact]
    public async Task The_place_in_the_queue_is_told_every_minute_and_a_half_with_music_in_between()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");
        caller.Call.QueuePosition = 3;

        await caller.Dials().Presses("0").Hears("同事正在忙，前面有两位。").DoesNotHear("大约还要等");
        Assert.Contains(caller.Call.Events, happened => happened is Played { Url: "/prompts/audio/wait.wav" });
        Assert.Equal("8", Verb(caller, "Play").Attribute("loop")!.Value);

        caller.Call.QueuePosition = 2;
        await caller.WaitsForNews().Hears("同事正在忙，前面有一位。").WaitsForAPerson();
    }

    [Theory]
    [InlineData(100, "大约还要等两分钟。")]
    [InlineData(151, "大约还要等四分钟。")]
    [InlineData(20, "大约还要等一分钟。")]
    public async Task The_wait_is_estimated_from_recent_waits_and_rounded_up(int seconds, string words)
    {
        await using var hotline = await TestHotline.StartAsync();
        for (var call = 0; call < 3; call++)
        {
            await hotline.ExecuteAsync(
                $"""
                insert into queue_entries (call_sid, turn, queue, entered_at, left_at, waited_seconds, result)
                values ('CA{call}', 1, 'hotline', '2026-01-01T00:00:00.000000Z', '2099-01-01T00:00:00.000000Z', {seconds}, 'SERVED')
                """
            );
        }

        await hotline.Caller("happy").Dials().Presses("0").Hears(words).WaitsForAPerson();
    }

    [Fact]
    public async Task How_long_a_served_caller_waited_is_kept()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller.Dials().Presses("0").WaitsForNews().FindsThat("answers").Hears("还有别的问题吗");

        Assert.Equal("SERVED", await hotline.AskAsync<string>("select result from queue_entries where left_at is not null"));
        Assert.InRange(await hotline.AskAsync<int>("select waited_seconds from queue_entries"), 80, 200);
        Assert.Equal("SERVED", await hotline.AskAsync<string>("select outcome from handovers where ended_at is not null"));
    }

    [Fact]
    public async Task Keys_in_the_queue_lead_to_a_message_or_back_and_a_wrong_one_is_forgiven()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Presses("0")
            .Presses("7")
            .Hears("这里没有这一项。")
            .Hears("留言，请按二。")
            .WaitsForAPerson();
        await caller.Presses("#").Hears("同事正在忙").WaitsForAPerson();
        await caller.Presses("*").Hears(UnlockPrompts.UnlockNow);
        await caller.Presses("0").WaitsForAPerson();
        await caller.Presses("2").Hears("听到嘀的一声后请说话").IsRecorded();

        Assert.Equal(2, await hotline.AskAsync<int>("select count(*) from queue_entries where choice is not null"));
    }

    [Fact]
    public async Task A_wait_that_is_told_only_after_the_end_of_the_call_counts_all_the_same()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");
        await caller.Dials().Presses("0").WaitsForAPerson();
        using var http = new HttpClient { BaseAddress = hotline.Address };
        var parties = new Parties(
            "+8613800000001",
            TelephoneExchange.Hotline,
            "AC00000000000000000000000000000000",
            "demo-token-for-the-telephone-on-this-machine"
        );
        var line = new Line(http, parties);

        await line.SendAsync(line.Status, "completed", [("CallSid", caller.Call.CallSid)], default);
        Assert.Equal("CALLER_LEFT", await hotline.AskAsync<string>("select result from queue_entries where waited_seconds is null"));

        var document = (
            await line.SendAsync(
                new Uri(hotline.Address, "/voice/turns/2"),
                "completed",
                [("CallSid", caller.Call.CallSid), ("QueueResult", "bridged"), ("QueueTime", "42")],
                default
            )
        ).Response;

        Assert.NotNull(document!.Element("Hangup"));
        Assert.Equal("SERVED", await hotline.AskAsync<string>("select result from queue_entries where waited_seconds = 42"));
    }

    private static XElement Verb(TestCaller caller, string name) =>
        caller.Call.Events.OfType<Answered>().SelectMany(answered => XElement.Parse(answered.Twiml).Descendants(name)).Last();
}
