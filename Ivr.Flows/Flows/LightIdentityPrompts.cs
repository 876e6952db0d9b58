using Ivr.Flows.Prompts;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="LightIdentityFlow"/>, beside those of <see cref="IdentityPrompts"/>.</summary>
public static class LightIdentityPrompts
{
    public static readonly Prompt Differs = new("light-identity/differs");
    public static readonly Prompt AskFamilyNumber = new("light-identity/ask-family-number");
    public static readonly Prompt AskFamilyTail = new("light-identity/ask-family-tail");
}
