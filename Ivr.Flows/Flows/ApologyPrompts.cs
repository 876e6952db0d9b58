using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="ApologyFlow"/>.</summary>
public static class ApologyPrompts
{
    public static Prompt For(BrokenPromise broken) =>
        broken.AnsweredBy is { } answer
            ? new("apology/late-until", ("day", new InstantDay(broken.Promise.DueAt)), ("answer", new InstantDay(answer)))
            : new("apology/late", ("day", new InstantDay(broken.Promise.DueAt)));
}
