using Ivr.Flows.Calls;
using Ivr.Tests.Calls;
using Ivr.Web.Proving;
using Ivr.Web.Proving.Rules;
using Ivr.Web.Telephone;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Proving;

/// <summary>The prover of the flows: it finds nothing in ours, and each flaw where one was planted, with the shortest call that shows it.</summary>
public sealed class ProverTests
{
    private const int ToThePlanted = 3;

    [Theory]
    [InlineData(typeof(GoesRound.CardFlow), nameof(NothingBreaks), "4 1")]
    [InlineData(typeof(HasNoWords.CardFlow), nameof(EveryLanguage), "4 1")]
    [InlineData(typeof(FreezesUnasked.CardFlow), nameof(OnlyWhatWasAgreed), "4 1")]
    [InlineData(typeof(UnlocksUnproven.CardFlow), nameof(OnlyWhatWasProven), "4 1")]
    [InlineData(typeof(TellsTooMuch.CardFlow), nameof(ToldOnlyWhatWasProven), "4 1")]
    [InlineData(typeof(SaysItBack.CardFlow), nameof(NeverSaidBack), "4 8021")]
    [InlineData(typeof(TalksTooLong.CardFlow), nameof(ReadingLimit), "4 1")]
    [InlineData(typeof(SaysTheKeyFirst.CardFlow), nameof(OptionBeforeKey), "4 1")]
    [InlineData(typeof(TakesTheZero.CardFlow), nameof(PersonInOneKey), "4 1 0#")]
    [InlineData(typeof(AsksForEver.CardFlow), nameof(SilentCaller), "4 1")]
    public async Task A_flaw_is_found_by_its_rule_with_the_shortest_call_and_that_call_can_be_played(
        Type flaw,
        string rule,
        string shortest
    )
    {
        var finding = await FindAsync(flaw, rule);
        var lines = ShortestCall.Lines(finding);

        Assert.Equal(
            ["from +8613800000001", .. shortest.Split(' ')],
            lines.Where(line => line[0] != '#' && !line.StartsWith("hear", StringComparison.Ordinal))
        );
        await using var hotline = await TestHotline.StartAsync(builder => Plant(builder.Services, flaw));
        var output = new StringWriter();
        var call = hotline.Pick("+8613800000001");
        Assert.True(await CallScript.Read(lines).PlayAsync(call, output, null, CancellationToken.None), output.ToString());
    }

    [Fact]
    public async Task Nothing_is_found_in_what_a_customer_can_do_in_the_first_steps()
    {
        await using var ground = await ProvingGround.PrepareAsync(Settings, _ => { }, CancellationToken.None);
        var prover = new FlowProver(ground, depth: 4) { KeysOnly = true };

        await prover.ProveAsync(Persona.All[0], () => { }, CancellationToken.None);

        Assert.Empty(prover.Findings.SelectMany(ShortestCall.Lines));
        Assert.InRange(prover.Situations, 200, 5000);
    }

    [Fact]
    public async Task A_situation_that_only_leads_to_itself_has_no_way_out()
    {
        await using var ground = await ProvingGround.PrepareAsync(Settings, _ => { }, CancellationToken.None);
        var first = await ground.DialAsync(Persona.All[0], CancellationToken.None);
        var key = new Deed("1", new Ivr.Flows.Engine.CallerInput.Keys("1"));
        var stuck = await ground.StepAsync(first, key, CancellationToken.None);
        var left = await ground.StepAsync(first, new Deed("0", new Ivr.Flows.Engine.CallerInput.Keys("0")), CancellationToken.None);
        (first.IsExplored, stuck.IsExplored) = (true, true);
        first.Ways.AddRange([(key, stuck, 0), (key, left, 0)]);
        stuck.Ways.Add((key, stuck, 0));

        var finding = Assert.Single(new WayOut().Findings([first, stuck, left]));

        Assert.Same(stuck, finding.At);
        Assert.Equal("no way leads out of IdentityFlow.AskingFirstQuestion", finding.Complaint);
    }

    private static readonly string[] Settings =
    [
        "--environment=Development",
        $"--contentRoot={AppContext.BaseDirectory}",
        "--Hotline:Demo=true",
        "--Twilio:AuthToken=demo-token-for-the-telephone-on-this-machine",
    ];

    private static async Task<Finding> FindAsync(Type flaw, string rule)
    {
        await using var ground = await ProvingGround.PrepareAsync(Settings, services => Plant(services, flaw), CancellationToken.None);
        var prover = new FlowProver(ground, ToThePlanted) { Begin = ["4"], KeysOnly = true };
        await prover.ProveAsync(Persona.All[0], () => { }, CancellationToken.None);
        return prover.Findings.FirstOrDefault(finding => finding.Rule == rule)
            ?? throw new InvalidOperationException(
                $"{rule} found nothing.\n{string.Join('\n', prover.Findings.SelectMany(ShortestCall.Lines))}"
            );
    }

    /// <summary>In the place of the branch of that name.</summary>
    private static void Plant(IServiceCollection services, Type flaw)
    {
        var ours = services.Single(service => service.ServiceType == typeof(IFlow) && service.ImplementationType?.Name == flaw.Name);
        services.Remove(ours);
        services.AddScoped(typeof(IFlow), flaw);
    }
}
