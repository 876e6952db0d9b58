using Ivr.Flows.Flows;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Calls;

/// <summary>Callers prove who they are, or fail to.</summary>
public sealed class IdentityCalls
{
    private const string LinXiaomei = "+8613800000001";

    [Fact]
    public async Task From_another_phone_the_wallet_number_and_the_certificate_tail_take_the_place_of_the_number()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .CallerFrom("+8613700000099", "locked-two")
            .Dials()
            .Chooses<UnlockFlow>()
            .Hears("为了您的资金安全，先核对一下身份。")
            .Hears("请输入注册的手机号，或者钱包号，最后按井号键。")
            .Presses("600000000002#")
            .Hears("请输入证件号码的最后四位。最后一位是字母的，用星号键代替。")
            .Presses("551*")
            .AnswersRightly(2)
            .Hears(IdentityPrompts.Proven);
    }

    [Fact]
    public async Task The_registered_phone_can_be_keyed_in_instead_of_the_wallet_number()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .CallerFrom("+8613700000099", "happy")
            .Dials()
            .Chooses<UnlockFlow>()
            .Presses("13800000001#")
            .Presses("8021")
            .AnswersRightly(2)
            .Hears(IdentityPrompts.Proven);
    }

    [Fact]
    public async Task With_a_wrong_tail_no_answer_is_right_and_nobody_says_why()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .CallerFrom("+8613700000099", "happy")
            .Dials()
            .Chooses<UnlockFlow>()
            .Presses("600000000001#")
            .Presses("8022")
            .AnswersRightly(1)
            .Hears("信息没有对上，我们换一个问题。")
            .AnswersRightly(1)
            .Hears(IdentityPrompts.Differs)
            .AnswersRightly(1)
            .Hears("今天电话里不能再核对了。您可以在应用里办理，或者按零找人工。")
            .Hears("还有别的问题吗");
    }

    [Fact]
    public async Task A_wrong_answer_leads_to_another_question_and_right_ones_still_prove_it()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersWrongly(1)
            .Hears(IdentityPrompts.Differs)
            .AnswersRightly(2)
            .Hears(IdentityPrompts.Proven);
    }

    [Fact]
    public async Task No_question_is_asked_twice_in_a_call()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller.Dials().Chooses<UnlockFlow>().AnswersWrongly(1).AnswersRightly(2).Hears(IdentityPrompts.Proven);

        var asked = caller
            .Call.Events.OfType<Spoken>()
            .Where(spoken => spoken.Text.EndsWith("请按键输入。", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(3, asked.Count);
        Assert.Equal(3, asked.Distinct().Count());
    }

    [Fact]
    public async Task A_payment_needs_one_answer_and_unlocking_one_more()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("english-only")
            .Dials()
            .InEnglish()
            .Chooses<PaymentFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Hears(IdentityPrompts.Proven)
            .Presses("1")
            .Presses("1")
            .Chooses<UnlockFlow>()
            .AnswersRightly(1)
            .Hears(IdentityPrompts.Proven)
            .Presses("1")
            .KeysTheCode()
            .Hears(UnlockPrompts.Done)
            .Presses("1")
            .Chooses<PaymentFlow>()
            .Presses("1")
            .DoesNotHear("key it in")
            .Hears(PaymentPrompts.IsItThisOne(Some.Payment));
    }

    [Fact]
    public async Task Whoever_enrolled_more_questions_is_asked_the_same_ones_however_the_account_is_named()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync(
            "insert into security_answers (customer_id, question_id, answer_hash, enrolled_at) select 1, id, 'v1.1.AAAA.AAAA', '2026-01-01T00:00:00.000000Z' from security_questions where kind = 'NUMERIC' and id not in (select question_id from security_answers where customer_id = 1)"
        );
        var asked = new HashSet<string>(StringComparer.Ordinal);
        for (var time = 0; time < 4; time++)
        {
            asked.UnionWith(await AskedAsync(hotline.CallerFrom(LinXiaomei), ""));
            asked.UnionWith(await AskedAsync(hotline.CallerFrom("+8613700000097"), "600000000001#"));
            asked.UnionWith(await AskedAsync(hotline.CallerFrom("+8613700000097"), "13800000001#"));
            hotline.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(3, asked.Count);

        static async Task<IEnumerable<string>> AskedAsync(TestCaller caller, string number)
        {
            await caller.Dials().Chooses<UnlockFlow>();
            await (number.Length > 0 ? caller.Presses(number).Presses("8021") : caller);
            await caller.AnswersWrongly(3);
            return caller
                .Call.Events.OfType<Spoken>()
                .Select(spoken => spoken.Text)
                .Where(text => text.EndsWith("请按键输入。", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("+266696687")]
    [InlineData("13800000001")]
    [InlineData("sip:+8613800000001@example.com")]
    [InlineData("client:+8613800000001")]
    public async Task A_number_that_is_none_proves_nothing(string from)
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline.CallerFrom(from).Dials().Chooses<UnlockFlow>().Hears(IdentityPrompts.AskNumber);
    }

    [Fact]
    public async Task Who_has_enrolled_no_question_cannot_be_verified_and_is_told_a_way()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync("delete from security_answers where customer_id = 1");

        await hotline.CallerFrom(LinXiaomei).Dials().Chooses<UnlockFlow>().AnswersWrongly(3).Hears(IdentityPrompts.NotProven);
    }
}
