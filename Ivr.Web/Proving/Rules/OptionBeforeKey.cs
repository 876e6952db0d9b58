using Ivr.Flows.Prompts;

namespace Ivr.Web.Proving.Rules;

/// <summary>What can be chosen is said before its key, with the values it has at that moment.</summary>
public sealed class OptionBeforeKey : IReplyRule
{
    public string? Complaint(Situation at) =>
        at.Heard.Value.Texts.FirstOrDefault(said => KeyOrder.IsKeyFirst(said.Text, at.Session.Call.Language)) is { Prompt: { } prompt }
            ? $"{prompt} says the key before what it is for"
            : null;
}
