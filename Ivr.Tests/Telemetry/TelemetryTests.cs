using Ivr.Flows.Flows;
using Ivr.Tests.Calls;
using Ivr.Tests.Webhooks;
using Ivr.Web.Voice;

namespace Ivr.Tests.Telemetry;

/// <summary>What leaves for a collector, and what is counted on <c>/metrics</c>.</summary>
public sealed class TelemetryTests
{
    /// <summary>Numbers, keys and words that occur nowhere else.</summary>
    private static readonly string[] Canaries = ["13977700413", "07319046288550", "551X", "551*", "0068", "黄鹂鸣翠柳", "canary"];

    [Fact]
    public async Task A_turn_is_a_span_with_branch_state_outcome_and_time_in_the_database_and_nothing_a_caller_said()
    {
        await using var collector = await Collector.StartAsync();
        string[] settings = [$"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}"];
        string sid;
        await using (var hotline = await TestHotline.StartAsync(settings))
        {
            var caller = hotline.CallerFrom("+8613977700413").Dials().Speaks("黄鹂鸣翠柳").Presses("1");
            await caller.Presses("07319046288550#").Presses("551*").Presses("0068").Presses("0068").Presses("0068").HangsUp();
            sid = caller.Call.CallSid;
            using var twilio = new TwilioSide(hotline) { Always = { ["From"] = "+8613977700413" } };
            (await twilio.SendAsync("/voice/incoming", ("CallerName", "canary"), ("SipHeader_X-A", "canary"))).IsTwiml();
            await twilio.SendAsync("/voice/turns/1?canary=canary", ("SpeechResult", "canary sings"));
            (await twilio.SendAsync("/voice/fallback", ("ErrorCode", "canary"))).IsTwiml();
        }

        var (traces, metrics) = (collector.At("/v1/traces"), collector.At("/v1/metrics"));
        foreach (
            var told in new[]
            {
                "ivr.flow",
                nameof(MainFlow),
                nameof(IdentityFlow),
                "ivr.state",
                "ivr.outcome",
                nameof(TurnOutcome.NoMatch),
                "ivr.database.ms",
            }
        )
        {
            Assert.Contains(told, traces, StringComparison.Ordinal);
        }

        Assert.Contains("ivr_webhook_seconds", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain(Canaries, canary => traces.Contains(canary, StringComparison.Ordinal));
        Assert.DoesNotContain(Canaries, canary => metrics.Contains(canary, StringComparison.Ordinal));
        Assert.DoesNotContain(sid, traces, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_endpoint_or_with_a_collector_that_is_away_calls_go_on()
    {
        await using var hotline = await TestHotline.StartAsync("--OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:9");

        await hotline.Caller("happy").Dials().Presses("1").IsStillOn();
    }

    [Fact]
    public async Task What_callers_meet_is_counted()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.Caller("happy").Dials().Presses("1").Presses("0068").AnswersRightly(2).Presses("1").KeysTheCode().HangsUp();
        await hotline.Caller("no-data").Dials().IsSilent().Speaks("黄鹂鸣翠柳").Presses("0").HangsUp();
        using var twilio = new TwilioSide(hotline);
        (await twilio.DialAsync()).IsTwiml();
        (await twilio.DialAsync()).IsTwiml();
        (await twilio.SendAsync("/voice/fallback", ("ErrorCode", "11200"))).IsTwiml();

        using var http = new HttpClient { BaseAddress = hotline.Address };
        var metrics = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        foreach (
            var counted in new[]
            {
                "ivr_calls_started_total ",
                "ivr_turns_total{flow=\"MainFlow\",input=\"Keys\",outcome=\"Moved\"} ",
                "ivr_turns_repeated_total ",
                "ivr_no_input_total{flow=\"MainFlow\"} ",
                "ivr_no_match_total{flow=\"MainFlow\"} ",
                "ivr_transfers_total{flow=",
                "ivr_verifications_total{factor=\"question\",result=\"Right\"} ",
                "ivr_verifications_total{factor=\"question\",result=\"Wrong\"} ",
                "ivr_verifications_total{factor=\"code\",result=\"Right\"} ",
                "ivr_fallbacks_total{code=\"11200\"} ",
                "ivr_turn_database_seconds_count ",
                "ivr_webhook_seconds_count{route=\"/voice/incoming\",status=\"200\"} ",
            }
        )
        {
            Assert.Contains($"\n{counted}", metrics, StringComparison.Ordinal);
        }
    }
}
