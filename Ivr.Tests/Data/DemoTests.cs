using System.Globalization;
using System.Text.Json;
using Ivr.Data.Demo;
using Ivr.Tests.Calls;
using Ivr.Tests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Data;

/// <summary>The demo customers and their stories.</summary>
public sealed class DemoTests
{
    private static readonly string[] Spoken = ["zh", "en"];
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    [InlineData("happy locked-self-service locked-two locked-court-order locked-not-eligible")]
    [InlineData("payment-not-debited payment-held payment-debited payment-reversed payment-duplicate payment-wrong-amount")]
    [InlineData(
        "refund-on-time refund-overdue refund-abnormal refund-rejected refund-arrived refund-open refund-too-old refund-unanswered"
    )]
    [InlineData("elder other-phone english-only no-data hostile-name homophone-answers")]
    public void Every_story_has_a_customer(string tags) =>
        Assert.All(tags.Split(' '), tag => Assert.Contains(DemoWallet.Customers, customer => customer.Tags.Contains(tag)));

    [Fact]
    public void The_list_for_programs_has_the_shape_of_the_contract()
    {
        foreach (var customer in JsonDocument.Parse(DemoWallet.Json()).RootElement.EnumerateArray())
        {
            foreach (var name in new[] { "name", "from", "walletNo", "phone", "certificateTail", "language" })
            {
                Assert.Equal(JsonValueKind.String, customer.GetProperty(name).ValueKind);
            }

            Assert.NotEqual(0, customer.GetProperty("tags").GetArrayLength());
            foreach (var answer in customer.GetProperty("answers").EnumerateArray())
            {
                Assert.Matches("^(NUMERIC|TEXT|DYNAMIC)$", answer.GetProperty("kind").GetString());
                Assert.NotEqual("", answer.GetProperty("question").GetString());
                var isSaid = answer.GetProperty("kind").GetString() == "TEXT";
                Assert.NotEqual(isSaid, answer.TryGetProperty("keys", out var keys));
                Assert.Matches("^[0-9]+$", isSaid ? "0" : keys.GetString());
                var spoken = Spoken.Where(language => answer.TryGetProperty(language, out _)).ToList();
                Assert.InRange(spoken.Count, isSaid ? 1 : 2, 2);
                Assert.All(spoken, language => Assert.Matches("^[^0-9]+$", answer.GetProperty(language).GetString()));
            }
        }
    }

    [Fact]
    public async Task The_stories_stay_true_when_the_demo_is_loaded_on_another_day()
    {
        await using var hotline = await TestHotline.StartAsync();
        var demo = hotline.Services.GetRequiredService<DemoWallet>();
        var later = hotline.Clock.GetUtcNow().AddDays(40);
        Assert.False(await demo.IsStaleAsync(hotline.Clock.GetUtcNow(), default));
        Assert.True(await demo.IsStaleAsync(later, default));

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<Ivr.Flows.Flows.UnlockFlow>()
            .AnswersRightly(2)
            .Presses("1")
            .KeysTheCode()
            .Hears("已经解锁");
        hotline.Clock.Advance(TimeSpan.FromDays(40));
        await demo.LoadAsync(later, default);

        await hotline.Caller("happy").Dials().Chooses<Ivr.Flows.Flows.UnlockFlow>().AnswersRightly(2).Hears("登录密码输错");
        await hotline
            .Caller("refund-on-time")
            .Dials()
            .Chooses<Ivr.Flows.Flows.RefundFlow>()
            .Presses("1")
            .AnswersRightly(1)
            .Hears("最晚明天");
    }

    [Theory]
    [InlineData("-26h", "2026-11-24T06:00:00Z")]
    [InlineData("-40m", "2026-11-25T07:20:00Z")]
    [InlineData("+2d 18:00", "2026-11-27T10:00:00Z")]
    public void Times_are_told_from_the_day_of_loading(string text, string expected)
    {
        var now = new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), DemoTime.Read(text, now, Shanghai));
    }

    [Fact]
    public void The_table_of_the_README_names_every_customer()
    {
        var readme = Repository.Read("README.md");

        Assert.All(
            DemoWallet.Customers.Where(customer => !customer.Tags.Contains("hostile-name")),
            customer =>
                Assert.Matches(
                    $@"\| {customer.Name} \| `{System.Text.RegularExpressions.Regex.Escape(customer.From ?? customer.Phone)}`",
                    readme
                )
        );
    }
}
