using Ivr.Flows.Prompts;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="CodeFlow"/>.</summary>
public static class CodePrompts
{
    public static readonly Prompt Sent = new("code/sent");
    public static readonly Prompt SentAgain = new("code/sent-again");
    public static readonly Prompt AskCode = new("code/ask-code");
    public static readonly Prompt Differs = new("code/differs");
    public static readonly Prompt TooOld = new("code/too-old");
    public static readonly Prompt NotArriving = new("code/not-arriving");
    public static readonly Prompt ByPerson = new("code/by-person");
}
