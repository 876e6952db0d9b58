using System.Net;
using Ivr.Data.Connections;
using Ivr.Tests.Calls;
using Ivr.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Faults;

/// <summary>More call than the database can serve at once: everybody hears something that is short and true, and those being served come first.</summary>
public sealed class CrowdTests
{
    /// <summary>Who calls at once.</summary>
    private static readonly int Callers = Settings.Of("IVR_TEST_CROWD", 1000);

    /// <summary>Who is in the middle of a call meanwhile.</summary>
    private const int Served = 40;

    [Fact]
    public async Task A_thousand_who_call_at_once_are_greeted_or_sent_to_a_person_and_calls_under_way_go_on()
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);
        var underWay = Enumerable.Range(0, Served).Select(_ => TwilioSide.NewSid()).ToList();
        foreach (var sid in underWay)
        {
            (await twilio.SendAsync("/voice/incoming", ("CallSid", sid))).IsTwiml();
        }

        // Somebody writes for a while, so that a crowd gathers however fast this machine is.
        var database = hotline.Services.GetRequiredService<Dialect>();
        var writes = await database.EnterAsync(CancellationToken.None);
        var calls = Enumerable
            .Range(0, Callers)
            .Select(_ => twilio.SendAsync("/voice/incoming", ("CallSid", TwilioSide.NewSid())))
            .ToList();
        while (!database.IsCrowded)
        {
            await Task.Delay(10);
        }

        var turns = underWay.Select(sid => twilio.SendAsync("/voice/turns/1", ("CallSid", sid), ("Digits", "3"))).ToList();
        Assert.Equal(HttpStatusCode.OK, await HealthAsync(hotline));
        writes!.Dispose();

        var (answers, heard) = (await Task.WhenAll(turns), await Task.WhenAll(calls));

        Assert.All(answers, answer => answer.IsTwiml().Says("查退款进度"));
        var greeted = heard.Count(answer => answer.IsTwiml().Body.Contains("连江数字钱包", StringComparison.Ordinal));
        var sent = heard.Count(answer => answer.ReachesAPerson && answer.Body.Contains("我现在忙不过来", StringComparison.Ordinal));
        Assert.Equal((Callers, true), (greeted + sent, sent > 0));
        Assert.DoesNotContain(hotline.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        (await twilio.DialAsync()).Says("连江数字钱包");
    }

    [Fact]
    public async Task Beyond_two_hundred_who_wait_to_write_a_turn_is_put_off_and_goes_on_where_it_stood()
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);
        await twilio.DialAsync();
        var database = hotline.Services.GetRequiredService<Dialect>();
        var writes = await database.EnterAsync(CancellationToken.None);
        var crowd = Enumerable.Range(0, 200).Select(_ => database.EnterAsync(CancellationToken.None)).ToList();

        var answer = await twilio.PressAsync(1, "3");

        answer.IsTwiml().Says("请稍等，我还在办。");
        writes!.Dispose();
        foreach (var waits in crowd)
        {
            (await waits)!.Dispose();
        }

        (await twilio.SendAsync(Assert.Single(answer.All("Redirect")).Value)).Says("账户被锁，请按一。");
        (await twilio.PressAsync(1, "3")).Says("查退款进度");
    }

    private static async Task<HttpStatusCode> HealthAsync(TestHotline hotline)
    {
        using var http = new HttpClient { BaseAddress = hotline.Address, Timeout = TimeSpan.FromSeconds(3) };
        return (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode;
    }
}
