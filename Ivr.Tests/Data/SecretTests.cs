using System.Text;
using Ivr.Data.Demo;
using Ivr.Data.Secrets;
using Ivr.Data.Stores;
using Ivr.Tests.Calls;

namespace Ivr.Tests.Data;

/// <summary>Answers and certificate tails are never readable.</summary>
public sealed class SecretTests
{
    private static readonly AnswerHasher Hasher = new("a pepper of this test, long enough to be one"u8.ToArray(), 100);

    [Fact]
    public async Task An_answer_matches_itself_and_nothing_else()
    {
        var stored = Hasher.Hash("8834");

        Assert.True(await Hasher.MatchesAsync("8834", stored, default));
        Assert.False(await Hasher.MatchesAsync("8835", stored, default));
        Assert.False(await Hasher.MatchesAsync("8834", null, default));
    }

    [Fact]
    public async Task The_same_answer_is_stored_differently_each_time_and_is_worthless_without_the_pepper()
    {
        var stored = Hasher.Hash("8834");
        var thief = new AnswerHasher(Encoding.UTF8.GetBytes("another pepper, which the thief made up himself"), 100);

        Assert.NotEqual(stored, Hasher.Hash("8834"));
        Assert.False(await thief.MatchesAsync("8834", stored, default));
    }

    [Fact]
    public async Task No_answer_and_no_certificate_tail_stands_in_the_database_file()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.ExecuteAsync("pragma wal_checkpoint(truncate)");

        var rows = new StringBuilder();
        foreach (var column in new[] { "answer_hash", "customer_id || enrolled_at" })
        {
            rows.Append(await hotline.AskAsync<string>($"select group_concat({column}, ' ') from security_answers"));
        }

        rows.Append(await hotline.AskAsync<string>("select group_concat(identity_tail_hash, ' ') from customers"));
        var text = rows.ToString();
        var words = text.Split('.', ' ');
        Assert.All(
            DemoWallet.Customers,
            customer =>
            {
                Assert.DoesNotContain(customer.CertificateTail, words);
                Assert.All(customer.Answers.Where(answer => answer.Key != "6"), answer => Assert.DoesNotContain(answer.Value, words));
            }
        );
    }

    [Fact]
    public void A_case_number_notices_a_wrong_digit_and_swapped_neighbours()
    {
        for (var time = 0; time < 200; time++)
        {
            var number = CaseNumber.Draw();
            Assert.True(CaseNumber.IsValid(number));
            var wrong = number[..4] + (char)('0' + ((number[4] - '0' + 1) % 10)) + number[5..];
            Assert.False(CaseNumber.IsValid(wrong));
        }

        Assert.False(CaseNumber.IsValid("12345678"));
        Assert.False(CaseNumber.IsValid("12345678x"));
    }
}
