using Ivr.Flows.Understanding;

namespace Ivr.Web.Hosting;

/// <summary>What is made once and takes a second is made beside the start: keys are taken meanwhile, and who speaks early waits for it.</summary>
public sealed class WarmUp(PhraseMatcher phrases)
{
    public Task Done { get; } = Task.Run(phrases.WarmUp);
}
