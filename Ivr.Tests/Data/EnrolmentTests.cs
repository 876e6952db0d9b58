using Ivr.Data.Connections;
using Ivr.Data.Demo;
using Ivr.Data.Stores;
using Ivr.Flows.Understanding.Answers;
using Ivr.Tests.Calls;
using Ivr.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Data;

/// <summary>What customers may take as answers, and what is kept of them.</summary>
public sealed class EnrolmentTests
{
    private const long BankCard = 1;
    private const long Birthplace = 7;
    private const long Teacher = 8;

    [Theory]
    [InlineData(BankCard, "1234", AnswerRefusal.TooCommon)]
    [InlineData(BankCard, "7777", AnswerRefusal.TooCommon)]
    [InlineData(BankCard, "9876", AnswerRefusal.TooCommon)]
    [InlineData(BankCard, "0412", AnswerRefusal.KnownOfThem)]
    [InlineData(BankCard, "1380", AnswerRefusal.KnownOfThem)]
    [InlineData(BankCard, "88345", AnswerRefusal.NoAnswer)]
    [InlineData(BankCard, "88三4", AnswerRefusal.NoAnswer)]
    [InlineData(BankCard, "8834", null)]
    [InlineData(Birthplace, "北京", AnswerRefusal.TooCommon)]
    [InlineData(Birthplace, "背景市", AnswerRefusal.TooCommon)]
    [InlineData(Birthplace, "Shanghai", AnswerRefusal.TooCommon)]
    [InlineData(Birthplace, "13800000001", AnswerRefusal.KnownOfThem)]
    [InlineData(Birthplace, "我出生在", AnswerRefusal.NoAnswer)]
    [InlineData(Birthplace, "", AnswerRefusal.NoAnswer)]
    [InlineData(Birthplace, "鲤城", null)]
    [InlineData(Teacher, "王", AnswerRefusal.TooCommon)]
    [InlineData(Teacher, "姓王老师", AnswerRefusal.TooCommon)]
    [InlineData(Teacher, "王维", AnswerRefusal.TooCommon)]
    [InlineData(Teacher, "林小梅", AnswerRefusal.KnownOfThem)]
    [InlineData(Teacher, "小妹", AnswerRefusal.KnownOfThem)]
    [InlineData(Teacher, "王秀珍", null)]
    public async Task What_is_guessed_first_or_known_of_a_customer_is_refused(long question, string answer, AnswerRefusal? expected)
    {
        await using var hotline = await TestHotline.StartAsync();

        Assert.Equal(expected, await EnrolAsync(hotline, 1, question, answer));
    }

    [Fact]
    public async Task An_answer_that_was_refused_leaves_the_old_one_and_a_new_one_takes_its_place()
    {
        await using var hotline = await TestHotline.StartAsync();

        await EnrolAsync(hotline, 22, Birthplace, "北京");
        await hotline.Caller("spoken-answers-only").Dials().Chooses<Ivr.Flows.Flows.UnlockFlow>().AnswersRightly(2).HangsUp();
        await EnrolAsync(hotline, 22, Birthplace, "桂林");

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from security_answers where customer_id = 22 and question_id = 7"));
    }

    [Fact]
    public async Task Every_answer_that_is_said_is_kept_in_as_many_hashes_whatever_it_is()
    {
        await using var hotline = await TestHotline.StartAsync();
        foreach (var answer in new[] { "鲤城", "重庆长安单家", "Katherine" })
        {
            await EnrolAsync(hotline, 21, Teacher, answer);
            var kept = await hotline.AskAsync<string>(
                "select answer_hash from security_answers where customer_id = 21 and question_id = 8"
            );
            Assert.Equal(3 + 8, kept!.Split('.').Distinct().Count());
            Assert.Equal(383, kept.Length - (kept.Split('.')[1].Length - "20000".Length));
        }
    }

    [Fact]
    [OnSqliteOnly("Its file is searched.")]
    public async Task No_answer_that_is_said_stands_anywhere_in_the_database_or_the_log()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("spoken-answers-only").Dials().Chooses<Ivr.Flows.Flows.UnlockFlow>();
        await caller.Speaks("黄鹂鸣翠柳").AnswersRightly(1).Speaks("canary sings");
        await hotline.Caller("spoken-answers-only").Dials().InEnglish().Chooses<Ivr.Flows.Flows.UnlockFlow>().AnswersRightly(2);

        var dump = await DumpAsync(hotline);
        Assert.Contains("韦兰芳", dump, StringComparison.Ordinal);
        var said = DemoWallet.Customers.SelectMany(customer => customer.Spoken.Values).SelectMany(words => words.Wordings);
        Assert.All(
            said.Append("黄鹂鸣翠柳")
                .Append("canary sings")
                .SelectMany(words => SpokenAnswer.KeysOf(words).Where(key => key.Length > 7).Append(words)),
            secret =>
            {
                Assert.DoesNotContain(secret, dump, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(secret, string.Join('\n', hotline.Log.Lines), StringComparison.OrdinalIgnoreCase);
            }
        );
    }

    private static async Task<string> DumpAsync(TestHotline hotline)
    {
        await hotline.ExecuteAsync("pragma wal_checkpoint(truncate)");
        var copy = Path.Combine(hotline.Folder, "copy.db");
        await hotline.ExecuteAsync($"vacuum into '{copy}'");
        return System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(copy));
    }

    private static async Task<AnswerRefusal?> EnrolAsync(TestHotline hotline, long customer, long question, string answer)
    {
        await using var scope = hotline.Services.CreateAsyncScope();
        var enrolment = scope.ServiceProvider.GetRequiredService<AnswerEnrolment>();
        var refusal = await enrolment.EnrolAsync(customer, question, [answer], hotline.Clock.GetUtcNow(), CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<TurnScope>().CommitAsync(CancellationToken.None);
        return refusal;
    }
}
