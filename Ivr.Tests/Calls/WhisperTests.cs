using System.Net;
using Ivr.Flows.Flows;
using Ivr.Web.Telephone;
using Ivr.Web.Voice;

namespace Ivr.Tests.Calls;

/// <summary>What the person who takes over hears before the caller.</summary>
public sealed class WhisperTests
{
    private static readonly string[] ByNumber = ["--Hotline:Agents:Queue=", "--Hotline:Agents:Number=+15550142"];

    [Fact]
    public async Task The_person_hears_what_it_is_about_and_takes_the_call_with_a_key()
    {
        await using var hotline = await TestHotline.StartAsync(ByNumber);
        var caller = hotline.Caller("locked-court-order");

        await caller.Dials().Chooses<UnlockFlow>().AnswersRightly(2).WaitsForAPerson().FindsThat("answers").Hears("还有别的问题吗");

        Assert.Equal(
            ["账户被锁。", "自助办不了，转来的。", "答对了两个问题。", "客户说中文。", "接听，请按一。"],
            caller.Call.Events.OfType<Whispered>().Select(one => one.Text)
        );
        Assert.Equal(1, await hotline.AskAsync<int>("select count(*) from handovers where accepted_at is not null and outcome = 'SERVED'"));
    }

    [Fact]
    public async Task A_person_who_speaks_English_hears_it_in_English_and_what_went_wrong()
    {
        await using var hotline = await TestHotline.StartAsync([.. ByNumber, "--Hotline:Agents:Language=en-US"]);
        var caller = hotline.Caller("happy");

        await caller.Dials().Chooses<UnlockFlow>().AnswersRightly(2).IsSilent().IsSilent().IsSilent().IsSilent().WaitsForAPerson();
        await caller.FindsThat("answers");

        Assert.Equal(
            [
                "A locked account.",
                "Came from a confirmation.",
                "Two questions answered.",
                "The caller was not heard several times.",
                "Speaks Chinese.",
                "To take it, press one.",
            ],
            caller.Call.Events.OfType<Whispered>().Select(one => one.Text)
        );
    }

    [Fact]
    public async Task An_answering_machine_does_not_take_the_call()
    {
        await using var hotline = await TestHotline.StartAsync(ByNumber);
        var caller = hotline.Caller("happy");

        await caller.Dials().Presses("0").FindsThat("declines").Hears("抱歉，现在没有同事能接听。").IsStillOn();

        Assert.NotEmpty(caller.Call.Events.OfType<Whispered>());
        Assert.Equal(0, await hotline.AskAsync<int>("select count(*) from handovers where accepted_at is not null"));
    }

    [Fact]
    public async Task Who_could_not_be_proven_is_told_as_such()
    {
        await using var hotline = await TestHotline.StartAsync(ByNumber);
        var caller = hotline.Caller("happy");

        await caller.Dials().Chooses<UnlockFlow>().AnswersWrongly(3).Hears(IdentityPrompts.NotProven).Presses("0").FindsThat("answers");

        Assert.Contains("客户没能通过核对。", caller.Call.Events.OfType<Whispered>().Select(one => one.Text));
    }

    [Fact]
    public async Task Nothing_is_whispered_to_strangers_or_after_the_end()
    {
        await using var hotline = await TestHotline.StartAsync(ByNumber);
        var caller = hotline.Caller("happy");
        await caller.Dials().Presses("0").WaitsForAPerson();
        var id = await hotline.AskAsync<string>("select id from handovers");
        var line = new Line(
            new HttpClient { BaseAddress = hotline.Address },
            new Parties("+15550100", "+15550142", "AC00000000000000000000000000000000", "demo-token-for-the-telephone-on-this-machine")
        );

        Assert.DoesNotContain("Say", await AskAsync($"/voice/whispers/{id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Say", await AskAsync($"/voice/whispers/{new string('0', 32)}"), StringComparison.Ordinal);
        Assert.Contains("Hangup", await AskAsync($"/voice/whispers/{id}/key", ("Digits", "1")), StringComparison.Ordinal);

        await caller.FindsThat("no-answer");
        Assert.DoesNotContain(
            "Say",
            await AskAsync($"/voice/whispers/{id}", ("ParentCallSid", caller.Call.CallSid)),
            StringComparison.Ordinal
        );

        using var http = new HttpClient { BaseAddress = hotline.Address };
        using var form = new FormUrlEncodedContent([new("CallSid", "CA1")]);
        using var unsigned = await http.PostAsync(new Uri($"/voice/whispers/{id}", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Forbidden, unsigned.StatusCode);

        async Task<string> AskAsync(string path, params (string, string)[] more) =>
            (await line.SendAsync(new Uri(hotline.Address, path), "in-progress", [("ParentCallSid", "CAother"), .. more], default)).Text;
    }

    [Theory]
    [InlineData("UnlockFlow", Topic.Unlock)]
    [InlineData("MainFlow", Topic.Main)]
    [InlineData("SomethingNewFlow", Topic.Other)]
    public void A_flow_is_a_topic(string flow, Topic topic) => Assert.Equal(topic, WhisperRenderer.TopicOf(flow));

    [Theory]
    [InlineData("OfferingToUnlock", Stage.Offering)]
    [InlineData("AskingNumber", Stage.Asking)]
    [InlineData("Greeting", null)]
    public void A_state_is_a_stage(string state, Stage? stage) => Assert.Equal(stage, WhisperRenderer.StageOf(state));
}
