using System.Net;
using Ivr.Tests.Messages;
using Ivr.Tests.Webhooks;

namespace Ivr.Tests.Callbacks;

/// <summary>What is heard where the hotline calls, and what becomes of it.</summary>
public sealed class PromisedCalls
{
    private const string Phrase = "海边的小石头";
    private const string Workflow = "--Hotline:Agents:Workflow=WW0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task The_called_hear_who_calls_and_their_phrase_and_reach_a_person_first_and_with_what_they_wanted()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier, Workflow);
        await hotline
            .Caller("happy")
            .Dials()
            .Presses("2")
            .Presses("0")
            .FindsThat("full")
            .Presses("4")
            .Presses("1")
            .Hears("记下了")
            .HangsUp();
        await hotline.ExecuteAsync("update callbacks set case_no = '123456782'");
        await hotline.LookAsync();

        var called = hotline.Rings(Assert.Single(carrier.Calls));
        await called
            .Answers()
            .Hears("您好，这里是连江数字钱包，您要我们打给您的。通话会录音。")
            .Hears($"您在应用里设的口令是，{Phrase}。")
            .Hears("和同事说话，请按一。不需要了，请按二。")
            .Presses("1")
            .DoesNotHear(Phrase)
            .WaitsForAPerson();

        var handover = called
            .Call.Events.OfType<Ivr.Web.Telephone.Answered>()
            .Select(answered => answered.Twiml)
            .Last(twiml => twiml.Contains("<Task", StringComparison.Ordinal));
        Assert.Contains("priority=\"50\"", handover, StringComparison.Ordinal);
        Assert.Contains("\"topic\":\"PaymentFlow\"", handover, StringComparison.Ordinal);
        Assert.Contains("\"callback\":\"true\"", handover, StringComparison.Ordinal);
        Assert.Contains("\"case\":\"123456782\"", handover, StringComparison.Ordinal);
        Assert.Contains("\"level\":\"L0\"", handover, StringComparison.Ordinal);

        await called.FindsThat("answers").Hears("还有别的问题吗").HangsUp();
        Assert.Equal("DONE 1", await hotline.StandsAsync());
        await hotline.LookAsync(TimeSpan.FromHours(1));
        Assert.Single(carrier.Calls);
    }

    [Fact]
    public async Task Zero_reaches_a_person_as_well_and_keeps_an_urgent_place()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier, "--Hotline:Agents:UrgentQueue=first");
        await hotline.PutAsync(CallbackHotline.Happy, urgent: true);
        await hotline.LookAsync();

        var called = hotline.Rings(carrier.Calls[0]);
        await called.Answers().Presses("0").WaitsForAPerson();

        Assert.Equal("first", called.Call.WaitsFor);
        Assert.Equal("first", await hotline.AskAsync<string>("select queue from queue_entries"));
        Assert.Equal(1, await hotline.AskAsync<int>("select count(*) from handovers where urgent = 1 and called_back = 1"));
    }

    [Fact]
    public async Task Who_needs_no_call_any_more_is_not_called_again()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline.PutAsync(CallbackHotline.Happy);
        await hotline.LookAsync();

        await hotline.Rings(carrier.Calls[0]).Answers().Presses("2").Hears("好的，我们就不再打给您了。再见。").IsHungUpOn();

        Assert.Equal("DECLINED 1", await hotline.StandsAsync());
        await hotline.LookAsync(TimeSpan.FromHours(1));
        Assert.Single(carrier.Calls);
        Assert.Equal(0, await hotline.AskAsync<int>("select count(*) from cases"));
    }

    [Fact]
    public async Task A_machine_hears_nothing_and_its_attempt_ends()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline.PutAsync(CallbackHotline.Happy);
        await hotline.LookAsync();

        await hotline.Rings(carrier.Calls[0], "machine_start").Answers().DoesNotHear("您好").IsHungUpOn();

        Assert.Equal("WAITING 1", await hotline.StandsAsync());
        Assert.Equal(0, await hotline.AskAsync<int>("select count(*) from calls"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("unknown")]
    public async Task Where_a_machine_may_have_answered_the_phrase_waits_for_a_key_and_silence_reaches_nobody(string? answeredBy)
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline.PutAsync(CallbackHotline.Happy);
        await hotline.LookAsync();

        await hotline
            .Rings(carrier.Calls[0], answeredBy)
            .Answers()
            .DoesNotHear(Phrase)
            .Speaks("现在没有人，请给人工留言")
            .IsSilent()
            .Hears("您要我们打给您的")
            .DoesNotHear(Phrase)
            .IsSilent()
            .Hears("没有听到您按键，我们过一会儿再打给您。再见。")
            .IsHungUpOn();
        Assert.Equal("WAITING 1", await hotline.StandsAsync());
        Assert.Equal(0, await hotline.AskAsync<int>("select count(*) from handovers"));

        await hotline.LookAsync(TimeSpan.FromMinutes(16));
        await hotline
            .Rings(carrier.Calls[1], answeredBy)
            .Answers()
            .DoesNotHear(Phrase)
            .Presses("1")
            .Hears(Phrase)
            .Hears("正在为您接通人工");
    }

    [Fact]
    public async Task The_last_attempt_does_not_promise_another()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline.PutAsync(CallbackHotline.Happy);
        await hotline.ExecuteAsync("update callbacks set attempts = 2");
        await hotline.LookAsync();

        await hotline.Rings(carrier.Calls[0]).Answers().IsSilent().IsSilent().Hears("您的事我们的同事会接着办。再见。").IsHungUpOn();

        Assert.Equal("GIVEN_UP 3", await hotline.StandsAsync());
    }

    [Fact]
    public async Task A_phrase_is_told_at_the_accounts_own_number_only()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline.PutAsync("+8613911112222");
        await hotline.ExecuteAsync("update callbacks set wallet_id = 1");
        await hotline.LookAsync();

        await hotline.Rings(carrier.Calls[0]).Answers().DoesNotHear("口令").Presses("1").DoesNotHear("口令").WaitsForAPerson();
    }

    [Fact]
    public async Task The_called_are_spoken_to_in_the_language_of_their_call()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline.PutAsync(CallbackHotline.Happy);
        await hotline.ExecuteAsync("update callbacks set language = 'en-US'");
        await hotline.LookAsync();

        await hotline
            .Rings(carrier.Calls[0])
            .Answers()
            .Hears("Hello, this is Lianjiang Digital Wallet, calling you back as you asked.")
            .Hears("To talk to a colleague, press one. If you no longer need us, press two.");
    }

    [Fact]
    public async Task A_caller_who_hangs_up_in_the_queue_is_called_again()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline.PutAsync(CallbackHotline.Happy);
        await hotline.LookAsync();

        await hotline.Rings(carrier.Calls[0]).Answers().Presses("1").WaitsForAPerson().HangsUp();
        Assert.Equal("WAITING 1", await hotline.StandsAsync());

        await hotline.LookAsync(TimeSpan.FromMinutes(16));
        Assert.Equal(2, carrier.Calls.Count);
    }

    [Fact]
    public async Task Ends_that_are_told_twice_late_and_in_any_order_count_once()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline.PutAsync(CallbackHotline.Happy);
        await hotline.LookAsync();
        var first = carrier.Calls[0];
        foreach (var status in new[] { "initiated", "ringing", "no-answer", "busy", "no-answer", "completed" })
        {
            await hotline.EndsAsync(first, status);
        }

        Assert.Equal("WAITING 1", await hotline.StandsAsync());
        using (var late = hotline.Line(first))
        {
            Assert.True((await late.SendAsync($"/voice/incoming?ref={first.Reference}")).IsTwiml().HangsUp);
        }

        await hotline.LookAsync(TimeSpan.FromMinutes(16));
        await hotline.EndsAsync(first, "completed");
        Assert.Equal("CALLING 2", await hotline.StandsAsync());

        // The end of the call is told before the end of the talk.
        var second = carrier.Calls[1];
        var called = hotline.Rings(second);
        await called.Answers().Presses("1").WaitsForAPerson();
        await hotline.EndsAsync(second, "completed");
        Assert.Equal("WAITING 2", await hotline.StandsAsync());
        using var twilio = hotline.Line(second);
        await twilio.SendAsync("/voice/turns/2", ("QueueResult", "bridged"), ("QueueTime", "5"));
        Assert.Equal("DONE 2", await hotline.StandsAsync());
        await hotline.EndsAsync(second, "completed");
        Assert.Equal("DONE 2", await hotline.StandsAsync());
    }

    [Theory]
    [InlineData("?ref=00112233445566778899aabbccddeeff", null, null)]
    [InlineData("", null, null)]
    [InlineData(null, "To", "+8613800000002")]
    [InlineData(null, "Direction", "outbound-dial")]
    [InlineData(null, "CallSid", "CA00000000000000000000000000000001")]
    public async Task A_call_that_goes_out_and_that_nobody_promised_gets_no_session(string? query, string? field, string? other)
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline.PutAsync(CallbackHotline.Happy);
        await hotline.LookAsync();
        using var twilio = hotline.Line(carrier.Calls[0]);
        if (field is not null)
        {
            twilio.Always[field] = other;
        }

        foreach (var path in new[] { "/voice/incoming", "/voice/fallback" })
        {
            var answer = (await twilio.SendAsync(path + (query ?? $"?ref={carrier.Calls[0].Reference}"))).IsTwiml();
            Assert.True(answer.HangsUp);
            Assert.Single(answer.Verbs);
        }

        Assert.Equal(0, await hotline.AskAsync<int>("select count(*) from calls"));
        Assert.Equal("CALLING 1", await hotline.StandsAsync());
    }

    [Fact]
    public async Task The_calls_webhooks_are_signed_and_bound_and_a_repeated_one_gets_the_same_answer()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var hotline = await CallbackHotline.StartAsync(carrier);
        await hotline.PutAsync(CallbackHotline.Happy);
        await hotline.LookAsync();
        using var twilio = hotline.Line(carrier.Calls[0]);
        var path = $"/voice/incoming?ref={carrier.Calls[0].Reference}";

        (await twilio.SendAsync(TwilioSide.Post(path, "", signature: null))).IsEmpty(HttpStatusCode.Forbidden);
        var first = (await twilio.SendAsync(path)).IsTwiml();
        Assert.Equal(first.Body, (await twilio.SendAsync(path)).IsTwiml().Body);
        (await twilio.SendAsync("/voice/turns/1", ("Digits", "1"), ("Direction", "inbound"))).IsEmpty(HttpStatusCode.Forbidden);
        Assert.True((await twilio.PressAsync(1, "1")).IsTwiml().ReachesAPerson);
        Assert.DoesNotContain("13800000001", first.Body, StringComparison.Ordinal);
    }
}
