using Ivr.Flows.Flows;
using Ivr.Tests.Calls;
using Ivr.Tests.Machine;

namespace Ivr.Tests.Messages;

/// <summary>Short messages by a carrier that does everything a carrier does.</summary>
public sealed class SendingTests
{
    [Fact]
    public async Task What_a_call_gave_cause_for_leaves_once_to_the_number_on_file_in_the_owners_words()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await TestHotline.StartAsync([
            .. carrier.Settings,
            "--Twilio:RequestValidation:BaseUrlOverride=https://hotline.example.com",
        ]);
        await hotline.TellAsync(1);

        await hotline.UntilAsync("SENT");
        var message = Assert.Single(carrier.Accepted);
        Assert.Equal(("+8613800000001", "+15005550006"), (message.To, message.From));
        Assert.Equal("连江数字钱包：您的事已经记下，编号 001000000。有结果会在应用里告诉您。", message.Body);
        Assert.Matches("^https://hotline\\.example\\.com/voice/messages/status\\?ref=[0-9a-f-]{36}$", message.Callback);
        Assert.Equal(message.Sid, await hotline.AskAsync<string>("select message_sid from notifications"));
    }

    [Fact]
    public async Task No_number_and_no_text_of_a_message_is_in_the_log()
    {
        await using var carrier = await CarrierStub.StartAsync(
            Fault.TooMany,
            Fault.NoMobile,
            Fault.WrongToken,
            Fault.Broken,
            Fault.CutAfterAccepting,
            Fault.OptedOut
        );
        await using var hotline = await TestHotline.StartAsync(carrier.Settings);
        for (var wallet = 1; wallet <= 6; wallet++)
        {
            await hotline.TellAsync(wallet);
        }

        await OutboxOf.UntilAsync(
            async () => await hotline.CountAsync("SENT") + await hotline.CountAsync("DEAD") == 6,
            () => Task.FromResult("Not all are done.")
        );

        Assert.Contains(hotline.Log.Lines, line => line.Contains("21614", StringComparison.Ordinal));
        Assert.DoesNotContain(hotline.Log.Lines, line => line.Contains("138000000", StringComparison.Ordinal));
        Assert.DoesNotContain(hotline.Log.Lines, line => line.Contains("编号", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_burst_of_too_many_requests_delays_messages_and_neither_loses_nor_doubles_nor_disorders_them()
    {
        await using var carrier = await CarrierStub.StartAsync([.. Enumerable.Repeat(Fault.TooMany, 12)]);
        await using var hotline = await TestHotline.StartAsync(carrier.Settings);
        for (var wallet = 1; wallet <= 4; wallet++)
        {
            await hotline.TellAsync(wallet, notices: 4);
        }

        await hotline.UntilAsync("SENT", 16);

        Assert.Equal(28, carrier.Requests);
        Assert.Equal(0, carrier.Lookups);
        CheckOrder(carrier, recipients: 4, each: 4);
    }

    [Fact]
    public async Task A_carrier_that_is_away_for_long_gets_every_message_when_it_is_back()
    {
        await using var carrier = await CarrierStub.StartAsync();
        carrier.Always = Fault.TooMany;
        await using var hotline = await TestHotline.StartAsync(carrier.Settings);
        await hotline.TellAsync(1, notices: 2);
        await OutboxOf.UntilAsync(
            async () => await hotline.AskAsync<long>("select max(attempts) from notifications") == 5,
            () => Task.FromResult("The quick tries are not over.")
        );

        carrier.Always = null;
        hotline.Clock.Advance(TimeSpan.FromSeconds(40));

        await hotline.UntilAsync("SENT", 2);
        CheckOrder(carrier, recipients: 1, each: 2);
        Assert.Single(hotline.Log.Lines, line => line.Contains("The carrier is away", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_carrier_that_refuses_connections_gets_every_message_once_when_it_listens()
    {
        var port = Ports.Free();
        await using var hotline = await TestHotline.StartAsync([
            .. (await SettingsAsync()),
            $"--Twilio:ApiBaseUrl=http://127.0.0.1:{port}",
        ]);
        await hotline.TellAsync(1);
        await OutboxOf.UntilAsync(
            async () => await hotline.AskAsync<long>("select max(attempts) from notifications where error_code = 'NO_CONNECTION'") >= 2,
            async () => $"No connection failed, but {await hotline.AskAsync<string>("select concat(state, error_code) from notifications")}"
        );

        await using var carrier = await CarrierStub.StartAsync(port);
        hotline.Clock.Advance(TimeSpan.FromSeconds(40));

        await hotline.UntilAsync("SENT");
        Assert.Single(carrier.Accepted);
        Assert.Equal(0, carrier.Lookups);
    }

    [Theory]
    [InlineData(Fault.CutAfterAccepting)]
    [InlineData(Fault.BrokenAfterAccepting)]
    [InlineData(Fault.Held)]
    public async Task What_was_accepted_without_an_answer_is_found_and_not_sent_again(Fault fault)
    {
        await using var carrier = await CarrierStub.StartAsync(fault);
        await using var hotline = await TestHotline.StartAsync(carrier.Settings);
        await hotline.TellAsync(1, notices: 2);

        await hotline.UntilAsync("SENT", 2);

        Assert.Equal(2, carrier.Requests);
        CheckOrder(carrier, recipients: 1, each: 2);
        var sids = await hotline.ListAsync<string>("select message_sid from notifications order by id");
        Assert.Equal(carrier.Accepted.Select(message => message.Sid), sids);
    }

    [Theory]
    [InlineData(Fault.Broken)]
    [InlineData(Fault.CutBeforeAccepting)]
    public async Task What_was_not_accepted_is_sent_again_once_it_is_known(Fault fault)
    {
        await using var carrier = await CarrierStub.StartAsync(fault);
        await using var hotline = await TestHotline.StartAsync(carrier.Settings);
        await hotline.TellAsync(1);

        await hotline.UntilAsync("SENT");

        Assert.Single(carrier.Accepted);
        Assert.Equal((2, 1), (carrier.Requests, carrier.Lookups));
    }

    [Fact]
    public async Task While_nobody_can_tell_whether_a_message_was_sent_it_is_not_sent_again()
    {
        await using var carrier = await CarrierStub.StartAsync(Fault.CutAfterAccepting);
        carrier.HidesMessages = true;
        await using var hotline = await TestHotline.StartAsync(carrier.Settings);
        await hotline.TellAsync(1);
        await OutboxOf.UntilAsync(() => Task.FromResult(carrier.Lookups >= 3), () => Task.FromResult("Nobody looks for the message."));
        Assert.Equal(1, carrier.Requests);

        carrier.HidesMessages = false;

        await hotline.UntilAsync("SENT");
        Assert.Equal(1, carrier.Requests);
    }

    [Fact]
    public async Task A_carrier_that_always_breaks_is_asked_five_times_and_then_the_message_is_dead()
    {
        await using var carrier = await CarrierStub.StartAsync();
        carrier.Always = Fault.Broken;
        await using var hotline = await TestHotline.StartAsync(carrier.Settings);
        await hotline.TellAsync(1);

        await hotline.UntilAsync("DEAD");

        Assert.Equal(5, carrier.Requests);
        Assert.Equal("OUTCOME_UNKNOWN", await hotline.AskAsync<string>("select error_code from notifications"));
    }

    [Fact]
    public async Task A_slow_carrier_holds_up_no_call()
    {
        await using var carrier = await CarrierStub.StartAsync();
        carrier.Always = Fault.Held;
        await using var hotline = await TestHotline.StartAsync([.. carrier.Settings, "--Hotline:Messages:TimeoutSeconds=100"]);
        await hotline.TellAsync(7);
        await RequestedAsync(carrier, 1);

        await hotline
            .Caller("locked-self-service")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Presses("1")
            // A code that was keyed before it left would be told to nobody.
            .Meanwhile(() => RequestedAsync(carrier, 2))
            .KeysTheCode()
            .Hears(UnlockPrompts.Done)
            .IsSilent()
            .IsSilent()
            .IsHungUpOn();

        Assert.Equal(0, await hotline.CountAsync("SENT"));
        carrier.AnswersWhatItHeld();
        await hotline.UntilAsync("SENT", 3);
    }

    /// <summary>Everybody got theirs once, in the order they were written.</summary>
    internal static void CheckOrder(CarrierStub carrier, int recipients, int each)
    {
        var all = carrier.Accepted.GroupBy(message => message.To).ToList();
        Assert.Equal(recipients, all.Count);
        foreach (var messages in all.Select(group => group.Select(message => message.Body).ToList()))
        {
            Assert.Equal(each, messages.Count);
            Assert.Equal(messages.Distinct().Order(StringComparer.Ordinal), messages);
        }
    }

    private static Task RequestedAsync(CarrierStub carrier, int count) =>
        OutboxOf.UntilAsync(
            () => Task.FromResult(carrier.Requests == count),
            () => Task.FromResult($"The carrier was asked {carrier.Requests} times, not {count}.")
        );

    private static async Task<string[]> SettingsAsync()
    {
        await using var carrier = await CarrierStub.StartAsync();
        return carrier.Settings;
    }
}
