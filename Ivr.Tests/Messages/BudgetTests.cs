using Ivr.Tests.Calls;

namespace Ivr.Tests.Messages;

/// <summary>Nobody earns by having us send messages.</summary>
public sealed class BudgetTests
{
    [Theory]
    [InlineData("PerHour", 5, 1)]
    [InlineData("PerPrefixPerHour", 5, 1)]
    [InlineData("PerAccountPerDay", 2, 0)]
    public async Task No_more_short_messages_leave_than_the_budget_has_and_the_rest_are_in_the_app(string budget, int most, int alarms)
    {
        await using var carrier = await CarrierStub.StartAsync(Fault.TooMany, Fault.Broken);
        await using var hotline = await TestHotline.StartAsync([.. carrier.Settings, $"--Hotline:Messages:{budget}={most}"]);
        // The hour does not end within the test.
        hotline.Clock.Advance(TimeSpan.FromMinutes(1 + 60 - hotline.Clock.GetUtcNow().Minute));
        for (var wallet = 1; wallet <= 4; wallet++)
        {
            await hotline.TellAsync(wallet, notices: 4);
        }

        await OutboxOf.UntilAsync(
            async () => await hotline.CountAsync("SENT") + await hotline.CountAsync("DELIVERED") == 16,
            () => Task.FromResult("Not all are done.")
        );

        var cap = budget == "PerAccountPerDay" ? most * 4 : most;
        Assert.InRange(carrier.Accepted.Count, cap - 1, cap);
        Assert.Equal(16 - carrier.Accepted.Count, await hotline.AskAsync<long>("select count(*) from inbox_messages"));
        Assert.Equal(alarms, hotline.Log.Lines.Count(line => line.StartsWith("Error 45", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_attack_of_several_hours_alarms_once_and_the_next_one_again()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await TestHotline.StartAsync([.. carrier.Settings, "--Hotline:Messages:PerHour=1"]);

        await AttackAsync(TimeSpan.Zero);
        await AttackAsync(TimeSpan.FromHours(1));
        Assert.Equal(1, Alarms());

        await AttackAsync(TimeSpan.FromHours(3));
        Assert.Equal(2, Alarms());

        async Task AttackAsync(TimeSpan later)
        {
            hotline.Clock.Advance(later + TimeSpan.FromMinutes(later > TimeSpan.Zero ? 0 : 61 - hotline.Clock.GetUtcNow().Minute));
            var done = await hotline.CountAsync("SENT") + await hotline.CountAsync("DELIVERED");
            await hotline.TellAsync(1, notices: 3);
            await OutboxOf.UntilAsync(
                async () => await hotline.CountAsync("SENT") + await hotline.CountAsync("DELIVERED") == done + 3,
                () => Task.FromResult("Not all are done.")
            );
        }

        int Alarms() => hotline.Log.Lines.Count(line => line.StartsWith("Error 45", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_an_hour_within_the_budget_the_first_message_beyond_it_alarms()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await TestHotline.StartAsync([.. carrier.Settings, "--Hotline:Messages:PerHour=1"]);
        hotline.Clock.Advance(TimeSpan.FromMinutes(61 - hotline.Clock.GetUtcNow().Minute));
        await hotline.TellAsync(1);
        await DoneAsync(1);

        hotline.Clock.Advance(TimeSpan.FromHours(1));
        await hotline.TellAsync(1, notices: 2);
        await DoneAsync(3);

        Assert.Equal(1, hotline.Log.Lines.Count(line => line.StartsWith("Error 45", StringComparison.Ordinal)));

        Task DoneAsync(int count) =>
            OutboxOf.UntilAsync(
                async () => await hotline.CountAsync("SENT") + await hotline.CountAsync("DELIVERED") == count,
                () => Task.FromResult("Not all are done.")
            );
    }

    [Fact]
    public async Task A_number_of_a_country_that_is_not_served_gets_no_short_message()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await TestHotline.StartAsync(carrier.Settings);
        var abroad = await hotline.AskAsync<long>(
            "select w.id from wallets w join phone_bindings p on p.customer_id = w.customer_id where p.e164 = '+15550100013'"
        );
        await hotline.TellAsync(abroad);

        await hotline.UntilAsync("DELIVERED");

        Assert.Equal(0, carrier.Requests);
        Assert.Equal("COUNTRY_NOT_SERVED", await hotline.AskAsync<string>("select error_code from notifications"));
    }
}
