using System.Xml.Linq;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Flows.Flows;
using Ivr.Web.Hosting;
using Ivr.Web.Telephone;
using Ivr.Web.Voice;

namespace Ivr.Tests.Calls;

/// <summary>Callers who are sent to a person, and what becomes of them.</summary>
public sealed class AgentCalls
{
    [Fact]
    public async Task A_caller_who_asks_for_a_person_hears_these_words_and_waits()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller
            .Dials()
            .Presses("0")
            .Hears("好的，正在为您接通人工，请稍等。")
            .Hears("同事正在忙，下一个就是您。")
            .Hears("留言，请按二。")
            .Hears("回到自助服务，请按星号键。")
            .WaitsForAPerson();
        await caller.WaitsForNews().Hears("同事正在忙，下一个就是您。").WaitsForAPerson();
        await caller.FindsThat("answers").Hears("还有别的问题吗").Presses("1").Hears("账户被锁，请按一。");
    }

    [Theory]
    [InlineData("answers", "还有别的问题吗")]
    [InlineData("full", "抱歉，现在打电话的人很多，队已经排满了。")]
    [InlineData("error", "抱歉，电话没有接过去。")]
    [InlineData("system-error", "抱歉，电话没有接过去。")]
    [InlineData("redirected", "抱歉，现在没有同事能接听。")]
    [InlineData("unknown", "抱歉，电话没有接过去。")]
    public async Task Every_end_of_a_wait_in_the_queue_comes_back_to_a_choice(string end, string words)
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller.Dials().Presses("0").FindsThat(end).Hears(words).IsStillOn();

        Assert.NotNull(caller.Call.Listening);
    }

    [Theory]
    [InlineData("answers", "还有别的问题吗")]
    [InlineData("declines", "抱歉，现在没有同事能接听。")]
    [InlineData("busy", "抱歉，现在没有同事能接听。")]
    [InlineData("no-answer", "抱歉，现在没有同事能接听。")]
    [InlineData("canceled", "抱歉，现在没有同事能接听。")]
    [InlineData("failed", "抱歉，电话没有接过去。")]
    [InlineData("unknown", "抱歉，电话没有接过去。")]
    public async Task Every_end_of_a_ringing_comes_back_to_a_choice(string end, string words)
    {
        await using var hotline = await TestHotline.StartAsync("--Hotline:Agents:Queue=", "--Hotline:Agents:Number=+15550142");
        var caller = hotline.Caller("happy");

        await caller.Dials().Presses("0").FindsThat(end).Hears(words).IsStillOn();

        Assert.NotNull(caller.Call.Listening);
    }

    [Fact]
    public async Task Who_waited_too_long_is_asked_what_to_do()
    {
        await using var hotline = await TestHotline.StartAsync("--Hotline:Agents:MaxWaitSeconds=60");
        var caller = hotline.Caller("happy");

        await caller.Dials().Presses("0").WaitsForAPerson();
        await caller
            .WaitsForNews()
            .Hears("抱歉，让您等了很久，还是没有接通。")
            .Hears("再接一次，请按一。")
            .Hears("回到自助服务，请按二。")
            .Hears("留言，请按三。")
            .DoesNotHear("要我们打给您")
            .Presses("1")
            .Hears(AgentPrompts.ConnectingAgain)
            .WaitsForAPerson();
    }

    [Fact]
    public async Task Self_service_goes_on_where_it_was_left()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Hears(UnlockPrompts.UnlockNow)
            .Presses("0")
            .FindsThat("full")
            .Presses("2")
            .Hears(UnlockPrompts.UnlockNow)
            .Presses("1")
            .KeysTheCode()
            .Hears(UnlockPrompts.Done);
    }

    [Fact]
    public async Task The_person_is_told_topic_level_language_and_case_and_never_who_calls()
    {
        await using var hotline = await TestHotline.StartAsync("--Hotline:Agents:Queue=", "--Hotline:Agents:Client=desk_1");
        var caller = hotline.Caller("locked-court-order");

        await caller.Dials().Chooses<UnlockFlow>().AnswersRightly(2).WaitsForAPerson();

        var twiml = XElement.Parse(caller.Call.Events.OfType<Answered>().Last().Twiml);
        var parameters = twiml
            .Descendants("Parameter")
            .ToDictionary(one => one.Attribute("name")!.Value, one => one.Attribute("value")!.Value);
        Assert.Equal("desk_1", twiml.Descendants("Identity").Single().Value);
        Assert.Equal(["case", "handover", "language", "level", "state", "topic"], parameters.Keys.Order());
        Assert.Equal(
            ("UnlockFlow", "Referring", "L2", "zh-CN"),
            (parameters["topic"], parameters["state"], parameters["level"], parameters["language"])
        );
        Assert.Equal(
            "UnlockFlow Referring L2 zh-CN CLIENT",
            await hotline.AskAsync<string>(
                $"select concat(topic, ' ', state, ' ', level, ' ', language, ' ', way) from handovers where id = '{parameters["handover"]}'"
            )
        );
        Assert.DoesNotContain("13800000003", twiml.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hang_up_in_the_queue_ends_the_call()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.Caller("happy").Dials().Presses("0").HangsUp().IsHungUpOn();

        Assert.Equal("completed", await hotline.AskAsync<string>("select outcome from calls"));
    }

    [Fact]
    public async Task A_caller_in_English_who_asks_for_a_person_hears_these_words()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("english-only");
        caller.Call.QueuePosition = 3;

        await caller
            .Dials()
            .InEnglish()
            .Presses("0")
            .Hears("Of course. I'm connecting you to a colleague, one moment please.")
            .Hears("Our colleagues are busy. Callers ahead of you: two.")
            .Hears("To leave a message, press two.")
            .Hears("To go back to self service, press star.")
            .FindsThat("system-error")
            .Hears("I'm sorry, the call did not go through.")
            .Hears("To try again, press one.")
            .Hears("To go back to self service, press two.")
            .Hears("To leave a message, press three.")
            .Hears("For us to call you back, press four.")
            .Speaks("try again")
            .Hears("All right, I'll try again. One moment please.")
            .WaitsForAPerson();
    }

    [Fact]
    public void An_urgent_caller_waits_in_a_queue_of_their_own()
    {
        var handover = new Handover("FreezeFlow", "Offering", Level.L1, Language.Mandarin, null, null, IsUrgent: true);
        var options = new AgentOptions { Queue = "hotline", UrgentQueue = "first" };
        var workflow = new AgentOptions { Workflow = "WW0123456789abcdef0123456789abcdef" };

        Assert.Equal("first", Enqueue(options, handover).Value);
        Assert.Equal("hotline", Enqueue(options, handover with { IsUrgent = false }).Value);
        Assert.Equal("hotline", Enqueue(new AgentOptions { Queue = "hotline" }, handover).Value);
        Assert.Equal("100", Enqueue(workflow, handover).Element("Task")!.Attribute("priority")!.Value);
        Assert.Null(Enqueue(workflow, handover with { IsUrgent = false }).Element("Task")!.Attribute("priority"));
        Assert.Contains("\"urgent\":\"true\"", Enqueue(workflow, handover).Element("Task")!.Value, StringComparison.Ordinal);

        static XElement Enqueue(AgentOptions agents, Handover handover) =>
            new TransferRenderer(agents).To(handover, "0123", Address.Turn(1), Address.Wait(1)).ToXDocument().Root!;
    }

    [Fact]
    public async Task A_sip_desk_gets_the_context_in_headers()
    {
        await using var hotline = await TestHotline.StartAsync("--Hotline:Agents:Queue=", "--Hotline:Agents:Sip=sip:desk@pbx.example.com");
        var caller = hotline.Caller("happy");

        await caller.Dials().Presses("0").WaitsForAPerson();

        Assert.Matches(
            "^sip:desk@pbx.example.com\\?x-handover=[0-9a-f]{32}&x-topic=MainFlow&x-state=Choosing&x-level=L0&x-language=zh-CN$",
            Verb(caller, "Sip").Value
        );
    }

    private static XElement Verb(TestCaller caller, string name) =>
        caller.Call.Events.OfType<Answered>().SelectMany(answered => XElement.Parse(answered.Twiml).Descendants(name)).Last();
}
