using Ivr.Data.Stores;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Calls;

/// <summary>Callers who would rather be called back, and those who cannot be.</summary>
public sealed class CallbackCalls
{
    private const string AllowChina = "--Hotline:Agents:CallbackCountries=86";

    [Fact]
    public async Task A_caller_keeps_the_place_and_is_called_back()
    {
        await using var hotline = await TestHotline.StartAsync(AllowChina);
        var caller = hotline.Caller("happy");

        await caller.Dials().Presses("0").DoesNotHear("要我们打给您");
        await caller
            .WaitsForNews()
            .Hears("要我们打给您，请按一。")
            .Presses("1")
            .Hears("我们打给您的这个号码，幺三八，零零零零，零零零幺。对吗？对，请按一。不对，请按二。")
            .Presses("1")
            .Hears("记下了，您排的位置也留着。轮到您，我们就打给您，打不通会再试两次。")
            .Hears("还有别的问题吗");

        Assert.Equal(
            "+8613800000001 WAITING 0 zh-CN",
            await hotline.AskAsync<string>("select concat(e164, ' ', state, ' ', attempts, ' ', language) from callbacks")
        );
        Assert.Equal(1, await hotline.AskAsync<int>("select count(*) from callbacks c join queue_entries q on q.entered_at = c.queued_at"));
        Assert.Equal(1, await hotline.AskAsync<int>("select count(*) from audit_log where action = 'callback arranged'"));
    }

    [Fact]
    public async Task A_caller_in_English_is_called_back_after_a_drop()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.CallerFrom("+13125550142", "english-only");

        await caller
            .Dials()
            .InEnglish()
            .Presses("0")
            .FindsThat("error")
            .Hears("For us to call you back, press four.")
            .Speaks("call me back")
            .Hears("We would call you at plus one, three one two, five five five, zero one four two. Is that right?")
            .Presses("1")
            .Hears("That is noted, and you keep your place. We will call when it is your turn, and if we miss you, twice more.")
            .Hears("Is there anything else?");
    }

    [Fact]
    public async Task Who_says_no_goes_back_to_where_they_were()
    {
        await using var hotline = await TestHotline.StartAsync(AllowChina);

        await hotline
            .Caller("happy")
            .Dials()
            .Presses("0")
            .FindsThat("full")
            .Presses("4")
            .Hears("对，请按一。")
            .Presses("2")
            .Hears("账户被锁，请按一。");

        Assert.Equal(0, await hotline.AskAsync<int>("select count(*) from callbacks"));
    }

    [Fact]
    public async Task A_number_in_China_is_refused_kindly_and_a_message_offered()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("happy");

        await caller.Dials().Presses("0").WaitsForNews().DoesNotHear("要我们打给您");
        await caller
            .Presses("1")
            .Hears("抱歉，您的号码我们打不过去。")
            .Hears("留言，请按一。")
            .Hears("回到自助服务，请按二。")
            .DoesNotHear("让同事在应用里回复您")
            .Presses("1")
            .Hears("听到嘀的一声后请说话")
            .IsRecorded();
        Assert.Equal(0, await hotline.AskAsync<int>("select count(*) from callbacks"));
    }

    [Fact]
    public async Task A_proven_caller_who_cannot_be_called_is_answered_in_the_app()
    {
        await using var hotline = await TestHotline.StartAsync();

        await hotline
            .Caller("happy")
            .Dials()
            .Presses("1")
            .AnswersRightly(2)
            .Presses("0")
            .Presses("1")
            .Hears("让同事在应用里回复您，请按三。")
            .Speaks("在应用里")
            .Hears("记下了，同事会在应用里回复您，编号是")
            .Hears("还有别的问题吗");

        Assert.Equal("ANSWER_IN_APP", await hotline.AskAsync<string>("select type from cases"));
        Assert.Equal(1, await hotline.AskAsync<int>("select count(*) from notifications where template = 'AnswerInApp'"));
    }

    [Fact]
    public async Task The_registered_telephone_is_offered_only_to_who_is_surely_its_owner_and_by_its_tail()
    {
        await using var hotline = await TestHotline.StartAsync(AllowChina);
        var caller = hotline.CallerFrom("+8613911112222", "happy");

        await caller
            .Dials()
            .Presses("1")
            .Presses("600000000001#")
            .Presses("8021")
            .AnswersRightly(2)
            .Presses("0")
            .FindsThat("full")
            .Presses("4")
            .Hears("我们打给您的这个号码，幺三九，幺幺幺幺，二二二二。")
            .Presses("2")
            .Hears("打给您登记的手机，尾号零零零幺，可以吗？")
            .Presses("1");

        Assert.Equal("+8613800000001", await hotline.AskAsync<string>("select e164 from callbacks"));
    }

    [Fact]
    public async Task Two_calls_from_one_number_are_called_back_once()
    {
        await using var hotline = await TestHotline.StartAsync(AllowChina);
        foreach (var caller in new[] { hotline.Caller("happy"), hotline.Caller("happy") })
        {
            await caller.Dials().Presses("0").FindsThat("full").Presses("4").Presses("1").Hears("记下了");
        }

        Assert.Equal(1, await hotline.AskAsync<int>("select count(*) from callbacks"));
    }

    [Theory]
    [InlineData("+13125550142", true)]
    [InlineData("+19005550142", false)]
    [InlineData("+85223456789", true)]
    [InlineData("+8613800000001", false)]
    [InlineData("+18765550142", false)]
    [InlineData("+882123456789", false)]
    public void Only_numbers_of_allowed_places_are_called(string number, bool allowed) =>
        Assert.Equal(allowed, new CallbackPolicy(CallbackPolicy.Usual).Allows(number));

    [Fact]
    public void A_promised_call_is_tried_three_times_and_then_given_up()
    {
        var now = new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
        var callback = Callback.Promised(now);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(CallbackState.Waiting, callback.State);
            Assert.Null(callback.Begin(now - TimeSpan.FromMinutes(1)));
            var calling = callback.Begin(now)!;
            Assert.Equal((CallbackState.Calling, attempt), (calling.State, calling.Attempts));
            Assert.Null(calling.Begin(now));
            Assert.Equal(CallbackState.Done, calling.Close(CallbackState.Done)!.State);
            Assert.Equal(callback.Attempts, calling.PutBack(now)!.Attempts);
            callback = calling.Miss(now)!;
            now = callback.NextAt ?? now;
        }

        Assert.Equal(new Callback(CallbackState.GivenUp, 3, null), callback);
        Assert.Null(callback.Miss(now));
        Assert.Equal(CallbackState.Done, callback.Close(CallbackState.Done)!.State);
    }

    [Fact]
    public async Task Of_two_who_place_the_same_call_one_does()
    {
        await using var hotline = await TestHotline.StartAsync(AllowChina);
        await hotline.Caller("happy").Dials().Presses("0").FindsThat("full").Presses("4").Presses("1").Hears("记下了");
        await using var scope = hotline.Services.CreateAsyncScope();
        var callbacks = scope.ServiceProvider.GetRequiredService<CallbackLedger>();
        var now = hotline.Clock.GetUtcNow();

        var due = Assert.Single(await callbacks.FindDueAsync(now, default));
        var calling = due.Callback.Begin(now)!;

        Assert.Equal(("+8613800000001", Language.Mandarin), (due.E164, due.Language));
        Assert.True(await callbacks.MoveAsync(due.Id, due.Callback, calling, now, default));
        Assert.False(await callbacks.MoveAsync(due.Id, due.Callback, calling, now, default));
        Assert.Empty(await callbacks.FindDueAsync(now, default));
        Assert.True(await callbacks.MoveAsync(due.Id, calling, calling.Close(CallbackState.Done)!, now, default));
    }
}
