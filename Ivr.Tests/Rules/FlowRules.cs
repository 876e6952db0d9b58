using System.Globalization;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Flows.Flows;
using Ivr.Tests.Calls;
using Ivr.Web.Commands;
using Microsoft.Extensions.DependencyInjection;
using Stateless.Reflection;

namespace Ivr.Tests.Rules;

/// <summary>What holds for every branch.</summary>
public sealed class FlowRules
{
    [Fact]
    public async Task Every_flow_there_is_can_be_reached()
    {
        var all = typeof(IFlow)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IFlow)));

        Assert.Equal(all.OrderBy(type => type.Name), Hotline.Flows.OrderBy(type => type.Name));
        await WithFlowsAsync(flows => Assert.Equal(Hotline.Flows.Count, flows.All.Count));
    }

    [Fact]
    public void The_keys_of_the_menu_are_those_of_the_contract()
    {
        Assert.Equal(
            Hotline.Menu.Where(branch => branch.Key != '9').OrderBy(branch => branch.Key),
            Hotline.Menu.Where(branch => branch.Key != '9')
        );
        Assert.All(Hotline.Menu, branch => Assert.Contains(branch.Key, "1234569"));
        Assert.Equal(Hotline.Menu.Count, Hotline.Menu.Select(branch => branch.Key).Distinct().Count());
    }

    [Fact]
    public Task Every_state_of_every_flow_is_reached_from_its_first() =>
        WithFlowsAsync(flows =>
        {
            foreach (var flow in flows.All)
            {
                var reached = Reached(flow.Table);
                Assert.All(flow.Table.States, state => Assert.Contains(Name(state), reached));
            }
        });

    [Fact]
    public Task The_diagrams_of_the_README_are_those_of_the_running_code() =>
        WithFlowsAsync(flows =>
            Assert.Contains(
                FlowCommands.Diagrams(flows).Trim(),
                Repository.Read("README.md").ReplaceLineEndings("\n"),
                StringComparison.Ordinal
            )
        );

    private static HashSet<string> Reached(StateMachineInfo table)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { Name(table.InitialState) };
        var waiting = new Queue<StateInfo>([table.InitialState]);
        while (waiting.TryDequeue(out var from))
        {
            foreach (var to in from.FixedTransitions.Select(transition => transition.DestinationState).Where(to => reached.Add(Name(to))))
            {
                waiting.Enqueue(table.States.Single(state => Name(state) == Name(to)));
            }
        }

        return reached;
    }

    private static string Name(StateInfo state) => Convert.ToString(state.UnderlyingState, CultureInfo.InvariantCulture)!;

    private static async Task WithFlowsAsync(Action<FlowBook> check)
    {
        await using var hotline = await TestHotline.StartAsync();
        await using var scope = hotline.Services.CreateAsyncScope();
        check(scope.ServiceProvider.GetRequiredService<FlowBook>());
    }
}
