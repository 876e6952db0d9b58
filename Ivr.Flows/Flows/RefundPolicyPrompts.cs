using Ivr.Flows.Prompts;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="RefundPolicyFlow"/>.</summary>
public static class RefundPolicyPrompts
{
    public static readonly Prompt First = new("refund-policy/first");
    public static readonly Prompt Second = new("refund-policy/second");
    public static readonly Prompt Third = new("refund-policy/third");
    public static readonly Prompt Last = new("refund-policy/last");
}
