using Ivr.Data.Connections;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Ivr.Tests.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Messages;

/// <summary>Puts notices out as turns do, and waits for what becomes of them.</summary>
internal static class OutboxOf
{
    /// <summary>Longer than anything here takes; a test that waits so long has failed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>As many notices to the owner of a wallet, in one turn.</summary>
    public static async Task TellAsync(this TestHotline hotline, long walletId, int notices = 1)
    {
        await using var scope = hotline.Services.CreateAsyncScope();
        for (var number = 0; number < notices; number++)
        {
            var notice = new Notice.CaseOpened($"{walletId:000}{number:000000}");
            await scope.ServiceProvider.GetRequiredService<INotices>().PutAsync(Call(hotline), walletId, notice, $"{number}", default);
        }

        await scope.ServiceProvider.GetRequiredService<TurnScope>().CommitAsync(default);
    }

    /// <summary>How many messages are in a state.</summary>
    public static Task<long> CountAsync(this TestHotline hotline, string state) =>
        hotline.AskAsync<long>($"select count(*) from notifications where state = '{state}'");

    public static Task UntilAsync(this TestHotline hotline, string state, int count = 1) =>
        UntilAsync(async () => await hotline.CountAsync(state) == count, () => hotline.TellStatesAsync($"{count} {state}"));

    public static async Task UntilAsync(Func<Task<bool>> holds, Func<Task<string>> otherwise)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            if (patience.IsCancellationRequested)
            {
                Assert.Fail(await otherwise());
            }

            await Task.Delay(20);
        }
    }

    private static async Task<string> TellStatesAsync(this TestHotline hotline, string expected)
    {
        var states = await hotline.AskAsync<string>(
            "select string_agg(concat(state, ' ', error_code, ' ', attempts), ', ') from notifications"
        );
        return $"Expected {expected}. There are: {states}\n{string.Join('\n', hotline.Log.Lines.Where(line => line.Contains("essage", StringComparison.Ordinal)).TakeLast(20))}";
    }

    private static Call Call(TestHotline hotline) =>
        new()
        {
            Sid = $"CA{Guid.NewGuid():N}",
            From = "+8613800000001",
            To = "+15550100",
            StartedAt = hotline.Clock.GetUtcNow(),
            Now = hotline.Clock.GetUtcNow(),
        };
}
