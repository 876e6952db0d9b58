using Ivr.Tests.Calls;
using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Faults;

/// <summary>Burns a fuse when the log tells of a turn: that is behind its commit, and before anything of its reply is written.</summary>
internal sealed class LastWords(Fuse fuse) : LogListener
{
    private const string TurnTaken = "TurnTaken";

    protected override void Hear(LogLevel level, EventId id, string line, Exception? exception)
    {
        if (id.Name == TurnTaken)
        {
            fuse.Burn();
        }
    }
}
