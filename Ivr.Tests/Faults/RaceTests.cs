using Ivr.Data.Demo;
using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;
using Ivr.Tests.Calls;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Faults;

/// <summary>Two calls do the last step for one account at the same moment: one of them does it, and both hear what is true.</summary>
public sealed class RaceTests
{
    private const string AnotherPhone = "+8613900000077";

    /// <summary>Pairs of each kind; twenty thousand by hand.</summary>
    private static readonly int Races = Settings.Of("IVR_TEST_RACES", 300);

    [Fact]
    public async Task Of_two_calls_that_unlock_one_does_and_the_other_hears_that_the_locks_are_others()
    {
        await using var hotline = await TestHotline.StartAsync();
        foreach (var customer in await Crowd.JoinAsync(hotline, Races, "happy"))
        {
            var (one, other) = (await ReadyToUnlock(hotline, customer), await ReadyToUnlock(hotline, customer));

            await AtOnce(one, other);

            Assert.Equal(("1 released", 1), (await DoneAsync(hotline, customer), Count(hotline, UnlockPrompts.Done, one, other)));
            Assert.Equal(1, Count(hotline, UnlockPrompts.Changed, one, other) + Count(hotline, UnlockPrompts.NotLocked, one, other));
        }
    }

    [Fact]
    public async Task Of_two_calls_that_freeze_one_does_and_the_other_hears_that_it_is_done()
    {
        await using var hotline = await TestHotline.StartAsync();
        foreach (var customer in await Crowd.JoinAsync(hotline, Races, "no-data"))
        {
            var (one, other) = (await ReadyToFreeze(hotline, customer), await ReadyToFreeze(hotline, customer));

            await AtOnce(one, other);

            Assert.Equal("1 frozen", await DoneAsync(hotline, customer));
            Assert.Equal(
                (1, 1),
                (Count(hotline, FreezePrompts.Frozen(new("")), one, other), Count(hotline, FreezePrompts.FrozenBefore(new("")), one, other))
            );
        }
    }

    [Fact]
    public async Task A_freeze_that_meets_an_unlock_stays_and_whoever_unlocks_hears_which_came_first()
    {
        await using var hotline = await TestHotline.StartAsync();
        foreach (var customer in await Crowd.JoinAsync(hotline, Races, "happy"))
        {
            var (unlocks, freezes) = (await ReadyToUnlock(hotline, customer), await ReadyToFreeze(hotline, customer));

            await AtOnce(unlocks, freezes);

            var isUnlocked = Count(hotline, UnlockPrompts.Done, unlocks) == 1;
            Assert.Equal(isUnlocked ? "1 frozen, 1 released" : "1 frozen", await DoneAsync(hotline, customer));
            Assert.Equal(isUnlocked ? 0 : 1, Count(hotline, UnlockPrompts.Changed, unlocks));
            Assert.Equal(1, Count(hotline, FreezePrompts.Frozen(new("")), freezes));
            Assert.Equal(
                1,
                await hotline.AskAsync<int>(
                    $"""
                    select count(*) from wallet_locks l join wallets w on w.id = l.wallet_id
                    where w.wallet_no = '{customer.WalletNo}' and l.reason_code = 'SELF_FREEZE' and l.released_at is null
                    """
                )
            );
        }
    }

    [Fact]
    public async Task Of_two_calls_that_ask_for_one_refund_one_does_and_the_other_hears_that_it_is_under_way()
    {
        await using var hotline = await TestHotline.StartAsync();
        foreach (var customer in await Crowd.JoinAsync(hotline, Races, "refund-open"))
        {
            var order = customer.Payments.First(payment => payment.OrderNo.StartsWith("202611210000003301", StringComparison.Ordinal));
            var (one, other) = (await ReadyToRefund(order.OrderNo, null), await ReadyToRefund(order.OrderNo, AnotherPhone));

            await AtOnce(one, other);

            Assert.Equal(
                ("1 requested", 1),
                (
                    await DoneAsync(hotline, customer),
                    Count(hotline, OpenRefundPrompts.Barred(Ivr.Flows.Wallet.RefundBar.UnderWay), one, other)
                )
            );

            async Task<Ready> ReadyToRefund(string orderNo, string? from)
            {
                var caller = new TestCaller(hotline, customer, from).Dials().Chooses<RefundFlow>().Presses("2");
                await (from is null ? caller : caller.Presses($"{customer.WalletNo}#").Presses(customer.CertificateTail));
                await caller.AnswersRightly(2).Presses("3").Presses(orderNo[^6..]).Presses("1").Presses("2");
                return new Ready(caller, "1");
            }
        }
    }

    private sealed record Ready(TestCaller Caller, string Keys);

    private static async Task<Ready> ReadyToUnlock(TestHotline hotline, DemoCustomer customer)
    {
        var caller = new TestCaller(hotline, customer);
        await caller.Dials().Chooses<UnlockFlow>().AnswersRightly(2).Presses("1").Hears(CodePrompts.AskCode);
        return new Ready(caller, (await hotline.CodeSentToAsync(customer.Phone))!);
    }

    private static async Task<Ready> ReadyToFreeze(TestHotline hotline, DemoCustomer customer)
    {
        var caller = new TestCaller(hotline, customer);
        await caller.Dials().Presses("9").Presses("1").Hears(FreezePrompts.FreezeNow);
        return new Ready(caller, "1");
    }

    private static Task AtOnce(params Ready[] callers) =>
        Task.WhenAll(callers.Select(async ready => await ready.Caller.Presses(ready.Keys)));

    /// <summary>How many of them heard it.</summary>
    private static int Count(TestHotline hotline, Prompt prompt, params Ready[] callers)
    {
        var words = new FuzzWords(hotline.Prompts);
        return callers.Count(ready => ready.Caller.Call.Events.OfType<Spoken>().Any(spoken => words.Says(spoken.Text, prompt.Key)));
    }

    /// <summary>What the audit tells of an account.</summary>
    private static async Task<string> DoneAsync(TestHotline hotline, DemoCustomer customer) =>
        string.Join(
            ", ",
            await hotline.ListAsync<string>(
                $"""
                select concat(count(*), ' ', replace(replace(replace(a.action, 'locks ', ''), 'account ', ''), 'refund ', '')) as what
                from audit_log a
                where a.action in ('locks released', 'account frozen', 'refund requested')
                  and a.call_sid in (select sid from calls where caller = '{customer.Phone}' or caller = '{AnotherPhone}')
                  and (a.object = (select concat('wallet:', id) from wallets where wallet_no = '{customer.WalletNo}')
                    or a.object in (select concat('refund:', f.id) from refunds f join wallets w on w.id = f.wallet_id where w.wallet_no = '{customer.WalletNo}'))
                group by a.action
                order by a.action
                """
            )
        );
}
