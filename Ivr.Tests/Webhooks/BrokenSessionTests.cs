using System.Text.Json.Nodes;
using Ivr.Tests.Calls;
using Ivr.Tests.Faults;

namespace Ivr.Tests.Webhooks;

/// <summary>A session that cannot be right is not gone on with: the call starts over, and nobody is proven.</summary>
public sealed class BrokenSessionTests
{
    /// <summary>Damaged sessions; ten thousand by hand.</summary>
    private static readonly int Variants = Settings.Of("IVR_TEST_SESSIONS", 400);

    public static TheoryData<string, string> Breakages =>
        new()
        {
            { "another version", "update calls set session_version = 99" },
            { "version none", "update calls set session_version = 0" },
            { "nothing", "update calls set session = ''" },
            { "null", "update calls set session = 'null'" },
            { "no object", "update calls set session = '[]'" },
            { "no JSON", "update calls set session = '{\"Call\":'" },
            { "cut short", "update calls set session = substr(session, 1, length(session) - 20)" },
            { "cut in half", "update calls set session = substr(session, 1, length(session) / 2)" },
            { "more than it should", "update calls set session = json_set(session, '$.Surprise', 1)" },
            { "without a call", "update calls set session = json_remove(session, '$.Call')" },
            { "the call null", "update calls set session = json_set(session, '$.Call', null)" },
            { "the number null", "update calls set session = json_set(session, '$.Call.From', null)" },
            { "the number a number", "update calls set session = json_set(session, '$.Call.From', 13800000001)" },
            { "another call's", "update calls set session = json_set(session, '$.Call.Sid', 'CA1')" },
            { "a language there is not", "update calls set session = json_set(session, '$.Call.Language', 7)" },
            { "no identity", "update calls set session = json_set(session, '$.Call.Identity', null)" },
            { "a level without a wallet", "update calls set session = json_remove(session, '$.Call.Identity.WalletId')" },
            { "a level above all", "update calls set session = json_set(session, '$.Call.Identity.Level', 99)" },
            { "a level below all", "update calls set session = json_set(session, '$.Call.Identity.Level', -1)" },
            {
                "a level without its answers",
                "update calls set session = json_set(session, '$.Call.Identity.Level', 4, '$.Call.Identity.Answered', json('[]'))"
            },
            { "a wallet at no level", "update calls set session = json_set(session, '$.Call.Identity.Level', 0)" },
            { "no stack", "update calls set session = json_remove(session, '$.Stack')" },
            { "an empty stack", "update calls set session = json_set(session, '$.Stack', json('[]'))" },
            { "a stack of null", "update calls set session = json_set(session, '$.Stack', null)" },
            { "a null on the stack", "update calls set session = json_set(session, '$.Stack', json('[null]'))" },
            { "a null above", "update calls set session = json_insert(session, '$.Stack[#]', null)" },
            { "an unknown flow", "update calls set session = json_set(session, '$.Stack[1].Flow', 'InventedFlow')" },
            { "an unknown state", "update calls set session = json_set(session, '$.Stack[1].State', 'InventedState')" },
            { "a state by number", "update calls set session = json_set(session, '$.Stack[1].State', '1')" },
            { "a state null", "update calls set session = json_set(session, '$.Stack[1].State', null)" },
            { "no main flow", "update calls set session = json_remove(session, '$.Stack[0]')" },
            { "notes null", "update calls set session = json_set(session, '$.Stack[1].Notes', null)" },
            { "notes 'null'", "update calls set session = json_set(session, '$.Stack[1].Notes', 'null')" },
            { "notes no JSON", "update calls set session = json_set(session, '$.Stack[1].Notes', '{')" },
            { "notes of nulls", "update calls set session = json_set(session, '$.Stack[1].Notes', '{\"Locks\":null}')" },
            { "notes with a null", "update calls set session = json_set(session, '$.Stack[1].Notes', '{\"Locks\":[null]}')" },
            {
                "a state its notes do not fit",
                "update calls set session = json_insert(session, '$.Stack[#]', json('{\"Flow\":\"IdentityFlow\",\"State\":\"AskingNextQuestion\",\"Notes\":\"{}\"}'))"
            },
            { "no patience", "update calls set session = json_set(session, '$.Patience', null)" },
            { "impatience", "update calls set session = json_set(session, '$.Patience', json('{\"NotHeard\":-5}'))" },
            { "no trail", "update calls set session = json_set(session, '$.Trail', null)" },
            { "a trail of nulls", "update calls set session = json_set(session, '$.Trail', json('[null]'))" },
            { "a trail that leads nowhere", "update calls set session = json_set(session, '$.Trail', json('[[]]'))" },
        };

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task The_call_starts_over_with_an_apology_and_nobody_proven(string what, string sql)
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("locked-self-service").Dials().Presses("1").AnswersRightly(2).Hears("现在为您解锁吗");
        await caller;
        await hotline.ExecuteAsync(sql);

        await caller
            .Presses("1")
            .Hears("抱歉，刚才出了点问题，我们重新来一下。")
            .Hears("账户被锁，请按一。")
            .Presses("1")
            .Hears("先核对一下身份")
            .IsStillOn();

        Assert.Equal("L0", await hotline.AskAsync<string>("select level from calls"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from wallet_locks where wallet_id = 1 and released_at is null"));
        Assert.True(!hotline.Log.Lines.Any(line => line.StartsWith("Error", StringComparison.Ordinal)), $"Something broke over {what}.");
    }

    [Fact]
    public async Task A_session_that_is_whole_goes_on()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("locked-self-service").Dials().Presses("1").AnswersRightly(2).Hears("现在为您解锁吗");
        await caller;
        await hotline.ExecuteAsync("update calls set session = json(session)");

        await caller.Presses("1").KeysTheCode().Hears("已经解锁");
    }

    [Fact]
    public async Task Wherever_a_session_is_damaged_the_caller_hears_something_and_gains_nothing()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("locked-self-service").Dials().Presses("1").Hears("请按键输入");
        await caller;
        var whole = (await hotline.AskAsync<string>("select session from calls"))!;
        using var twilio = new TwilioSide(hotline) { CallSid = caller.Call.CallSid };
        twilio.Always["AccountSid"] = await hotline.AskAsync<string>("select account_sid from calls");
        var random = new Random(7);
        for (var variant = 0; variant < Variants; variant++)
        {
            var damaged = Damage(whole, random);
            await hotline.ExecuteAsync(
                $"delete from call_turns where turn >= 2; update calls set turn = 2, session = '{damaged.Replace("'", "''", StringComparison.Ordinal)}'"
            );

            (await twilio.PressAsync(2, "0000")).IsTwiml();

            Assert.Equal("L0", await hotline.AskAsync<string>("select level from calls"));
        }

        var broken = hotline.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).ToList();
        Assert.True(broken.Count == 0, string.Join("\n", broken));
    }

    private static string Damage(string whole, Random random)
    {
        var at = random.Next(whole.Length);
        return random.Next(4) switch
        {
            0 => whole.Remove(at, 1),
            1 => whole.Insert(at, ((char)random.Next(' ', 127)).ToString()),
            2 => whole[..at] + (char)random.Next(' ', 127) + whole[(at + 1)..],
            _ => NullSomewhere(whole, random),
        };
    }

    private static string NullSomewhere(string whole, Random random)
    {
        var root = JsonNode.Parse(whole)!;
        var node = root;
        while (true)
        {
            var children = node is JsonObject ? ((JsonObject)node).Select(pair => pair.Value).ToList() : [.. (JsonArray)node];
            var next = children.Count == 0 ? null : children[random.Next(children.Count)];
            if (next is JsonObject or JsonArray && random.Next(3) > 0)
            {
                node = next;
                continue;
            }

            next?.ReplaceWith<JsonNode?>(null);
            return root.ToJsonString();
        }
    }
}
