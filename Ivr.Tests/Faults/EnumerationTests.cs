using System.Text.RegularExpressions;
using Ivr.Data.Demo;
using Ivr.Flows.Flows;
using Ivr.Tests.Calls;

namespace Ivr.Tests.Faults;

/// <summary>Before a caller has proven anything, no word tells whether there is such an account or how it stands.</summary>
public sealed class EnumerationTests
{
    /// <summary>Two hundred by hand.</summary>
    private static readonly int Pairs = Settings.Of("IVR_TEST_PAIRS", 24);

    /// <summary>How an account may stand; nothing is done to the first.</summary>
    private static readonly string[] Standings =
    [
        "",
        "insert into wallet_locks (id, wallet_id, reason_code, scope, placed_by, placed_at) values ({id} + 500, {id}, 'COURT_ORDER', 'ALL', 'SYSTEM', '2026-01-01T00:00:00.000000Z')",
        "insert into wallet_locks (id, wallet_id, reason_code, scope, placed_by, placed_at) values ({id} + 600, {id}, 'SELF_FREEZE', 'ALL', 'PHONE', '2026-01-01T00:00:00.000000Z')",
        "insert into question_guards (wallet_id, consecutive_wrong, paused_until) values ({id}, 5, '2999-01-01T00:00:00.000000Z')",
        "insert into question_guards (wallet_id, consecutive_wrong, locked_at) values ({id}, 10, '2026-01-01T00:00:00.000000Z')",
        "update wallets set status = 'CLOSED' where id = {id}",
    ];

    /// <summary>Each caller is of another prefix; the first wrong answer begins an episode, or the twentieth.</summary>
    [Theory]
    [InlineData("SystemFloor=20")]
    [InlineData("SystemFloor=1")]
    [InlineData("PrefixFloor=1")]
    public async Task An_account_sounds_the_same_byte_for_byte_whether_or_not_it_exists_and_however_it_stands(string limit)
    {
        await using var hotline = await TestHotline.StartAsync($"--Hotline:Policy:Verification:{limit}");
        var accounts = await Crowd.JoinAsync(hotline, 1 + (Pairs / DemoWallet.Customers.Count));
        var calls = 0;
        var compared = 0;
        for (var pair = 0; pair < Pairs; pair++)
        {
            var known = accounts[pair];
            var standing = Standings[pair % Standings.Length];
            if (standing.Length > 0)
            {
                var id = await hotline.AskAsync<long>($"select id from wallets where wallet_no = '{known.WalletNo}'");
                await hotline.ExecuteAsync(standing.Replace("{id}", $"{id}", StringComparison.Ordinal));
            }

            var unknown = known with { WalletNo = $"698{pair:000000000}", Phone = $"+86135{pair:00000000}" };
            foreach (var language in new[] { "", "8" })
            {
                foreach (var tail in new[] { "9999", known.CertificateTail.Replace('X', '*') })
                {
                    var (one, other) = (await AsksToUnlockAsync(known, tail, language), await AsksToUnlockAsync(unknown, tail, language));
                    if (one.Length > 0 && other.Length > 0)
                    {
                        compared++;
                        Assert.Equal(one, other);
                    }
                }

                // The right tail would freeze it, and then a person could tell.
                Assert.Equal(await FreezesAsync(known, language), await FreezesAsync(unknown, language));
            }
        }

        Assert.InRange(compared, Pairs / 2, Pairs * 4);

        // Which questions are drawn differs, and those that are answered aloud are listened to in another way: their own calls compare them.
        static bool IsAskedAloud(string heard) =>
            heard.Contains("请说出来", StringComparison.Ordinal) || heard.Contains("Please say it", StringComparison.Ordinal);

        async Task<string> AsksToUnlockAsync(DemoCustomer account, string tail, string language)
        {
            var caller = hotline.CallerFrom($"+86134{calls++:0000}0000");
            await caller.Dials().Presses(language).Chooses<UnlockFlow>();
            await caller.Presses($"{NumberOf(account)}#").Presses(tail).AnswersWrongly(3).IsSilent().HangsUp();
            var heard = TestHotline.Said(caller.Call);
            return IsAskedAloud(heard)
                ? ""
                : Questions.Replace(
                    Regex.Replace(heard, @"finishOnKey="""" (numDigits=""[46]"" )?|finishOnKey=""#"" |speechTimeout=""[23]"" ", ""),
                    "QUESTION"
                );
        }

        async Task<string> FreezesAsync(DemoCustomer account, string language)
        {
            var caller = hotline.CallerFrom($"+86134{calls++:00000000}");
            await caller.Dials().Presses(language).Presses("9").Presses("1").Presses($"{NumberOf(account)}#").Presses("9999").Presses("1");
            await caller.Presses("3").Presses("2").HangsUp();
            return TestHotline.Said(caller.Call);
        }

        // Every second one by the registered phone.
        string NumberOf(DemoCustomer account) =>
            calls % 4 < 2 ? account.WalletNo : account.Phone.Replace("+86", "", StringComparison.Ordinal).TrimStart('+');
    }

    /// <summary>The questions differ from account to account; where one is said, its place is compared.</summary>
    private static readonly Regex Questions = new(@"(?<=<Say[^>]*>)(您|What|In which|About)[^<]*(？|\?)[^<]*(?=</Say>)");
}
