using Ivr.Flows.Calls;
using Ivr.Flows.Checks;
using Ivr.Flows.Engine;
using Ivr.Flows.Prompts;
using Ivr.Tests.Calls;
using Microsoft.Extensions.DependencyInjection;
using Stateless;

namespace Ivr.Tests.Rules;

/// <summary>The check of all flows: it finds nothing in ours, and each fault where one was made.</summary>
public sealed class FlowCheckTests
{
    [Fact]
    public async Task Our_flows_have_no_dead_ends_no_circles_and_a_person_at_every_question()
    {
        await using var hotline = await TestHotline.StartAsync();
        await using var scope = hotline.Services.CreateAsyncScope();
        var check = new FlowCheck(scope.ServiceProvider.GetRequiredService<FlowBook>(), hotline.Prompts);

        Assert.Empty(check.Findings());
        Assert.True(check.States > 50);
    }

    [Fact]
    public async Task Each_fault_is_found()
    {
        await using var hotline = await TestHotline.StartAsync();

        var findings = new FlowCheck(new FlowBook([new FaultyFlow()]), hotline.Prompts).Findings();

        Assert.Collection(
            findings.Order(),
            finding => Assert.Equal("FaultyFlow.Circling comes back to itself without the caller.", finding),
            finding => Assert.Equal("FaultyFlow.Lonely does not reach a person by 0.", finding),
            finding => Assert.Equal("FaultyFlow.Mute neither waits nor ends: the call would stop there.", finding),
            finding => Assert.Equal("FaultyFlow.Start comes back to itself without the caller.", finding),
            finding => Assert.Equal("FaultyFlow.Stuck waits and has no way out.", finding),
            finding => Assert.Equal("FaultyFlow.Stuck: There is no prompt faulty/unheard-of in en-US.", finding),
            finding => Assert.Equal("FaultyFlow.Stuck: There is no prompt faulty/unheard-of in zh-CN.", finding),
            finding => Assert.Equal("FaultyFlow.Unreached is never reached.", finding)
        );
    }

    private sealed class FaultyFlow : Flow<FaultyFlow.State, FaultyFlow.Trigger, FaultyFlow.Notes>
    {
        public enum State
        {
            Start,
            Circling,
            Lonely,
            Mute,
            Stuck,
            Unreached,
        }

        public enum Trigger
        {
            Onward,
            Aside,
            Down,
            Away,
        }

        public sealed record Notes;

        protected override void Map(StateMachine<State, Trigger> machine)
        {
            machine
                .Configure(State.Start)
                .Permit(Trigger.Onward, State.Circling)
                .Permit(Trigger.Aside, State.Lonely)
                .Permit(Trigger.Down, State.Mute)
                .Permit(Trigger.Away, State.Stuck);
            machine.Configure(State.Circling).Permit(Trigger.Onward, State.Start);
            machine.Configure(State.Lonely).Permit(Trigger.Onward, State.Mute);
            machine.Configure(State.Unreached).Permit(Trigger.Onward, State.Mute);
        }

        protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
            at switch
            {
                State.Start or State.Circling => [new LookUp()],
                State.Lonely => [new Ask(null, new Answer.Digits(1, 1))],
                State.Mute => [],
                State.Stuck => [new Ask(new Prompt("faulty/unheard-of"), Answer.YesNo)],
                State.Unreached => [new HangUp()],
            };

        protected override Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
