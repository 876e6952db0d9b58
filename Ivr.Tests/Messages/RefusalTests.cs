using Ivr.Flows.Wallet;
using Ivr.Tests.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Messages;

/// <summary>Messages that the carrier will not take, now or ever.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(Fault.NoMobile, "21614")]
    [InlineData(Fault.WrongToken, "20003")]
    [InlineData(Fault.OptedOut, "21610")]
    public async Task What_is_refused_is_asked_once_and_dead_with_its_code_and_alarms(Fault fault, string code)
    {
        await using var carrier = await CarrierStub.StartAsync(fault);
        await using var hotline = await TestHotline.StartAsync(carrier.Settings);
        await hotline.TellAsync(1);

        await hotline.UntilAsync("DEAD");

        Assert.Equal(1, carrier.Requests);
        Assert.Equal(code, await hotline.AskAsync<string>("select error_code from notifications"));
        Assert.Contains(hotline.Log.Lines, line => line.StartsWith($"Error 41", StringComparison.Ordinal));
        using var http = new HttpClient();
        var metrics = await http.GetStringAsync(new Uri(hotline.Address, "/metrics"));
        Assert.Matches($"\nivr_messages_failed_total{{code=\"{code}\"}} [1-9]", metrics);
    }

    [Fact]
    public async Task Who_opted_out_is_written_to_in_the_app_only_and_a_flow_can_ask()
    {
        await using var carrier = await CarrierStub.StartAsync(Fault.OptedOut);
        await using var hotline = await TestHotline.StartAsync(carrier.Settings);
        Assert.True(await CanReachAsync(hotline, 1));
        await hotline.TellAsync(1);
        await hotline.UntilAsync("DEAD");

        await hotline.TellAsync(1);
        await hotline.UntilAsync("DELIVERED");

        Assert.Equal(1, carrier.Requests);
        Assert.Equal("OPTED_OUT", await hotline.AskAsync<string>("select error_code from notifications where state = 'DELIVERED'"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from inbox_messages where wallet_id = 1"));
        Assert.False(await CanReachAsync(hotline, 1));
    }

    private static async Task<bool> CanReachAsync(TestHotline hotline, long walletId)
    {
        await using var scope = hotline.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMessageChannel>().CanReachAsync(walletId, default);
    }
}
