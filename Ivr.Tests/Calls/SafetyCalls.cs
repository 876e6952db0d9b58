using Ivr.Flows.Flows;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Calls;

/// <summary>The safety centre: reports and advice.</summary>
public sealed class SafetyCalls
{
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
            await hotline.AskAsync<string>("select concat(sign, ' ', happened, ' ', money_sent, ' ', code_told) from fraud_reports")
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
}
