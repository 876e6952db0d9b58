using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Flows;

/// <summary>The words for when a case is answered.</summary>
public static class PromisePrompts
{
    /// <param name="due">Null where the calendar does not reach so far: the longest span is told.</param>
    public static Prompt AnswerBy(DateTimeOffset? due) =>
        due is { } day ? new("promise/answer-by", ("day", new InstantDay(day))) : new("promise/answer-soon");
}
