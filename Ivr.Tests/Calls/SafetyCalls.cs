using Ivr.Data.Secrets;
using Ivr.Flows;
using Ivr.Flows.Flows;
using Ivr.Flows.Speaking;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Calls;

/// <summary>The safety centre: reports, advice, and how the hotline proves itself.</summary>
public sealed class SafetyCalls
{
    private const string Secret = "demo-proof-secret-for-the-app-that-is-not-there";

    [Fact]
    public async Task Anybody_reports_a_suspicious_message_in_these_words()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .CallerFrom("anonymous")
            .Dials()
            .Presses("5")
            .Hears("可疑电话、短信或链接，请按一。")
            .Hears("账户有异常，请按二。")
            .Hears("怎样更安全，请按三。")
            .Hears("核实我们是不是真的客服，请按四。")
            .Presses("1")
            .Hears("发生了什么事？")
            .Hears("可疑的短信或消息，请按二。")
            .Presses("2")
            .Hears("是什么时候的事？")
            .Hears("昨天，请按二。")
            .Presses("2")
            .Hears("有没有转钱给对方，或者被扣了钱？有，请按一。没有，请按二。")
            .Presses("2")
            .Hears("有没有把密码或者验证码告诉对方？有，请按一。没有，请按二。")
            .Presses("2")
            .Hears("现在提交这份报告吗？提交，请按一。不提交，请按二。")
            .Presses("1")
            .Hears("已经立案，我们优先处理。编号是，")
            .Hears("请保留证据，不要再联系对方。钱款有损失，请尽快报警。")
            .Hears("要先把账户冻结起来吗？")
            .Presses("2")
            .Hears("现在要和我们的同事谈吗？")
            .Presses("2")
            .Hears("还有别的问题吗");

        Assert.Equal("TOP", await hotline.AskAsync<string>("select priority from cases where type = 'FRAUD'"));
        Assert.Equal(
            "MESSAGE YESTERDAY 0 0",
            await hotline.AskAsync<string>("select sign || ' ' || happened || ' ' || money_sent || ' ' || code_told from fraud_reports")
        );
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from audit_log where action = 'fraud reported'"));
    }

    [Fact]
    public async Task In_English_by_voice_an_anomaly_needs_proof_and_brings_a_person_first_in_line()
    {
        await using var hotline = await TestHotline.StartAsync(
            "--Hotline:Agents:Queue=",
            "--Hotline:Agents:Workflow=WW0123456789abcdef0123456789abcdef"
        );
        var caller = hotline.Caller("english-only");

        await caller
            .Dials()
            .InEnglish()
            .Speaks("I think it's a scam")
            .Hears("If something is wrong in your account, press two.")
            .Speaks("something is wrong in my account")
            .AnswersRightly(2)
            .Hears("What happened?")
            .Speaks("there was a payment i don't know")
            .Hears("When was it?")
            .Speaks("last night")
            .Hears("Did you send money, or was any taken?")
            .Speaks("yes")
            .Hears("Did you tell anybody your password or a code?")
            .Speaks("no")
            .Hears("Shall I file this report now?")
            .Speaks("yes")
            .Hears("Your report is filed, and we deal with it first. Your case number is")
            .Hears("Please keep all evidence")
            .Hears("Shall I freeze your account first?")
            .Speaks("yes")
            .Speaks("my own account")
            .Speaks("yes")
            .Hears("It is frozen.")
            .DoesNotHear("Would you like to report")
            .Hears("A colleague is coming to help you; you are first in line.")
            .WaitsForAPerson();

        var twiml = caller.Call.Events.OfType<Answered>().Last(answered => answered.Twiml.Contains("Enqueue")).Twiml;
        Assert.Contains("priority=\"100\"", twiml, StringComparison.Ordinal);
        Assert.Contains("StrangePayment, Yesterday, money sent: True", twiml, StringComparison.Ordinal);
        Assert.Equal("WALLET:13", await hotline.AskAsync<string>("select upper(subject) from cases where type = 'FRAUD'"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from notifications where template = 'CaseOpened'"));
        await caller.FindsThat("answers").Hears("Is there anything else?");
    }

    [Fact]
    public async Task Money_sent_brings_a_person_and_a_declined_report_keeps_nothing()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<SafetyFlow>()
            .Presses("1")
            .Presses("1")
            .Presses("1")
            .Presses("1")
            .Presses("1")
            .Presses("2")
            .Hears("好的，没有提交。")
            .Hears("还有别的问题吗");
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from cases"));
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from fraud_reports"));

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<SafetyFlow>()
            .Presses("1")
            .Presses("1")
            .Presses("1")
            .Presses("1")
            .Presses("2")
            .Presses("1")
            .Presses("2")
            .Hears(ReportPrompts.PersonFirst)
            .WaitsForAPerson();
    }

    [Fact]
    public async Task Who_cannot_be_proven_reports_an_anomaly_to_a_person()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<SafetyFlow>()
            .Presses("2")
            .AnswersWrongly(3)
            .Hears(IdentityPrompts.NotProven)
            .Hears(ReportPrompts.PersonFirst)
            .WaitsForAPerson()
            .FindsThat("answers")
            .Hears("还有别的问题吗");
    }

    [Fact]
    public async Task The_offered_person_is_taken_after_a_report_without_harm()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<SafetyFlow>()
            .Presses("1")
            .Presses("3")
            .Presses("4")
            .Presses("2")
            .Presses("2")
            .Presses("1")
            .Presses("2")
            .Presses("1")
            .WaitsForAPerson();
    }

    [Fact]
    public async Task Five_tips_come_one_at_a_time()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<SafetyFlow>()
            .Presses("3")
            .Hears("第一条，用一个长的、只用在钱包里的密码")
            .DoesNotHear("第二条")
            .Presses("1")
            .Hears("第二条，打开双重验证。")
            .Presses("1")
            .Hears("第三条，应用要更新到最新")
            .Presses("1")
            .Hears("第四条，不点陌生链接，不共享屏幕，验证码不告诉任何人")
            .Presses("1")
            .Hears("第五条，打开付款提醒。")
            .Hears("还有别的问题吗");
    }

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
