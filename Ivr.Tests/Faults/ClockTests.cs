using Ivr.Flows.Flows;
using Ivr.Tests.Calls;
using Ivr.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ivr.Tests.Faults;

/// <summary>Somebody sets the machine's clock: no lock gets shorter for it, and no code lives longer.</summary>
public sealed class ClockTests
{
    private static readonly int Jumps = Settings.Of("IVR_TEST_JUMPS", 1000);

    private readonly JumpingClock machine = new();

    [Fact]
    public void Whatever_the_machine_says_the_time_that_is_kept_is_the_time_that_has_passed()
    {
        var clock = new SteadyClock(machine, NullLogger<SteadyClock>.Instance);
        var random = new Random(22);
        var (began, passed) = (clock.GetUtcNow(), TimeSpan.Zero);
        for (var jump = 0; jump < Jumps; jump++)
        {
            machine.Jump(TimeSpan.FromSeconds(random.Next(-3 * 86_400, 3 * 86_400)));
            var time = TimeSpan.FromSeconds(random.Next(600));
            machine.Pass(time);
            passed += time;

            // What is followed of small corrections is a part in two thousand.
            Assert.InRange(clock.GetUtcNow() - began, passed * 0.9995, passed * 1.0005);
        }
    }

    [Fact]
    public void What_a_machine_is_corrected_by_little_by_little_is_followed()
    {
        var clock = new SteadyClock(machine, NullLogger<SteadyClock>.Instance);
        for (var hour = 0; hour < 100; hour++)
        {
            machine.Jump(TimeSpan.FromMilliseconds(180));
            machine.Pass(TimeSpan.FromHours(1));
            clock.GetUtcNow();
        }

        Assert.InRange(machine.GetUtcNow() - clock.GetUtcNow(), TimeSpan.FromSeconds(-0.2), TimeSpan.FromSeconds(0.2));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-6)]
    public async Task A_pause_of_the_questions_lasts_half_an_hour_whatever_the_clock_says(int days)
    {
        await using var hotline = await StartAsync();
        await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersWrongly(3).HangsUp();
        await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersWrongly(2).HangsUp();

        machine.Jump(TimeSpan.FromDays(days));
        await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersRightly(3).Hears(IdentityPrompts.NotProven);

        machine.Pass(TimeSpan.FromMinutes(31));
        await hotline.Caller("happy").Dials().Chooses<UnlockFlow>().AnswersRightly(2).Hears(IdentityPrompts.Proven);
        Assert.Contains(hotline.Log.Lines, line => line.Contains("keeps its own time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_lives_as_long_as_it_was_meant_to_whatever_the_clock_says()
    {
        await using var hotline = await StartAsync();
        var caller = hotline.Caller("locked-self-service");
        await caller.Dials().Presses("1").AnswersRightly(2).Presses("1").Hears("输入这六位数字");
        var code = (await hotline.CodeSentToAsync(caller.Call.From))!;

        machine.Jump(TimeSpan.FromDays(-3));
        machine.Pass(TimeSpan.FromMinutes(11));
        await caller.Presses(code).DoesNotHear("已经解锁");

        Assert.Equal(0, await hotline.AskAsync<int>("select count(*) from audit_log where action = 'locks released'"));
    }

    [Fact]
    public async Task A_call_goes_on_while_the_clock_jumps_and_the_audit_stays_in_order()
    {
        await using var hotline = await StartAsync();
        var caller = hotline.Caller("locked-self-service");
        await caller.Dials().Presses("1").AnswersRightly(2).Presses("1").Hears("输入这六位数字");
        machine.Jump(TimeSpan.FromHours(2));
        await caller.KeysTheCode().Hears("已经解锁");
        machine.Jump(TimeSpan.FromHours(-4));
        await hotline.Caller("happy").Dials().Presses("9").Presses("1").Presses("1").Hears(FreezePrompts.Frozen(new("")));

        Assert.Equal(0, await hotline.AskAsync<int>("select count(*) from audit_log a join audit_log b on b.seq > a.seq and b.at < a.at"));
    }

    private Task<TestHotline> StartAsync() =>
        TestHotline.StartAsync(builder =>
            builder.Services.AddSingleton<TimeProvider>(provider => new SteadyClock(
                machine,
                provider.GetRequiredService<Microsoft.Extensions.Logging.ILogger<SteadyClock>>()
            ))
        );

    /// <summary>A machine whose clock is set by hand; its time passes as time does.</summary>
    private sealed class JumpingClock : TimeProvider
    {
        private TimeSpan passed;
        private TimeSpan jumped;

        public void Jump(TimeSpan by) => jumped += by;

        public void Pass(TimeSpan time) => passed += time;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + passed + jumped;

        public override long GetTimestamp() => System.GetTimestamp() + (long)(passed.TotalSeconds * TimestampFrequency);
    }
}
