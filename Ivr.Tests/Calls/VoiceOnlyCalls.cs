using Ivr.Flows.Flows;

namespace Ivr.Tests.Calls;

/// <summary>Calls in which nothing is pressed: what callers say becomes the values the flows look for.</summary>
public sealed class VoiceOnlyCalls
{
    [Theory]
    [InlineData("嗯，大概是两百一十块七")]
    [InlineData("三百块，不对，是两百一十块七")]
    [InlineData("２１０元７角")]
    public async Task A_payment_is_found_by_its_amount(string amount)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("card-lost")
            .Dials()
            .Speaks("付款问题")
            .Speaks("钱扣了没付成功")
            .AnswersRightly(1)
            .Hears("两百一十元七角")
            .Speaks("不是")
            .Speaks("按金额")
            .Hears(PaymentPrompts.AskAmount)
            .Speaks(amount)
            .Hears("两百一十元七角")
            .Speaks("对")
            .Hears("因为这张卡已经挂失");
    }

    [Fact]
    public async Task A_wrong_amount_finds_nothing_and_the_right_one_is_said_then()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("card-lost")
            .Dials()
            .Speaks("付款问题")
            .Speaks("钱扣了没付成功")
            .AnswersRightly(1)
            .Speaks("不是")
            .Speaks("按金额")
            .Speaks("五十块钱")
            .Hears(PaymentPrompts.NotFound)
            .Speaks("按金额")
            .Speaks("两百一十块零七毛")
            .Hears("两百一十元七角");
    }

    [Fact]
    public async Task What_is_no_amount_is_asked_again_and_never_guessed()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("card-lost")
            .Dials()
            .Speaks("付款问题")
            .Speaks("钱扣了没付成功")
            .AnswersRightly(1)
            .Speaks("不是")
            .Speaks("按金额")
            .Speaks("几百块吧")
            .Hears(Ivr.Flows.Prompts.CommonPrompts.NotUnderstood)
            .Speaks("人工")
            .WaitsForAPerson();
    }

    [Theory]
    [InlineData("零零零九零五")]
    [InlineData("洞洞洞勾洞五")]
    [InlineData("是三个零，酒零五")]
    public async Task A_payment_is_found_by_the_last_six_digits_of_its_order(string digits)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("payment-duplicate")
            .Dials()
            .Speaks("付款问题")
            .Speaks("钱扣了没付成功")
            .AnswersRightly(1)
            .Speaks("按订单号")
            .Hears(PaymentPrompts.AskOrder)
            .Speaks(digits)
            .Hears("三十二元");
    }

    [Fact]
    public async Task A_payment_is_found_in_English_by_its_amount()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("card-lost")
            .Dials()
            .InEnglish()
            .Presses("2")
            .Presses("1")
            .AnswersRightly(1)
            .Speaks("no")
            .Presses("1")
            .Hears(PaymentPrompts.AskAmount)
            .Speaks("um, two hundred no wait, two hundred ten yuan and seventy fen")
            .Hears("two hundred ten yuan and seventy, seven zero, fen")
            .Speaks("yes that's right");
    }
}
