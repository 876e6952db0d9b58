using System.Net;
using Ivr.Tests.Calls;

namespace Ivr.Tests.Webhooks;

/// <summary>Webhooks that name no call, one that is not known, or one that is somebody else's.</summary>
public sealed class WrongPartiesTests
{
    private static readonly string[] Paths = ["/voice/incoming", "/voice/turns/1", "/voice/turns/1/wait", "/voice/fallback"];

    [Fact]
    public async Task Every_field_may_be_missing_or_empty_and_the_caller_hears_something()
    {
        await using var hotline = await TestHotline.StartAsync();
        foreach (var field in new[] { "CallSid", "AccountSid", "From", "To", "Direction", "CallStatus", "ApiVersion" })
        {
            foreach (var value in new[] { null, "" })
            {
                using var twilio = new TwilioSide(hotline) { Always = { [field] = value } };
                foreach (var path in Paths)
                {
                    Assert.NotEmpty((await twilio.SendAsync(path)).IsTwiml().Verbs);
                }

                (await twilio.SendAsync("/voice/status", ("CallStatus", "completed"))).IsTwiml();
            }
        }

        Assert.DoesNotContain(hotline.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_with_nothing_in_it_goes_to_a_person()
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);
        foreach (var path in Paths.Where(path => !path.EndsWith("wait", StringComparison.Ordinal)))
        {
            var answer = await twilio.SendAsync(TwilioSide.Post(path, "", twilio.Sign(path, [])));

            Assert.True(answer.IsTwiml().ReachesAPerson);
        }

        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from calls"));
    }

    [Fact]
    public async Task Two_identifiers_that_are_too_long_to_keep_are_not_taken_for_one_call()
    {
        await using var hotline = await TestHotline.StartAsync();
        var common = $"CA{new string('a', 498)}";
        using var one = new TwilioSide(hotline) { CallSid = $"{common}1" };
        using var other = new TwilioSide(hotline) { CallSid = $"{common}2" };

        Assert.True((await one.DialAsync()).IsTwiml().ReachesAPerson);
        Assert.True((await other.PressAsync(1, "1")).IsTwiml().ReachesAPerson);
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from calls"));
    }

    [Fact]
    public async Task A_call_that_is_not_known_begins_again()
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);

        var answer = (await twilio.PressAsync(5, "1")).IsTwiml().Says("我们重新来一下");

        Assert.Equal("/voice/incoming", Assert.Single(answer.All("Redirect")).Value);
        (await twilio.DialAsync()).IsTwiml().Says("账户被锁，请按一");
        (await twilio.PressAsync(1, "1")).IsTwiml().Says("请按键输入");
    }

    [Theory]
    [InlineData("From", "+8613800000002")]
    [InlineData("From", "")]
    [InlineData("From", "+8613800000001 ")]
    [InlineData("To", "+15550101")]
    [InlineData("Direction", "outbound-api")]
    [InlineData("AccountSid", "AC00000000000000000000000000000001")]
    public async Task A_call_is_bound_to_its_first_parties(string field, string other)
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);
        await twilio.DialAsync();
        await twilio.PressAsync(1, "1");
        var row = await RowAsync(hotline, twilio);

        foreach (var path in new[] { "/voice/incoming", "/voice/turns/1", "/voice/turns/2", "/voice/turns/2/wait", "/voice/fallback" })
        {
            (await twilio.SendAsync(path, (field, other), ("Digits", "8834"))).IsEmpty(HttpStatusCode.Forbidden);
        }

        (await twilio.SendAsync("/voice/status", (field, other), ("CallStatus", "completed"))).IsEmpty(HttpStatusCode.Forbidden);

        Assert.Equal(row, await RowAsync(hotline, twilio));
        (await twilio.PressAsync(2, "8")).IsTwiml();
    }

    [Fact]
    public async Task Another_account_is_refused_where_ours_is_configured()
    {
        await using var hotline = await TestHotline.StartAsync($"--Twilio:AccountSid={TwilioSide.Account}");
        using var ours = new TwilioSide(hotline);
        using var theirs = new TwilioSide(hotline) { Always = { ["AccountSid"] = "AC00000000000000000000000000000001" } };

        (await ours.DialAsync()).IsTwiml();
        foreach (var path in Paths.Append("/voice/status"))
        {
            (await theirs.SendAsync(path)).IsEmpty(HttpStatusCode.Forbidden);
            (await theirs.SendAsync(path, ("AccountSid", null))).IsEmpty(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task After_its_end_a_call_hears_nothing_more_and_changes_nothing()
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);
        await twilio.DialAsync();
        (await twilio.SendAsync("/voice/status", ("CallStatus", "completed"))).IsTwiml();
        var row = await RowAsync(hotline, twilio);

        foreach (var path in new[] { "/voice/incoming", "/voice/turns/1", "/voice/turns/2", "/voice/fallback" })
        {
            var answer = (await twilio.SendAsync(path, ("Digits", "1"))).IsTwiml();
            Assert.Equal("Hangup", Assert.Single(answer.Verbs).Name.LocalName);
        }

        (await twilio.SendAsync("/voice/status", ("CallStatus", "failed"))).IsTwiml();
        Assert.Equal(row, await RowAsync(hotline, twilio));
    }

    private static Task<string?> RowAsync(TestHotline hotline, TwilioSide twilio) =>
        hotline.AskAsync<string>(
            $"select concat(turn, session, flow, state, level, ended_at, outcome, row_version) from calls where sid = '{twilio.CallSid}'"
        );
}
