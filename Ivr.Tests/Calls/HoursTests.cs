using System.Globalization;
using Ivr.Data.Connections;
using Ivr.Data.Stores;
using Ivr.Flows;
using Ivr.Flows.Calendars;
using Ivr.Flows.Calls;
using Ivr.Flows.Flows;
using Ivr.Flows.Speaking;
using Ivr.Web.Commands;
using Ivr.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Calls;

/// <summary>When people are there, and what callers hear when they are not.</summary>
public sealed class HoursTests
{
    private static readonly MarketTime Market = new(
        TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        "CN",
        new MarketCalendar(CalendarYear.ReadAll(Path.Combine(AppContext.BaseDirectory, "Calendars"), "CN"))
    );

    [Theory]
    [InlineData("Workdays 09:00-21:00", "2026-09-30 09:30", "Wednesday 2026-09-30 09:30: open.")]
    [InlineData(
        "Workdays 09:00-21:00",
        "2026-09-30 21:00",
        "Wednesday 2026-09-30 21:00: closed at this hour. Opens Thursday 2026-10-08 09:00."
    )]
    [InlineData(
        "Workdays 09:00-21:00",
        "2026-10-01 09:30",
        "Thursday 2026-10-01 09:30: closed, National Day (国庆节). Opens Thursday 2026-10-08 09:00."
    )]
    [InlineData("Workdays 09:00-21:00", "2026-10-10 09:30", "Saturday 2026-10-10 09:30: open.")]
    [InlineData("Workdays 09:00-21:00", "2026-09-20 20:59", "Sunday 2026-09-20 20:59: open.")]
    [InlineData("Workdays 09:00-21:00", "2026-10-11 09:30", "Sunday 2026-10-11 09:30: closed at this hour. Opens Monday 2026-10-12 09:00.")]
    [InlineData(
        "Mon-Fri 09:00-18:00; Sat 10:00-16:00",
        "2026-10-10 09:30",
        "Saturday 2026-10-10 09:30: closed at this hour. Opens Saturday 2026-10-10 10:00."
    )]
    [InlineData(
        "Mon-Fri 09:00-18:00; Sat 10:00-16:00",
        "2026-10-02 10:30",
        "Friday 2026-10-02 10:30: closed, National Day (国庆节). Opens Thursday 2026-10-08 09:00."
    )]
    [InlineData("Fri-Mon 09:00-18:00", "2026-11-22 10:00", "Sunday 2026-11-22 10:00: open.")]
    [InlineData("Fri-Mon 09:00-18:00", "2026-11-24 10:00", "Tuesday 2026-11-24 10:00: closed at this hour. Opens Friday 2026-11-27 09:00.")]
    [InlineData("Daily 08:00-24:00", "2026-11-25 23:59", "Wednesday 2026-11-25 23:59: open.")]
    [InlineData(
        "Daily 08:00-24:00",
        "2026-12-31 12:00",
        "Thursday 2026-12-31 12:00: closed, by Hotline:Agents:ClosedDays. Opens Saturday 2027-01-02 08:00."
    )]
    [InlineData("Always", "2026-10-01 03:00", "Thursday 2026-10-01 03:00: open.")]
    [InlineData(
        "Always",
        "2026-12-31 23:00",
        "Thursday 2026-12-31 23:00: closed, by Hotline:Agents:ClosedDays. Opens Friday 2027-01-01 00:00."
    )]
    public void The_hours_answer_for_any_moment(string text, string moment, string sentence)
    {
        var hours = new AgentHours(Market, HoursText.Read(text), HoursText.ReadDays("2026-12-31"), closedOnHolidays: true);

        Assert.Equal(sentence, HoursCommand.Sentence(hours.At(At(moment)), Market, At(moment)));
    }

    [Fact]
    public void Holidays_can_be_open()
    {
        var hours = new AgentHours(Market, HoursText.Read("Daily 09:00-18:00"), [], closedOnHolidays: false);

        Assert.True(hours.At(At("2026-10-01 09:30")).IsOpen);
    }

    [Theory]
    [InlineData("Mo-Fr 9-18", "'Mo-Fr 9-18' says no days and hours: write it as 'Mon-Fri 09:00-18:00; Sat 10:00-16:00'")]
    [InlineData("Fri 22:00-02:00", "'Fri 22:00-02:00' ends before it begins: hours over midnight are two parts")]
    [InlineData("Mon 09:00-25:00", "'Mon 09:00-25:00' ends before it begins")]
    public void Hours_that_cannot_be_read_are_refused_with_a_sentence(string text, string sentence) =>
        Assert.StartsWith(
            $"Hotline:Agents:Hours: {sentence}",
            Assert.Single(new AgentOptions { Hours = text }.Complaints()),
            StringComparison.Ordinal
        );

    [Fact]
    public void Other_settings_that_cannot_be_read_are_refused_with_a_sentence()
    {
        var agents = new AgentOptions
        {
            ClosedDays = "31.12.2026",
            CallbackCountries = "+86",
            Language = "fr",
            Number = "abc",
        };

        Assert.Collection(
            agents.Complaints(),
            one => Assert.Equal("Hotline:Agents:Number must look like +15550100.", one),
            one => Assert.StartsWith("Hotline:Agents:ClosedDays: '31.12.2026' is no day: write it as", one, StringComparison.Ordinal),
            one => Assert.StartsWith("Hotline:Agents:CallbackCountries: '+86' is no country code: write", one, StringComparison.Ordinal),
            one => Assert.StartsWith("Hotline:Agents:Language: 'fr' is not spoken here: write it as", one, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(Language.Mandarin, "周一到周五，上午九点到晚上六点；周六，上午十点三十分到下午四点")]
    [InlineData(Language.English, "Monday to Friday, nine a.m. to six p.m.; Saturday, ten thirty a.m. to four p.m.")]
    public void Hours_are_said_in_words(Language language, string words) =>
        Assert.Equal(words, Say(language, "Mon-Fri 09:00-18:00; Sat 10:30-16:00"));

    [Theory]
    [InlineData(Language.Mandarin, "工作日，早上七点零五分到晚上十二点；每天全天")]
    [InlineData(Language.English, "on working days, seven oh five a.m. to midnight; every day, all day")]
    public void Hours_to_the_end_of_the_day_are_said_in_words(Language language, string words) =>
        Assert.Equal(words, Say(language, "Workdays 07:05-24:00; Daily 00:00-24:00"));

    [Fact]
    public async Task Outside_the_hours_a_caller_hears_them_and_can_leave_a_message()
    {
        await using var hotline = await StartAtAsync("2026-11-25 20:00", "--Hotline:Agents:Hours=Mon-Fri 09:00-18:00");

        await hotline
            .Caller("happy")
            .Dials()
            .Presses("0")
            .Hears("现在不是人工时间。人工时间是，周一到周五，上午九点到晚上六点。")
            .Hears("留言，请按一。")
            .Hears("回到自助服务，请按二。")
            .DoesNotHear("要我们打给您")
            .Presses("0")
            .Hears("现在不是人工时间。")
            .Presses("1")
            .Hears("听到嘀的一声后请说话")
            .LeavesAMessage(12)
            .Hears("留言已经收到");
    }

    [Fact]
    public async Task On_National_Day_a_caller_hears_when_people_are_back()
    {
        await using var hotline = await StartAtAsync("2026-10-07 09:30", "--Hotline:Agents:Hours=Workdays 09:00-18:00");

        await hotline
            .Caller("happy")
            .Dials()
            .Presses("0")
            .Hears("今天人工休息，明天上午九点开始接听。")
            .Presses("2")
            .Hears("账户被锁，请按一。");
        await hotline
            .Caller("english-only")
            .Dials()
            .InEnglish()
            .Presses("0")
            .Hears("Our colleagues are off today. They are back tomorrow at nine a.m..")
            .Hears("To leave a message, press one.")
            .Hears("To go back to self service, press two.");
    }

    [Fact]
    public async Task On_a_made_up_working_day_people_are_there()
    {
        await using var hotline = await StartAtAsync("2026-10-10 09:30", "--Hotline:Agents:Hours=Workdays 09:00-18:00");

        await hotline.Caller("happy").Dials().Presses("0").Hears(AgentPrompts.Connecting).WaitsForAPerson();
    }

    [Fact]
    public async Task Closed_by_hand_sends_away_who_waits_and_tells_who_comes()
    {
        await using var hotline = await TestHotline.StartAsync();
        var waiting = hotline.Caller("happy");
        await waiting.Dials().Presses("0").WaitsForAPerson();

        await ByHandAsync(hotline, agents => agents.CloseAsync(null, hotline.Clock.GetUtcNow(), default));

        await waiting.WaitsForNews().Hears("人工现在不能接听。").Hears("留言，请按一。");
        await hotline.Caller("happy").Dials().Presses("0").Hears("人工现在不能接听。").DoesNotHear("恢复");

        await ByHandAsync(hotline, agents => agents.OpenAsync(hotline.Clock.GetUtcNow(), default));
        await hotline.Caller("happy").Dials().Presses("0").WaitsForAPerson();
    }

    [Fact]
    public async Task Closed_by_hand_for_a_while_opens_by_itself()
    {
        await using var hotline = await StartAtAsync("2026-11-25 10:00");
        await ByHandAsync(hotline, agents => agents.CloseAsync(At("2026-11-25 12:30"), hotline.Clock.GetUtcNow(), default));

        await hotline.Caller("happy").Dials().Presses("0").Hears("人工现在不能接听，今天中午十二点三十分恢复。");
        hotline.Clock.Advance(TimeSpan.FromHours(3));
        await hotline.Caller("happy").Dials().Presses("0").WaitsForAPerson();
    }

    [Fact]
    public async Task Who_is_not_served_before_the_hours_end_hears_the_hours_rather_than_another_try()
    {
        await using var hotline = await StartAtAsync("2026-11-25 17:59", "--Hotline:Agents:Hours=Daily 09:00-18:00");

        await hotline
            .Caller("happy")
            .Dials()
            .Presses("0")
            .WaitsForAPerson()
            .After(TimeSpan.FromMinutes(2))
            .FindsThat("error")
            .Hears("现在不是人工时间。人工时间是，每天，上午九点到晚上六点。");
    }

    private static async Task<TestHotline> StartAtAsync(string moment, params string[] settings)
    {
        var hotline = await TestHotline.StartAsync(settings);
        hotline.Clock.Advance(At(moment) - hotline.Clock.GetUtcNow());
        return hotline;
    }

    private static async Task ByHandAsync(TestHotline hotline, Func<SqlAgents, Task> change)
    {
        await using var scope = hotline.Services.CreateAsyncScope();
        await change(scope.ServiceProvider.GetRequiredService<SqlAgents>());
        await scope.ServiceProvider.GetRequiredService<TurnScope>().CommitAsync(default);
    }

    private static DateTimeOffset At(string local)
    {
        var moment = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return Market.At(DateOnly.FromDateTime(moment), moment.Hour * 60 + moment.Minute);
    }

    private static string Say(Language language, string hours) =>
        Speakers.For(language).Say(new OpeningHours(HoursText.Read(hours)), new DateOnly(2026, 11, 25));
}
