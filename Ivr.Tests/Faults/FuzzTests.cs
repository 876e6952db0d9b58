using System.Collections.Concurrent;
using Ivr.Data.Demo;
using Xunit.Abstractions;

namespace Ivr.Tests.Faults;

/// <summary>
/// Signed webhooks that a caller could bring about, and many that none could, drawn from seeds. A call that breaks a rule is printed as the
/// shortest script that breaks it again.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    /// <summary>How many in all; a million by hand.</summary>
    private static readonly int Webhooks = Settings.Of("IVR_TEST_FUZZ", 20_000);

    /// <summary>The seed of the first call; each call has the next one.</summary>
    private static readonly int FirstSeed = Settings.Of("IVR_TEST_FUZZ_SEED", 1);

    private const int CallersAtOnce = 4;

    /// <summary>After so many the hotline has had its hour of quiet, or everybody would soon be shut out of the questions.</summary>
    private const int CallsBetweenGuesses = 10;

    /// <summary>A customer is good for so many webhooks, then their account is worn out.</summary>
    private const int WebhooksPerCustomer = 100;

    [Theory]
    [InlineData("Queue", "hotline")]
    [InlineData("Number", "+15550177")]
    public async Task Whatever_comes_is_answered_and_nothing_happens_that_nobody_proved_and_agreed_to(string setting, string target)
    {
        var copies = Math.Max(1, Webhooks / 2 / WebhooksPerCustomer / DemoWallet.Customers.Count);
        await using var ground = await FuzzGround.PrepareAsync(copies, (setting, target));
        var (seed, sent, calls) = (FirstSeed - 1, 0, 0);
        var effects = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var started = DateTime.UtcNow;

        await Task.WhenAll(Enumerable.Range(0, CallersAtOnce).Select(_ => Task.Run(CallOnAsync)));

        var seconds = (DateTime.UtcNow - started).TotalSeconds;
        output.WriteLine($"{sent} webhooks in {calls} calls from seed {FirstSeed} in {seconds:0} s, {sent / seconds:0} a second.");
        output.WriteLine(string.Join(", ", effects.OrderBy(one => one.Key).Select(one => $"{one.Value} {one.Key}")));
        Assert.Equal("", ground.Problems);
        Assert.All(
            Confirmation.All,
            effect => Assert.True(effects.ContainsKey(effect.Action), $"Nobody came as far as '{effect.Action}'.")
        );

        async Task CallOnAsync()
        {
            while (Volatile.Read(ref sent) < Webhooks / 2)
            {
                var call = await CallAsync(ground, Interlocked.Increment(ref seed));
                Interlocked.Add(ref sent, call.Webhooks);
                if (Interlocked.Increment(ref calls) % CallsBetweenGuesses == 0)
                {
                    await ground.Hotline.ExecuteAsync("delete from guess_rates");
                }

                foreach (var (action, count) in await call.CheckEffectsAsync())
                {
                    effects.AddOrUpdate(action, count, (_, before) => before + count);
                }
            }
        }

        async Task<FuzzCall> CallAsync(FuzzGround on, int from)
        {
            var caller = new FuzzCaller(new Random(from));
            var customer = caller.About(on.Customers);
            var call = new FuzzCall(on, customer, caller.From(customer.Phone));
            try
            {
                await caller.CallAsync(call);
                await call.CheckEffectsAsync();
                return call;
            }
            catch (FuzzException broken)
            {
                var script = await FuzzScript.ShortestAsync(call, () => FuzzGround.PrepareAsync(copies, (setting, target)));
                throw new InvalidOperationException($"Seed {from}, a call from {call.From}: {broken.Message}\nThe call:\n{script}", broken);
            }
        }
    }
}
