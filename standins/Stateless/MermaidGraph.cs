using System.Linq;
using System.Text;
using Stateless.Reflection;

namespace Stateless.Graph;

public static class MermaidGraph
{
    public static string Format(StateMachineInfo machineInfo, MermaidGraphDirection? direction = null)
    {
        var text = new StringBuilder("stateDiagram-v2").AppendLine();
        if (direction is { } chosen)
        {
            text.Append("\tdirection ").AppendLine(Short(chosen));
        }

        foreach (var (state, transition) in machineInfo.States.SelectMany(state => state.FixedTransitions.Select(to => (state, to))))
        {
            text.AppendLine($"\t{state} --> {transition.DestinationState} : {transition.Trigger}");
        }

        return text.Append($"[*] --> {machineInfo.InitialState}").ToString();
    }

    private static string Short(MermaidGraphDirection direction) =>
        direction switch
        {
            MermaidGraphDirection.TopToBottom => "TB",
            MermaidGraphDirection.BottomToTop => "BT",
            MermaidGraphDirection.LeftToRight => "LR",
            _ => "RL",
        };
}

public enum MermaidGraphDirection
{
    LeftToRight,
    RightToLeft,
    TopToBottom,
    BottomToTop,
}
