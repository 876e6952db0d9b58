using System.Xml.Linq;
using Ivr.Data.Stores;
using Ivr.Flows.Flows;
using Ivr.Web.Telephone;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Calls;

/// <summary>How callers are received: older ones, those who chose a language, those in trouble, and those who are no callers at all.</summary>
public sealed class EntryCalls
{
    private const string Forever = "2999-01-01T00:00:00.000000Z";

    [Fact]
    public async Task An_older_caller_is_brought_to_a_person_unless_they_want_to_do_it_themselves()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("elder")
            .Dials()
            .Hears("您好，这里是连江数字钱包。")
            .Hears("马上为您接通人工。想自己办理，请按一。")
            .IsSilent()
            .WaitsForAPerson();
        await hotline.Caller("elder").Dials().Speaks("好的").WaitsForAPerson().FindsThat("answers").Hears("还有别的问题吗");
        await hotline.Caller("elder").Dials().IsSilent().FindsThat("full").Presses("2").Hears("账户被锁，请按一。");
    }

    [Fact]
    public async Task An_older_caller_hears_three_choices_slowly_and_has_more_time()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("elder");

        await caller
            .Dials()
            .Presses("1")
            .Hears("账户被锁，请按一。")
            .Hears("付款问题，请按二。")
            .Hears("退款，请按三。")
            .Hears("也可以直接说出来。")
            .Hears("人工，随时按零。")
            .Hears("账户被盗或手机丢失，请按九。");

        Assert.Equal(10, caller.Call.Listening!.TimeoutSeconds);
        Assert.Equal(
            6,
            caller.Call.Events.OfType<Spoken>().SkipWhile(spoken => !spoken.Text.StartsWith("账户被锁", StringComparison.Ordinal)).Count()
        );
        Assert.All(Says(caller), say => Assert.Equal("85%", say.Element("prosody")!.Attribute("rate")!.Value));
    }

    [Fact]
    public async Task The_voice_slows_down_and_speeds_up_by_key_and_by_word_for_the_rest_of_the_call()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller.Dials();
        Assert.All(Says(caller), say => Assert.Null(say.Element("prosody")));

        await caller.Presses("7").Hears("好的，我说慢一点。").Hears("账户被锁，请按一。");
        await caller.Chooses<UnlockFlow>();
        Assert.All(Says(caller), say => Assert.Equal("85%", say.Element("prosody")!.Attribute("rate")!.Value));

        await caller
            .AnswersRightly(2)
            .Speaks("说快一点")
            .Hears("好的，我按平常的速度说。")
            .Speaks("太慢了")
            .Hears("好的，我说快一点。")
            .Hears(UnlockPrompts.UnlockNow);
        Assert.All(Says(caller), say => Assert.Equal("115%", say.Element("prosody")!.Attribute("rate")!.Value));
    }

    [Fact]
    public async Task A_voice_that_takes_no_pace_is_given_plain_words()
    {
        await using var hotline = await TestHotline.StartAsync("--Hotline:Voices:Mandarin:TakesPace=false");
        var caller = hotline.Caller("happy");

        await caller.Dials().Presses("7").Hears("好的，我说慢一点。");

        Assert.All(Says(caller), say => Assert.Empty(say.Elements()));
    }

    [Fact]
    public async Task Options_are_told_apart_by_pauses_where_there_are_more_than_three()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller.Dials();
        Assert.All(
            Says(caller).Where(say => say.Value.Contains("请按")),
            say => Assert.Equal("600ms", say.Element("break")!.Attribute("time")!.Value)
        );

        await caller.Chooses<UnlockFlow>().AnswersRightly(2).Hears(UnlockPrompts.UnlockNow);
        Assert.All(Says(caller), say => Assert.Null(say.Element("break")));
    }

    [Fact]
    public async Task A_number_that_chose_its_language_is_greeted_in_it()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync(
            $"insert into caller_settings (e164, language, updated_at) values ('+15550100013', 'en-US', '{Forever}')"
        );

        await hotline
            .Caller("english-only")
            .Dials()
            .DoesNotHear("普通话，请按八。")
            .DoesNotHear("您好")
            .Meanwhile(() => Task.CompletedTask)
            .Presses("8")
            .Hears("账户被锁，请按一。");
    }

    [Fact]
    public async Task Who_changed_the_language_is_asked_at_the_end_and_greeted_in_it_next_time()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("english-only")
            .Dials()
            .InEnglish()
            .Presses("0")
            .FindsThat("answers")
            .Presses("2")
            .Hears("Shall I speak English next time as well? For yes, press one. For no, press two.")
            .Speaks("yes please")
            .Hears(MainPrompts.WasItSolved);
        await hotline.Caller("english-only").Dials().Hears("Hello, this is Lianjiang Digital Wallet.").DoesNotHear("您好").HangsUp();

        await hotline
            .Caller("english-only")
            .Dials()
            .Presses("8")
            .Presses("0")
            .FindsThat("answers")
            .Presses("2")
            .Hears("下次打来，还说普通话吗？")
            .Presses("2");
        await hotline.Caller("english-only").Dials().Hears("Hello, this is Lianjiang Digital Wallet.");
    }

    [Fact]
    public async Task What_goes_wrong_for_many_is_said_at_the_entry_and_in_its_branch_while_it_lasts()
    {
        await using var hotline = await TestHotline.StartAsync();
        await WithAsync(hotline, incidents => incidents.StartAsync(Incident("", "目前有银行付款延迟，钱款安全。"), default));
        await WithAsync(hotline, incidents => incidents.StartAsync(Incident("RefundFlow", "今天的退款要晚到两个小时。"), default));

        await hotline
            .Caller("refund-on-time")
            .Dials()
            .Hears("目前有银行付款延迟，钱款安全。")
            .Hears("账户被锁，请按一。")
            .Chooses<RefundFlow>()
            .Hears("今天的退款要晚到两个小时。");
        await hotline.Caller("refund-on-time").Dials().InEnglish().Chooses<PaymentFlow>().DoesNotHear("(English)");

        await hotline.ExecuteAsync("update incidents set ends_at = '2026-01-01T00:00:00.000000Z'");
        await hotline.Caller("refund-on-time").Dials().DoesNotHear("延迟").Chooses<RefundFlow>().DoesNotHear("两个小时");

        SqlIncidents.Row Incident(string topic, string words) =>
            new()
            {
                Id = Guid.NewGuid().ToString(),
                Topic = topic,
                TextZh = words,
                TextEn = $"{words} (English)",
                StartsAt = hotline.Clock.GetUtcNow(),
            };
    }

    [Fact]
    public async Task A_nuisance_number_is_turned_away_kindly_while_it_is_shut_out()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync(
            $"insert into nuisance_numbers (e164, until, reason, blocked_at) values ('+8613800000001', '{Forever}', 'test', '{Forever}')"
        );

        await hotline.Caller("happy").Dials().Hears("这个号码暂时不能使用自助服务。您可以在应用里联系我们。").IsHungUpOn();

        await hotline.ExecuteAsync("update nuisance_numbers set until = '2026-01-01T00:00:00.000000Z'");
        await hotline.Caller("happy").Dials().Hears("账户被锁，请按一。");
    }

    [Theory]
    [InlineData("locked-court-order", "系统看到，这个号码的账户目前被锁定。要解锁，请按一。")]
    [InlineData("refund-overdue", "系统看到，有一笔退款晚了。要查退款，请按三。")]
    [InlineData("payment-held", "系统看到，最近有一笔付款没有成功。要查这笔付款，请按二。")]
    public async Task The_opening_speaks_of_what_it_sees_only_where_an_operator_turned_it_on(string tag, string words)
    {
        await using var silent = await TestHotline.StartAsync();
        await silent.Caller(tag).Dials().DoesNotHear("系统看到");

        await using var hotline = await TestHotline.StartAsync("--Hotline:Opening:StateAware=true");
        await hotline.Caller(tag).Dials().Hears(words).Hears("账户被锁，请按一。");
        await hotline.Caller("no-data").Dials().DoesNotHear("系统看到");
    }

    private static IEnumerable<XElement> Says(TestCaller caller) =>
        XElement.Parse(caller.Call.Events.OfType<Answered>().Last().Twiml).Descendants("Say");

    private static async Task WithAsync(TestHotline hotline, Func<SqlIncidents, Task> act)
    {
        await using var scope = hotline.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<SqlIncidents>());
        await scope.ServiceProvider.GetRequiredService<Ivr.Data.Connections.TurnScope>().CommitAsync(default);
    }
}
