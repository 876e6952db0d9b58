using System.Collections.Concurrent;
using Ivr.Tests.Calls;
using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Faults;

/// <summary>Keeps what must not be logged while only callers do odd things: exceptions of any kind.</summary>
internal sealed class FuzzLog : LogListener
{
    private readonly ConcurrentQueue<string> problems = new();

    public IReadOnlyCollection<string> Problems => problems;

    protected override void Hear(LogLevel level, EventId id, string line, Exception? exception)
    {
        if (exception is not null)
        {
            problems.Enqueue($"{level} {line} {exception}");
        }
    }
}
