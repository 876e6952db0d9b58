using Ivr.Data.Demo;
using Ivr.Tests.Calls;
using Ivr.Tests.Faults;

namespace Ivr.Tests.Webhooks;

/// <summary>Twilio sends again what it is not sure of: the caller must not notice, and nothing may happen twice.</summary>
public sealed class RepeatedWebhookTests
{
    /// <summary>Twenty thousand by hand.</summary>
    private static readonly int Races = Settings.Of("IVR_TEST_RACES", 300);

    private const string AsksForCode = "输入这六位数字";

    [Theory]
    [InlineData(2, false)]
    [InlineData(5, false)]
    [InlineData(2, true)]
    [InlineData(5, true)]
    public async Task Every_webhook_of_a_call_that_comes_again_gets_the_same_bytes_and_does_nothing_more(int copies, bool atOnce)
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);

        var answer = await SameAsync(copies, atOnce, twilio.DialAsync);
        for (var turn = 1; !answer.HangsUp; turn++)
        {
            var (at, keys) = (turn, await KeysForAsync(hotline, answer));
            answer = await SameAsync(copies, atOnce, () => twilio.PressAsync(at, keys));
        }

        await SameAsync(copies, atOnce, () => twilio.SendAsync("/voice/status", ("CallStatus", "completed")));

        Assert.Equal(
            "2 right, 0 locks, 1 code, 1 release, 2 messages, 1 end",
            await hotline.AskAsync<string>(
                """
                select concat(
                    (select count(*) from verification_attempts where result = 'RIGHT'), ' right, ',
                    (select count(*) from wallet_locks where wallet_id = 1 and released_at is null), ' locks, ',
                    (select count(*) from code_challenges where tries = 1 and used_at is not null), ' code, ',
                    (select count(*) from audit_log where action = 'locks released'), ' release, ',
                    (select count(*) from notifications), ' messages, ',
                    (select count(*) from calls where ended_at is not null), ' end')
                """
            )
        );
        Assert.DoesNotContain(hotline.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_answer_that_comes_five_times_is_one_wrong_answer()
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);
        await twilio.DialAsync();
        await twilio.PressAsync(1, "1");

        await SameAsync(5, true, () => twilio.PressAsync(2, "0000"));

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from verification_attempts where result = 'WRONG'"));
        Assert.Equal(1, await hotline.AskAsync<long>("select consecutive_wrong from question_guards where wallet_id = 1"));
    }

    [Fact]
    public async Task A_question_about_what_was_meant_is_repeated_alike_and_goes_on_at_another_node()
    {
        await using var hotline = await TestHotline.StartAsync();
        await using var beside = await TestHotline.StartAsync($"--Hotline:DataDirectory={hotline.Folder}");
        using var twilio = new TwilioSide(hotline);
        using var elsewhere = new TwilioSide(beside) { CallSid = twilio.CallSid };
        await twilio.DialAsync();

        var asked = await SameAsync(3, true, () => twilio.SendAsync("/voice/turns/1", ("SpeechResult", "退款"), ("Confidence", "0.4")));
        asked.Says("您是说退款吗？");
        Assert.Equal(asked, await elsewhere.SendAsync("/voice/turns/1", ("SpeechResult", "银行卡"), ("Confidence", "0.9")));

        (await SameAsync(2, false, () => elsewhere.SendAsync("/voice/turns/2", ("SpeechResult", "是的")))).Says("查退款进度，请按一。");
    }

    [Fact]
    public async Task A_late_webhook_hears_what_it_was_answered_and_changes_nothing()
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);
        List<WebhookAnswer> heard = [await twilio.DialAsync()];
        for (var turn = 1; turn < 6; turn++)
        {
            heard.Add(await twilio.PressAsync(turn, await KeysForAsync(hotline, heard[^1])));
        }

        heard[^1].Says("已经解锁");

        var row = await RowAsync(hotline, twilio);
        for (var turn = 1; turn < 6; turn++)
        {
            foreach (var keys in new[] { "2", "0", "*", "", "0000" })
            {
                Assert.Equal(heard[turn], await twilio.PressAsync(turn, keys));
            }
        }

        Assert.Equal(heard[0], await twilio.DialAsync());
        Assert.Equal(heard[^1], await twilio.SendAsync("/voice/fallback", ("ErrorCode", "11200")));
        Assert.Equal(row, await RowAsync(hotline, twilio));
    }

    [Fact]
    public async Task Of_two_answers_to_one_question_at_once_one_wins_and_the_other_hears_its_reply()
    {
        await using var hotline = await TestHotline.StartAsync();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var race = 0; race < Races; race++)
        {
            using var twilio = new TwilioSide(hotline);
            var began = await Task.WhenAll(twilio.DialAsync(), twilio.DialAsync());
            Assert.Equal(began[0].IsTwiml(), began[1]);

            string[] keys = race % 2 == 0 ? ["8", "3"] : ["3", "8"];
            var answers = await Task.WhenAll(keys.Select(key => twilio.PressAsync(1, key)));

            Assert.Equal(answers[0].IsTwiml(), answers[1]);
            seen.Add(answers[0].Body.Contains("locked account", StringComparison.Ordinal) ? "8" : "3");
            Assert.Equal(
                (2, 2),
                (
                    await hotline.AskAsync<int>($"select turn from calls where sid = '{twilio.CallSid}'"),
                    await hotline.AskAsync<int>($"select count(*) from call_turns where call_sid = '{twilio.CallSid}'")
                )
            );
        }

        Assert.Equal(2, seen.Count);
        Assert.DoesNotContain(hotline.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Yes_and_no_at_once_unlock_once_or_not_at_all_and_both_hear_which()
    {
        await using var hotline = await TestHotline.StartAsync();
        for (var race = 0; race < 20; race++)
        {
            await hotline.ExecuteAsync(
                """
                update wallet_locks set released_at = null where wallet_id = 1;
                delete from audit_log; delete from code_messages; delete from code_challenges;
                """
            );
            using var twilio = new TwilioSide(hotline);
            var asked = await twilio.DialAsync();
            for (var turn = 1; turn < 4; turn++)
            {
                asked = await twilio.PressAsync(turn, await KeysForAsync(hotline, asked));
            }

            asked.Says("现在为您解锁吗");
            var answers = await Task.WhenAll(twilio.PressAsync(4, "1"), twilio.PressAsync(4, "2"), twilio.PressAsync(4, "1"));

            Assert.All(answers, answer => Assert.Equal(answers[0].IsTwiml(), answer));
            if (answers[0].Body.Contains(AsksForCode, StringComparison.Ordinal))
            {
                var code = await KeysForAsync(hotline, answers[0]);
                var wrong = code == "000000" ? "111111" : "000000";
                answers = await Task.WhenAll(twilio.PressAsync(5, code), twilio.PressAsync(5, wrong), twilio.PressAsync(5, code));
                Assert.All(answers, answer => Assert.Equal(answers[0].IsTwiml(), answer));
            }

            var released = await hotline.AskAsync<int>("select count(*) from audit_log where action = 'locks released'");
            Assert.Equal(answers[0].Body.Contains("已经解锁", StringComparison.Ordinal) ? 1 : 0, released);
        }
    }

    /// <summary>Chooses to unlock, answers rightly, keys the code of the message, and wants nothing else.</summary>
    private static async Task<string> KeysForAsync(TestHotline hotline, WebhookAnswer asked)
    {
        var text = asked.Body;
        var answers = DemoWallet.AnswersOf(DemoWallet.Customers[0]);
        return text.Contains("账户被锁，请按一", StringComparison.Ordinal) ? "1"
            : text.Contains("现在为您解锁吗", StringComparison.Ordinal) ? "1"
            : text.Contains(AsksForCode, StringComparison.Ordinal) ? (await hotline.CodeSentToAsync(DemoWallet.Customers[0].Phone))!
            : text.Contains("还有别的问题吗", StringComparison.Ordinal) ? "2"
            : text.Contains("问题解决了吗", StringComparison.Ordinal) ? "1"
            : answers.First(answer => answer.Answers(text)).Keys!;
    }

    private static async Task<WebhookAnswer> SameAsync(int copies, bool atOnce, Func<Task<WebhookAnswer>> send)
    {
        var answers = new List<WebhookAnswer>();
        if (atOnce)
        {
            answers.AddRange(await Task.WhenAll(Enumerable.Range(0, copies).Select(_ => send())));
        }
        else
        {
            for (var copy = 0; copy < copies; copy++)
            {
                answers.Add(await send());
            }
        }

        Assert.All(answers, answer => Assert.Equal(answers[0].IsTwiml(), answer));
        return answers[0];
    }

    private static Task<string?> RowAsync(TestHotline hotline, TwilioSide twilio) =>
        hotline.AskAsync<string>(
            $"select concat(turn, session, row_version, (select count(*) from call_turns)) from calls where sid = '{twilio.CallSid}'"
        );
}
