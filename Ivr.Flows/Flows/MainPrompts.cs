using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="MainFlow"/>.</summary>
public static class MainPrompts
{
    public static readonly Prompt AnythingElse = new("main/anything-else");
    public static readonly Prompt WasItSolved = new("main/was-it-solved");
    public static readonly Prompt WillBeReviewed = new("main/will-be-reviewed");
    public static readonly Prompt PersonNow = new("main/person-now");
    public static readonly Prompt RememberLanguage = new("main/remember-language");
    public static readonly Prompt Goodbye = new("main/goodbye");

    public static Prompt YourCase(Reference caseNo) => new("main/your-case", ("case", caseNo));
}
