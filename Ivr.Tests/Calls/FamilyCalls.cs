using System.Xml.Linq;
using Ivr.Flows.Flows;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Calls;

/// <summary>People who call for somebody in the family.</summary>
public sealed class FamilyCalls
{
    [Fact]
    public async Task A_carer_presses_three_and_reaches_a_person_who_sees_it()
    {
        await using var hotline = await TestHotline.StartAsync("--Hotline:Agents:Queue=", "--Hotline:Agents:Client=desk_1");
        var caller = hotline.Caller("elder");

        await caller
            .Dials()
            .Presses("1")
            .Chooses<UnlockFlow>()
            .Hears("替家人办理，请只按一个三，等一下。")
            .Presses("3")
            .IsSilent()
            .Hears("您是替家人办理，对吗？是，请按一。不是，请按二。")
            .Speaks("是的")
            .Hears("谢谢您帮家人打来。替别人，电话里只能解答问题和紧急冻结，由我们的同事来帮您。")
            .WaitsForAPerson();
        Assert.Equal("family", CallerParameter(caller));

        await caller
            .FindsThat("answers")
            .Hears("还有别的问题吗")
            .Presses("1")
            .Chooses<PaymentFlow>()
            .Presses("1")
            .DoesNotHear("请按键输入")
            .Hears(IdentityPrompts.HelpForFamily)
            .WaitsForAPerson()
            .FindsThat("no-answer")
            .Presses("2")
            .Presses("0")
            .WaitsForAPerson();
        Assert.Equal("family", CallerParameter(caller));
    }

    [Fact]
    public async Task The_same_in_English_from_a_phone_that_is_not_registered()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .CallerFrom("+8613700000099")
            .Dials()
            .InEnglish()
            .Chooses<RefundFlow>()
            .Presses("1")
            .Hears("If you are calling for somebody in your family, press just three and wait a moment.")
            .Presses("3#")
            .Hears("You are calling for somebody in your family, is that right?")
            .Presses("1")
            .Hears("Thank you for calling for your family.")
            .WaitsForAPerson();
    }

    [Fact]
    public async Task Who_pressed_three_by_mistake_goes_on()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller
            .Dials()
            .Chooses<UnlockFlow>()
            .Presses("3")
            .IsSilent()
            .Hears(IdentityPrompts.IsItForFamily)
            .Presses("2")
            .Hears(IdentityPrompts.Start)
            .AnswersRightly(2)
            .Hears(UnlockPrompts.UnlockNow);

        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from verification_attempts where result = 'WRONG'"));
    }

    private static string? CallerParameter(TestCaller caller) =>
        XElement
            .Parse(caller.Call.Events.OfType<Answered>().Last().Twiml)
            .Descendants("Parameter")
            .SingleOrDefault(one => (string?)one.Attribute("name") == "caller")
            ?.Attribute("value")
            ?.Value;
}
