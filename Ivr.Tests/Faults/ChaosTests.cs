using Ivr.Data.Demo;
using Ivr.Tests.Calls;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Faults;

/// <summary>One statement in a hundred breaks, anywhere: every webhook is answered all the same, and who heard of an effect has it.</summary>
public sealed class ChaosTests
{
    private const int MostSteps = 40;
    private static readonly int Calls = Settings.Of("IVR_TEST_CHAOS", 60);

    [Fact]
    public async Task Whatever_breaks_the_caller_hears_words_and_what_was_told_is_so()
    {
        var trouble = new Trouble();
        await using var hotline = await TestHotline.StartAsync(TroubledDialect.With(trouble));
        var customers = await Crowd.JoinAsync(hotline, Calls, "happy");
        using var twilio = new ImpatientTwilio(hotline);
        var random = new Random(35);
        var (statements, breaks) = (0, 0);
        trouble.AtStatement = () =>
        {
            if (++statements > 0 && random.Next(100) == 0)
            {
                breaks++;
                throw new InvalidOperationException("Secret insides of the hotline.");
            }
        };

        var told = 0;
        foreach (var customer in customers)
        {
            var call = twilio.Caller(customer).Call;
            await UnlockAsync(hotline, call, customer);

            Assert.All(call.Events.OfType<Answered>(), TwimlChecker.Check);
            Assert.DoesNotContain(call.Events, one => one is LineDid { Deed: LineDeed.CannotUse });
            Assert.DoesNotContain(
                call.Events.OfType<Answered>(),
                answer =>
                    answer.Twiml.Contains("insides", StringComparison.Ordinal) || answer.Twiml.Contains("   at ", StringComparison.Ordinal)
            );
            var heard = call.Events.OfType<Spoken>().Any(spoken => spoken.Text.Contains("已经解锁", StringComparison.Ordinal));
            told += heard ? 1 : 0;
            Assert.True(heard || call.WaitsFor is not null, string.Join('\n', call.Events.Where(one => one is not Answered)));
            Assert.Equal(
                heard ? 1 : 0,
                await hotline.AskAsync<int>(
                    $"select count(*) from audit_log where action = 'locks released' and call_sid = '{call.CallSid}'"
                )
            );
        }

        Assert.True(
            breaks > 0 && told > Calls / 2,
            $"{breaks} of {statements} statements broke; {told} of {Calls} have their account again."
        );
    }

    private static async Task UnlockAsync(TestHotline hotline, PhoneCall call, DemoCustomer customer)
    {
        await call.DialAsync();
        for (var step = 0; step < MostSteps && !call.IsOver && call.WaitsFor is null; step++)
        {
            var asked = call.Events.OfType<Spoken>().Last().Text;
            var answer = DemoWallet
                .AnswersOf(customer)
                .FirstOrDefault(one => asked.Contains(one.QuestionZh, StringComparison.Ordinal))
                ?.Keys;
            await call.PressAsync(
                answer
                    ?? (
                        asked.Contains("六位数字", StringComparison.Ordinal) ? (await hotline.CodeSentToAsync(customer.Phone))!
                        : asked.Contains("还有别的问题吗", StringComparison.Ordinal) ? "2"
                        : "1"
                    )
            );
        }
    }
}
