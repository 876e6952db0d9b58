using Ivr.Flows.Calls;
using Ivr.Flows.Flows;
using Ivr.Web.Hosting;

namespace Ivr.Tests.Rules;

/// <summary>What the configuration may not loosen.</summary>
public sealed class PolicyRules
{
    [Theory]
    [InlineData("Levels:Unlock", "L2", "set it to L3.")]
    [InlineData("Levels:OpenRefund", "L1Plus", "set it to L2 or up to L3.")]
    [InlineData("Levels:Freeze", "L0", "set it to L1 or up to L3.")]
    [InlineData("Levels:Freeze", "9", "set it to L1 or up to L3.")]
    [InlineData("Verification:PerCall", "4", "from 1 to 3")]
    [InlineData("Verification:PerCaller", "11", "from 1 to 10")]
    [InlineData("Verification:AccountsPerCaller", "4", "from 1 to 3")]
    [InlineData("Verification:CallerPause", "00:59:59", "at least 01:00:00")]
    [InlineData("Verification:PrefixFactor", "5.1", "from 1 to 5")]
    [InlineData("Verification:PrefixFactor", "NaN", "from 1 to 5")]
    [InlineData("Verification:PrefixFloor", "16", "from 1 to 15")]
    [InlineData("Verification:SystemDeviations", "6.1", "from 0 to 6")]
    [InlineData("Verification:SystemFloor", "21", "from 1 to 20")]
    [InlineData("Codes:Lifetime", "00:10:01", "at most 00:10:00")]
    [InlineData("Codes:Tries", "4", "from 1 to 3")]
    [InlineData("Codes:BeforeLock", "11", "from 1 to 10")]
    [InlineData("Codes:MessagesPerCall", "3", "1 or 2")]
    [InlineData("Codes:MessagesPerDay", "6", "from 1 to 5")]
    [InlineData("Retention:Tries", "2", "3 or more days, for example 7.")]
    [InlineData("Retention:Calls", "0", "3 or more days, for example 180.")]
    [InlineData("Codes:SteadyPhone", "2.23:59:59", "at least 3.00:00:00")]
    public void What_is_looser_than_allowed_keeps_the_host_from_starting_and_is_named(string key, string value, string advice)
    {
        var complaint = Assert.Single(Complaints($"--Hotline:Policy:{key}={value}"));

        Assert.StartsWith($"Hotline:Policy:{key} ", complaint, StringComparison.Ordinal);
        Assert.Contains(advice, complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_stricter_is_nobody_s_complaint() =>
        Assert.Empty(
            Complaints(
                "--Hotline:Policy:Levels:PaymentState=L3",
                "--Hotline:Policy:Codes:Tries=2",
                "--Hotline:Policy:Codes:SteadyPhone=7.00:00:00"
            )
        );

    [Fact]
    public void Unlocking_needs_a_code_and_nothing_told_needs_less_than_the_number() =>
        Assert.Equal(
            (Level.L3, Level.L2, Level.L1Plus, Level.L1Plus, Level.L1),
            (
                new ActionLevels().Unlock,
                new ActionLevels().HearLockReason,
                new ActionLevels().PaymentState,
                new ActionLevels().RefundState,
                new ActionLevels().Freeze
            )
        );

    private static IReadOnlyList<string> Complaints(params string[] settings) =>
        HotlineHost.Complaints(
            HotlineHost.CreateBuilder([
                "--environment=Development",
                $"--contentRoot={AppContext.BaseDirectory}",
                "--Hotline:Demo=true",
                .. settings,
            ])
        );
}
