using Ivr.Flows.Flows;

namespace Ivr.Tests.Calls;

/// <summary>Callers ask for a refund that is later than they were told.</summary>
public sealed class RefundLateCalls
{
    [Fact]
    public async Task A_late_refund_is_apologised_for_urged_and_promised_anew_once_however_often_it_is_asked()
    {
        await using var hotline = await TestHotline.StartAsync();
        var newDay = hotline.SayWorkday(3);

        for (var call = 0; call < 2; call++)
        {
            await hotline
                .Caller("refund-overdue")
                .Dials()
                .Chooses<RefundFlow>()
                .Presses("1")
                .AnswersRightly(1)
                .Hears("现在晚了，很抱歉。已经为您催办，编号是，")
                .Hears($"新的日子是，最晚{newDay}，退到尾号四零二幺的信用卡。")
                .Presses("1")
                .Hears("大麦网的退款，六百八十元，原来尾号四零二幺的银行卡收不了。请在应用里选一张您自己的卡来收。")
                .Presses("2")
                .Presses("1")
                .Hears("这次的事已经记下，编号是，")
                .IsHungUpOn();
        }

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'REFUND_OVERDUE'"));
        Assert.Equal([newDay], (await hotline.PromisedAsync("refund:3", "REFUND_ARRIVED")).Select(hotline.SayDay));
    }

    [Fact]
    public async Task A_late_refund_is_urged_in_English()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("refund-overdue")
            .Dials()
            .InEnglish()
            .Chooses<RefundFlow>()
            .Speaks("status")
            .AnswersRightly(1)
            .Hears("It is late, and we are sorry. We have urged it for you. Your case number is ")
            .Hears("The new date for your credit card ending in four zero two one is ");
    }

    [Fact]
    public async Task When_the_new_date_is_broken_too_a_person_comes_first()
    {
        await using var hotline = await TestHotline.StartAsync();
        await Late(hotline).Hears("新的日子是");
        hotline.Clock.Advance(TimeSpan.FromDays(15));

        await Late(hotline)
            .Hears("携程旅行的退款，一千五百零八元，又晚了，非常抱歉。这次请我们的同事直接来办，编号是，")
            .DoesNotHear("新的日子是")
            .WaitsForAPerson()
            .FindsThat("answers")
            .Hears("还有一笔退款，要听吗？")
            .Presses("1")
            .Hears("大麦网的退款");

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'REFUND_OVERDUE'"));

        static TestCaller Late(TestHotline hotline) =>
            hotline.Caller("refund-overdue").Dials().Chooses<RefundFlow>().Presses("1").AnswersRightly(1);
    }

    [Fact]
    public async Task A_day_that_only_the_hotline_told_is_kept_to_as_well()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync("update refunds set expected_at = null where id = 1");

        await hotline
            .Caller("refund-on-time")
            .Dials()
            .Chooses<RefundFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Hears($"正在退到尾号八八三四的储蓄卡，最晚{hotline.SayWorkday(3)}。");
        hotline.Clock.Advance(TimeSpan.FromDays(15));

        await hotline
            .Caller("refund-on-time")
            .Dials()
            .Chooses<RefundFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Hears("现在晚了，很抱歉。")
            .Hears($"新的日子是，最晚{hotline.SayWorkday(3)}，退到尾号八八三四的储蓄卡。");
    }

    [Fact]
    public async Task A_merchant_that_does_not_answer_in_three_working_days_is_escalated()
    {
        await using var hotline = await TestHotline.StartAsync();

        for (var call = 0; call < 2; call++)
        {
            await hotline
                .Caller("refund-unanswered")
                .Dials()
                .Chooses<RefundFlow>()
                .Presses("1")
                .AnswersRightly(1)
                .Hears("拼多多商家的退款，四十九元九角，商户三个工作日都没有答复，很抱歉。我们已经往上催办，编号是，")
                .Hears($"最晚{hotline.SayWorkday(3)}给您答复。")
                .Hears("钱会退到钱包余额。")
                .Hears("还有别的问题吗");
        }

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from cases where type = 'REFUND_UNANSWERED'"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from promises where [rule] = 'CASE_ANSWERED'"));
        await hotline
            .Caller("refund-unanswered")
            .Dials()
            .InEnglish()
            .Chooses<RefundFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Hears("the shop has not answered within three working days, and we are sorry. We have taken it further.")
            .Hears("You will have an answer at the latest ");
    }
}
