using Ivr.Tests.Messages;
using Ivr.Web.Callbacks;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Callbacks;

/// <summary>When promised calls are placed, which first, and what becomes of those that cannot be.</summary>
public sealed class PlacingTests
{
    [Fact]
    public async Task A_promised_call_comes_from_the_number_that_was_dialled_with_limits_and_a_name_that_says_nothing()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline.PromiseAsync();

        await hotline.LookAsync();

        var call = Assert.Single(carrier.Calls);
        Assert.Equal((CallbackHotline.Happy, CallbackHotline.Dialled), (call.To, call.From));
        Assert.Equal(("30", "5400", "Enable"), (call.Fields["Timeout"], call.Fields["TimeLimit"], call.Fields["MachineDetection"]));
        Assert.Matches($"^{CallbackHotline.PublicUrl}/voice/incoming\\?ref=[0-9a-f]{{32}}$", call.Fields["Url"]);
        Assert.Equal(call.Fields["Url"].Replace("incoming", "status", StringComparison.Ordinal), call.Fields["StatusCallback"]);
        Assert.Equal(call.Fields["Url"].Replace("incoming", "fallback", StringComparison.Ordinal), call.Fields["FallbackUrl"]);
        Assert.Equal("CALLING 1", await hotline.StandsAsync());
        Assert.DoesNotContain(hotline.Log.Lines, line => line.Contains(CallbackHotline.Happy[3..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_are_placed_by_their_places_in_the_queue_and_urgent_ones_first()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier, "--Hotline:Callbacks:AtOnce=1");
        await hotline.PutAsync("+8613911110002", minutesAgo: 20);
        await hotline.PutAsync("+8613911110003", minutesAgo: 10);
        await hotline.PutAsync("+8613911110001", minutesAgo: 5, urgent: true);

        for (var placed = 1; placed <= 3; placed++)
        {
            await hotline.LookAsync();
            await hotline.LookAsync();
            Assert.Equal(placed, carrier.Calls.Count);
            await hotline.EndsAsync(carrier.Calls[^1], "busy");
        }

        Assert.Equal(["+8613911110001", "+8613911110002", "+8613911110003"], carrier.Calls.Select(call => call.To));
        Assert.All(carrier.Calls, call => Assert.Equal("+15550177", call.From));
    }

    [Fact]
    public async Task Nobody_is_called_back_before_who_waits_in_the_queue_since_longer()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        var waiting = hotline.Caller("locked-two");
        await waiting.Dials().Presses("0").WaitsForAPerson();
        await hotline.PutAsync(CallbackHotline.Happy, minutesAgo: -1);

        await hotline.LookAsync();
        Assert.Empty(carrier.Calls);

        await waiting.FindsThat("answers");
        await hotline.LookAsync();
        Assert.Single(carrier.Calls);
    }

    [Fact]
    public async Task Two_nodes_over_one_database_place_each_call_once()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var one = await CallbackHotline.StartAsync(carrier, "--Hotline:Callbacks:AtOnce=100");
        await using var other = await CallbackHotline.StartAsync(
            carrier,
            "--Hotline:Callbacks:AtOnce=100",
            $"--Hotline:DataDirectory={one.Folder}"
        );
        for (var number = 10; number < 40; number++)
        {
            await one.PutAsync($"+86139111100{number}");
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(look => (look % 2 == 0 ? one : other).LookAsync()));

        Assert.Equal(30, carrier.Calls.Count);
        Assert.Equal(30, carrier.Calls.Select(call => call.To).Distinct().Count());
    }

    [Fact]
    public async Task After_three_attempts_a_quarter_of_an_hour_apart_a_person_takes_it_over_and_the_owner_is_told()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline
            .Caller("happy")
            .Dials()
            .Presses("1")
            .AnswersRightly(2)
            .Presses("0")
            .FindsThat("full")
            .Presses("4")
            .Presses("1")
            .Hears("记下了")
            .HangsUp();

        foreach (var status in new[] { "no-answer", "busy", "failed" })
        {
            await hotline.LookAsync();
            await hotline.EndsAsync(carrier.Calls[^1], status);
            var placed = carrier.Calls.Count;
            await hotline.LookAsync(TimeSpan.FromMinutes(14));
            Assert.Equal(placed, carrier.Calls.Count);
            hotline.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        await hotline.LookAsync(TimeSpan.FromHours(3));

        Assert.Equal(3, carrier.Calls.Count);
        Assert.Equal(3, carrier.Calls.Select(call => call.Reference).Distinct().Count());
        Assert.Equal("GIVEN_UP 3", await hotline.StandsAsync());
        Assert.Equal(
            1,
            await hotline.AskAsync<int>(
                "select count(*) from cases s join callbacks c on s.subject = concat('callback:', c.id) where s.type = 'NOT_REACHED' and s.state = 'OPEN'"
            )
        );
        Assert.Equal(1, await hotline.AskAsync<int>("select count(*) from promises where [rule] = 'CASE_ANSWERED'"));
        Assert.Equal(1, await hotline.AskAsync<int>("select count(*) from notifications where template = 'NotReached'"));
    }

    [Fact]
    public async Task While_people_are_not_there_nobody_is_called()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline.PutAsync(CallbackHotline.Happy);
        await hotline.ExecuteAsync("insert into hotline_settings (name, value) values ('agents-closed-until', 'reopened')");

        await hotline.LookAsync(TimeSpan.FromHours(5));
        Assert.Equal((0, "WAITING 0"), (carrier.Calls.Count, await hotline.StandsAsync()));

        await hotline.ExecuteAsync("delete from hotline_settings");
        await hotline.LookAsync();
        Assert.Single(carrier.Calls);
    }

    [Theory]
    [InlineData("+19005550142")]
    [InlineData("+8613800000001")]
    public async Task A_number_that_may_not_be_called_any_more_is_never_dialled_and_not_forgotten(string number)
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier, "--Hotline:Agents:CallbackCountries=1, -1900");
        await hotline.PutAsync(number);

        await hotline.LookAsync();

        Assert.Equal((0, "GIVEN_UP 0"), (carrier.Requests, await hotline.StandsAsync()));
        Assert.Equal(1, await hotline.AskAsync<int>("select count(*) from cases where type = 'NOT_REACHED'"));
    }

    [Theory]
    [InlineData(Fault.WrongToken)]
    [InlineData(Fault.TooMany)]
    public async Task What_the_carrier_does_not_take_for_our_own_fault_is_no_attempt(Fault fault)
    {
        await using var carrier = await CarrierStub.StartAsync(fault);
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline.PutAsync(CallbackHotline.Happy);

        await hotline.LookAsync();
        Assert.Equal((0, "WAITING 0"), (carrier.Calls.Count, await hotline.StandsAsync()));

        await hotline.LookAsync(TimeSpan.FromMinutes(2));
        Assert.Equal((1, "CALLING 1"), (carrier.Calls.Count, await hotline.StandsAsync()));
    }

    [Fact]
    public async Task What_the_carrier_refuses_for_the_number_is_an_attempt()
    {
        await using var carrier = await CarrierStub.StartAsync(Fault.CountryNotAllowed);
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline.PutAsync(CallbackHotline.Happy);

        await hotline.LookAsync();

        Assert.Equal((0, "WAITING 1"), (carrier.Calls.Count, await hotline.StandsAsync()));
    }

    [Theory]
    [InlineData(Fault.CutAfterAccepting, 1)]
    [InlineData(Fault.BrokenAfterAccepting, 1)]
    [InlineData(Fault.CutBeforeAccepting, 0)]
    public async Task What_may_have_been_placed_or_not_is_not_placed_again_at_once_and_counts(Fault fault, int placed)
    {
        await using var carrier = await CarrierStub.StartAsync(fault);
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline.PutAsync(CallbackHotline.Happy);

        await hotline.LookAsync();
        await hotline.LookAsync(TimeSpan.FromMinutes(2));
        Assert.Equal((1, "CALLING 1"), (carrier.Requests, await hotline.StandsAsync()));

        await hotline.LookAsync(TimeSpan.FromMinutes(2));
        Assert.Equal((1, "WAITING 1"), (carrier.Requests, await hotline.StandsAsync()));

        await hotline.LookAsync(TimeSpan.FromMinutes(16));
        Assert.Equal((placed + 1, "CALLING 2"), (carrier.Calls.Count, await hotline.StandsAsync()));
    }

    [Fact]
    public async Task A_call_that_was_placed_without_an_answer_to_us_is_known_again_when_somebody_picks_up()
    {
        await using var carrier = await CarrierStub.StartAsync(Fault.CutAfterAccepting);
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline.PutAsync(CallbackHotline.Happy);
        await hotline.LookAsync();

        var call = Assert.Single(carrier.Calls);
        await hotline.Rings(call).Answers().Hears("您要我们打给您的").Presses("1").WaitsForAPerson();

        Assert.Equal(call.Sid, await hotline.AskAsync<string>("select placed_sid from callbacks"));
        await hotline.LookAsync(TimeSpan.FromMinutes(10));
        Assert.Equal((1, "CALLING 1"), (carrier.Requests, await hotline.StandsAsync()));
    }

    [Theory]
    [InlineData("completed", "WAITING 1")]
    [InlineData(null, "WAITING 1")]
    [InlineData("in-progress", "CALLING 1")]
    public async Task A_call_whose_end_was_never_told_is_asked_after(string? status, string stands)
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline.PutAsync(CallbackHotline.Happy);
        await hotline.LookAsync();
        carrier.CallStatus = status;

        await hotline.LookAsync(TimeSpan.FromMinutes(4));
        Assert.Equal(stands, await hotline.StandsAsync());

        await hotline.LookAsync(TimeSpan.FromHours(2));
        Assert.NotEqual("CALLING 1", await hotline.StandsAsync());
    }

    [Fact]
    public async Task Without_countries_nothing_is_placed()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier, "--Hotline:Agents:CallbackCountries=");

        var worker = hotline.Services.GetRequiredService<CallbackWorker>();
        await worker.StartAsync(default);
        await worker.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(0, carrier.Requests);
    }
}
