using Ivr.Data.Secrets;
using Ivr.Flows;
using Ivr.Flows.Flows;
using Ivr.Flows.Speaking;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Calls;

/// <summary>How the hotline proves to a caller that it is no fraudster.</summary>
public sealed class ProofCalls
{
    private const string Secret = "demo-proof-secret-for-the-app-that-is-not-there";

    [Fact]
    public async Task The_hotline_says_the_code_that_the_app_shows_this_minute()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller.Dials().Chooses<SafetyFlow>().Presses("4").Hears("听应用里的四位码，请按一。").Hears("听您自己设的口令，请按二。");
        var before = Code(hotline);
        await caller.Presses("1");
        var heard = caller.Call.Events.OfType<Spoken>().Last(spoken => spoken.Text.Contains("四位码是")).Text;
        Assert.Contains(heard, new[] { before, Code(hotline) }.Select(code => $"请打开应用的安全页，上面现在的四位码是，{code}。"));

        await caller.Hears("对上了，请按一。对不上，请按二。").Presses("1").Hears("那就放心，我们是真的客服。").Hears("还有别的问题吗");

        static string Code(TestHotline hotline) =>
            Speakers
                .For(Language.Mandarin)
                .Say(new CardTail(new MinuteCode(Secret).At("600000000001", hotline.Clock.GetUtcNow())), default);
    }

    [Fact]
    public async Task A_code_that_differs_twice_is_a_reason_to_hang_up()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<SafetyFlow>()
            .Presses("4")
            .Presses("1")
            .Presses("2")
            .Hears("这个码每分钟换一次，再听一次新的。现在是，")
            .Presses("2")
            .Hears("对不上，请挂断，按应用里的号码再打。")
            .IsHungUpOn();
    }

    [Fact]
    public async Task The_customers_own_phrase_is_said_after_light_proof_only()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<SafetyFlow>()
            .Presses("4")
            .Speaks("听口令")
            .Hears("您在应用里设的口令是，海边的小石头。")
            .Presses("2")
            .IsHungUpOn();
        await hotline
            .Caller("english-only")
            .Dials()
            .InEnglish()
            .Chooses<SafetyFlow>()
            .Speaks("are you real")
            .Speaks("my own phrase")
            .Hears("The phrase you set in the app is seven blue herons.")
            .Speaks("it matches")
            .Hears("this is the real hotline");
        await hotline
            .Caller("no-data")
            .Dials()
            .Chooses<SafetyFlow>()
            .Presses("4")
            .Presses("2")
            .Hears("您还没有设口令。")
            .Hears("还有别的问题吗");
        await hotline
            .CallerFrom("+8613700000077")
            .Dials()
            .Chooses<SafetyFlow>()
            .Presses("4")
            .Presses("2")
            .Presses("600000000001#")
            .Presses("8021")
            .Hears(IdentityPrompts.Proven)
            .Hears("海边的小石头");
    }

    [Fact]
    public async Task Two_wrong_tails_end_it_and_an_account_that_is_not_there_sounds_the_same()
    {
        await using var hotline = await TestHotline.StartAsync();

        var known = await Listen("600000000001");
        Assert.Contains("信息没有对上，我们再输一次。", known, StringComparison.Ordinal);
        Assert.Contains("今天电话里不能再核对了。", known, StringComparison.Ordinal);
        Assert.DoesNotContain("海边的小石头", known, StringComparison.Ordinal);
        Assert.Equal(known, await Listen("600000009999"));

        async Task<string> Listen(string number)
        {
            var caller = hotline.CallerFrom("anonymous");
            await caller
                .Dials()
                .Chooses<SafetyFlow>()
                .Presses("4")
                .Presses("2")
                .Presses($"{number}#")
                .Presses("1111")
                .Presses($"{number}#")
                .Presses("2222")
                .HangsUp();
            return TestHotline.Said(caller.Call);
        }
    }

    [Fact]
    public async Task Where_no_secret_is_shared_with_the_app_only_the_phrase_is_offered()
    {
        await using var hotline = await TestHotline.StartAsync("--Hotline:ProofSecret=");

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<SafetyFlow>()
            .Presses("4")
            .DoesNotHear("四位码")
            .Hears(ProofPrompts.OfferPhrase(new('2')))
            .Presses("1")
            .Hears("这里没有这一项。");
    }

    [Fact]
    public void The_code_is_what_the_apps_server_computes()
    {
        var code = new MinuteCode("0123456789abcdef0123456789abcdef");
        var at = new DateTimeOffset(2026, 11, 25, 2, 42, 7, TimeSpan.Zero);

        Assert.Equal("1832", code.At("600000000001", at));
        Assert.Equal(code.At("600000000001", at), code.At("600000000001", at.AddSeconds(52)));
        Assert.NotEqual(code.At("600000000001", at), code.At("600000000001", at.AddSeconds(53)));
        Assert.NotEqual(code.At("600000000001", at), code.At("600000000002", at));
    }
}
