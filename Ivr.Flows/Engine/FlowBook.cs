using Ivr.Flows.Calls;
using Ivr.Flows.Flows;

namespace Ivr.Flows.Engine;

/// <summary>The flows of the hotline by name.</summary>
public sealed class FlowBook(IEnumerable<IFlow> flows)
{
    private readonly Dictionary<string, IFlow> byName = flows.ToDictionary(flow => flow.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<IFlow> All => byName.Values;

    public IFlow this[string name] =>
        byName.GetValueOrDefault(name) ?? throw new InvalidOperationException($"There is no flow {name}: add it to Hotline.Flows.");

    public Frame Greeting => this[nameof(MainFlow)].Begin();

    /// <summary>A call that the hotline places; behind it the menu is as in any other.</summary>
    public Frame PromisedCall =>
        this[nameof(MainFlow)].Begin(new MainFlow.Notes { Branch = nameof(PromisedCallFlow) }) with
        {
            State = nameof(MainFlow.State.InBranch),
        };

    public Frame MainMenu(Manner manner) =>
        this[nameof(MainFlow)].Begin(new MainFlow.Notes { Manner = manner }) with
        {
            State = nameof(MainFlow.State.Choosing),
        };

    public Frame Goodbye(string? caseNo) =>
        this[nameof(MainFlow)].Begin(new MainFlow.Notes { CaseNo = caseNo }) with
        {
            State = nameof(MainFlow.State.SayingGoodbye),
        };

    public Frame Person => this[nameof(AgentFlow)].Begin() with { Interrupts = true };

    public Frame Freeze => this[nameof(FreezeFlow)].Begin() with { Interrupts = true };

    /// <summary>Whether this version can go on with these frames.</summary>
    public bool CanRead(IReadOnlyList<Frame> stack) =>
        stack is [{ Flow: nameof(MainFlow) }, ..]
        && stack.All(frame => frame is not null && byName.TryGetValue(frame.Flow, out var flow) && flow.CanRead(frame));
}
